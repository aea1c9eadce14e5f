using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Acts;

/// <summary>Brings enrolments to what is recorded of them: their state, the completion that comes of it or is lost again, and, once
/// the session is completed, the retraining orders. Called inside a write, with the enrolments tracked and their attendance
/// loaded; in a number of queries that does not grow with them.</summary>
internal sealed class SettleEnrolments(
    TrainingDb db, CurrentPerson caller, OrganisationClock clock, SettleItems items, OrderRetraining retraining, NoticeBox notices)
{
    /// <param name="session">With its meetings.</param>
    /// <param name="enrolments">Of the session, with a seat; the attendance loaded.</param>
    public async Task RunAsync(TrainingSession session, IReadOnlyCollection<Enrolment> enrolments, CancellationToken cancellation)
    {
        await db.LockAsync(StartPlan.Lock, cancellation);
        await db.FlushAsync(cancellation);
        var course = await db.Courses.AsNoTracking().Include(x => x.Versions).SingleAsync(x => x.Id == session.CourseId, cancellation);
        var asked = await AskingPlansAsync(session, course, enrolments, cancellation);
        foreach (var enrolment in enrolments)
        {
            enrolment.Settle(FactsOf(session, course, asked.MarksOf(enrolment.EmployeeId)), caller.AccountId, clock.Now);
        }

        // Before the completions, which end the orders that are left.
        if (session.State == SessionState.Completed)
        {
            await retraining.RunAsync(session, enrolments, asked.PlanOf, cancellation);
        }

        await CompleteAsync(session, course, enrolments, cancellation);
    }

    /// <summary>What is missing for the completion of one enrolment; nothing is changed.</summary>
    public async Task<CompletionCheck> CheckAsync(TrainingSession session, Enrolment enrolment, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().Include(x => x.Versions).SingleAsync(x => x.Id == session.CourseId, cancellation);
        var asked = await AskingPlansAsync(session, course, [enrolment], cancellation);
        return CompletionCheck.Of(enrolment, FactsOf(session, course, asked.MarksOf(enrolment.EmployeeId)));
    }

    private static CompletionFacts FactsOf(TrainingSession session, Course course, OutcomeMarks marks) => new(
        course.TermsFor(session.CourseVersion, session.LastOn), marks, [.. session.Meetings.Select(x => x.Minutes)], session.LastOn);

    private async Task CompleteAsync(
        TrainingSession session, Course course, IReadOnlyCollection<Enrolment> enrolments, CancellationToken cancellation)
    {
        var terms = course.TermsFor(session.CourseVersion, session.LastOn);
        var ids = enrolments.Select(x => x.EmployeeId).ToList();
        var known = (await db.Completions.Where(x => x.CourseId == course.Id && ids.Contains(x.EmployeeId)).ToListAsync(cancellation))
            .ToLookup(x => x.EmployeeId);
        var (made, changed, lost) = (new List<(Enrolment Of, Completion Completion)>(), new List<Completion>(), new List<Completion>());
        foreach (var enrolment in enrolments)
        {
            var own = known[enrolment.EmployeeId].SingleOrDefault(x => x.Id == enrolment.CompletionId);
            var content = new CompletionContent(
                session.LastOn, enrolment.Outcome == SessionOutcome.Excellent ? CompletionResult.Excellent : CompletionResult.Passed,
                enrolment.Results.Score, null);
            var recorded = known[enrolment.EmployeeId].FirstOrDefault(x => x.CompletedOn == session.LastOn);
            if (enrolment.State != EnrolmentState.Completed)
            {
                if (own is not null && enrolment.MadeCompletion)
                {
                    lost.Add(own);
                }

                enrolment.LoseCompletion();
            }
            else if (own is not null && enrolment.MadeCompletion)
            {
                own.FollowSession(terms, content, session.Code);
                changed.Add(own);
            }
            else if (own is null && recorded is { Result: CompletionResult.Failed })
            {
                // One completion a day: what was recorded as failed is what the session says by now.
                recorded.FollowSession(terms, content, session.Code);
                changed.Add(recorded);
                enrolment.CompleteBy(recorded.Id, isMade: true);
            }
            else if (own is null && recorded is not null)
            {
                enrolment.CompleteBy(recorded.Id, isMade: false);
            }
            else if (own is null)
            {
                made.Add((enrolment, Completion.OfSession(enrolment.EmployeeId, course.Id, terms, content, session.Code, caller.AccountId, clock.Now)));
            }
        }

        await HandOverAsync(lost, enrolments, cancellation);
        await KeepAsync(made, [.. changed.Where(x => db.Entry(x).State == EntityState.Modified)], lost, cancellation);
        await TellAsync(course, session, [.. made.Select(x => x.Completion)], cancellation);
    }

    /// <summary>A completion that another session of the day stands on too is that session's from now on.</summary>
    private async Task HandOverAsync(List<Completion> lost, IReadOnlyCollection<Enrolment> enrolments, CancellationToken cancellation)
    {
        if (lost.Count == 0)
        {
            return;
        }

        var (ids, own) = (lost.ConvertAll(x => x.Id), enrolments.Select(x => x.Id).ToList());
        var others = await db.Enrolments.Where(x => x.CompletionId != null && ids.Contains(x.CompletionId.Value) && !own.Contains(x.Id)).ToListAsync(cancellation);
        others.ForEach(x => x.CompleteBy(x.CompletionId!.Value, isMade: true));
        lost.RemoveAll(x => others.Exists(y => y.CompletionId == x.Id));
    }

    private async Task KeepAsync(
        List<(Enrolment Of, Completion Completion)> made, List<Completion> changed, List<Completion> lost, CancellationToken cancellation)
    {
        db.Completions.AddRange(made.Select(x => x.Completion));
        await db.FlushAsync(cancellation);
        made.ForEach(x => x.Of.CompleteBy(x.Completion.Id, isMade: true));
        List<Completion> touched = [.. made.Select(x => x.Completion), .. changed, .. lost];
        if (touched.Count > 0)
        {
            await items.RunAsync(touched, lost, cancellation);
            db.Completions.RemoveRange(lost);
            await retraining.EndAsync([.. made.Select(x => x.Completion)], cancellation);
        }

        await db.FlushAsync(cancellation);
    }

    private async Task TellAsync(Course course, TrainingSession session, IReadOnlyList<Completion> made, CancellationToken cancellation)
    {
        if (made.Count > 0)
        {
            await notices.TellAsync(
                "completion.recorded", [.. made.Select(x => x.EmployeeId)], new NoticeSubject("completion", made[0].Id), cancellation,
                ("courseCode", course.Code), ("course", course.NameZh), ("completedOn", session.LastOn));
        }
    }

    /// <summary>By whose marks each person is judged: of the plan that asks the course of them, an open item before a completed one,
    /// the earliest due first.</summary>
    private async Task<AskingPlans> AskingPlansAsync(
        TrainingSession session, Course course, IReadOnlyCollection<Enrolment> enrolments, CancellationToken cancellation)
    {
        var (ids, courseId, successorId) = (enrolments.Select(x => x.EmployeeId).ToList(), course.Id, course.CountsForId ?? course.Id);
        var asking = await db.TrainingItems
            .Where(x => ids.Contains(x.EmployeeId) && (x.CourseId == courseId || x.CourseId == successorId) && x.DroppedOn == null)
            .Select(x => new { x.EmployeeId, x.PlanId, IsOpen = x.CompletedOn == null, x.DueOn, x.Id }).ToListAsync(cancellation);
        var plans = asking.GroupBy(x => x.EmployeeId)
            .ToDictionary(x => x.Key, x => x.OrderBy(y => !y.IsOpen).ThenBy(y => y.DueOn).ThenBy(y => y.Id).First().PlanId);
        var planIds = plans.Values.ToHashSet();
        var parts = (await db.Plans.Where(x => planIds.Contains(x.Id)).SelectMany(x => x.Evaluation).OrderBy(x => x.Sequence).AsNoTracking()
            .ToListAsync(cancellation)).ToLookup(x => x.PlanId);
        return new AskingPlans(plans, parts, course.TermsFor(session.CourseVersion, session.LastOn).PassMark);
    }

    private sealed class AskingPlans(Dictionary<long, long> plans, ILookup<long, PlanEvaluationPart> parts, decimal? passMark)
    {
        public long? PlanOf(long employeeId) => plans.TryGetValue(employeeId, out var id) ? id : null;

        public OutcomeMarks MarksOf(long employeeId) => OutcomeMarks.Of(PlanOf(employeeId) is { } id ? parts[id] : [], passMark);
    }
}
