using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Features.OwnGoals;

/// <summary>Finds the own goals of an appraisal for an act, in the order in which requests are refused, and answers them.</summary>
internal sealed class OnOwnGoal(TrainingDb db, Visible visible, CurrentPerson caller, SegmentRaters raters, OrganisationClock clock)
{
    /// <summary>What the person does to a goal. Refused: to anybody else; once the self-review is submitted or over.</summary>
    /// <param name="id">The appraisal.</param>
    /// <param name="goalId">The goal.</param>
    /// <param name="match">Checks what the request was written for.</param>
    /// <param name="act">With the quarter of the appraisal; whether the goal stays.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<OwnGoalResponse?> ActAsync(
        long id, long goalId, Action<OwnGoal> match, Func<OwnGoal, Quarter, bool> act, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var (appraisal, goal) = await FoundAsync(id, goalId, cancellation);
            RequirePerson(appraisal);
            match(goal);
            OwnGoal.RequireSettable(appraisal, await ReviewAsync(id, cancellation));
            if (!act(goal, await QuarterAsync(appraisal, cancellation)))
            {
                db.OwnGoals.Remove(goal);
                return null;
            }

            await db.FlushAsync(cancellation);
            return await ShowAsync(appraisal, goal, cancellation);
        },
        cancellation);

    /// <summary>A new goal. Refused as above; beyond the twentieth.</summary>
    public Task<OwnGoalResponse> SetAsync(long id, OwnGoalContent content, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(CycleQueries.Lock, cancellation);
            var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
            RequirePerson(appraisal);
            OwnGoal.RequireSettable(appraisal, await ReviewAsync(id, cancellation));
            if (await db.OwnGoals.CountAsync(x => x.AppraisalId == id, cancellation) >= OwnGoal.MaxGoals)
            {
                throw OwnGoalRefusals.TooMany.With(("max", OwnGoal.MaxGoals));
            }

            var goal = OwnGoal.Set(id, content, await QuarterAsync(appraisal, cancellation), clock.Now);
            db.OwnGoals.Add(goal);
            await db.FlushAsync(cancellation);
            return await ShowAsync(appraisal, goal, cancellation);
        },
        cancellation);

    /// <summary>Says how a goal gets on. Refused: to others than the person and who scores a segment; once the result is published.</summary>
    public Task<OwnGoalResponse> NoteAsync(long id, long goalId, Action<OwnGoal> match, string text, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var (appraisal, goal) = await FoundAsync(id, goalId, cancellation);
            if (caller.EmployeeId is not { } self || !await IsInvolvedAsync(appraisal, cancellation))
            {
                throw OwnGoalRefusals.NotInvolved.With();
            }

            match(goal);
            if (appraisal.IsPublished)
            {
                throw OwnGoalRefusals.Published.With();
            }

            goal.Note(self, text, clock.Now);
            await db.FlushAsync(cancellation);
            return await ShowAsync(appraisal, goal, cancellation);
        },
        cancellation);

    /// <summary>One goal that the caller may see.</summary>
    public async Task<OwnGoalResponse> ReadAsync(long id, long goalId, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        return await ShowAsync(
            appraisal, await visible.OwnGoals().AsNoTracking().Where(x => x.AppraisalId == id).OneAsync(goalId, cancellation), cancellation);
    }

    private async Task<(Appraisal Appraisal, OwnGoal Goal)> FoundAsync(long id, long goalId, CancellationToken cancellation)
    {
        await db.LockAsync(CycleQueries.Lock, cancellation);
        var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
        return (appraisal, await visible.OwnGoals().Where(x => x.AppraisalId == id).OneAsync(goalId, cancellation));
    }

    private void RequirePerson(Appraisal appraisal)
    {
        if (!caller.Is(appraisal.EmployeeId))
        {
            throw AppraisalRefusals.NotThePerson.With();
        }
    }

    private async Task<bool> IsInvolvedAsync(Appraisal appraisal, CancellationToken cancellation)
    {
        if (caller.Is(appraisal.EmployeeId))
        {
            return true;
        }

        var id = appraisal.Id;
        var scoring = await raters.OfAsync(db.AppraisalSegments.Where(x => x.AppraisalId == id && x.Days > 0), cancellation);
        foreach (var rater in scoring.Values.Distinct())
        {
            if (await raters.ScorerAsync(rater, appraisal.EmployeeId, cancellation) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private async Task<SelfReviewState> ReviewAsync(long id, CancellationToken cancellation) =>
        await db.SelfReviews.Where(x => x.AppraisalId == id).Select(x => (SelfReviewState?)x.State).SingleOrDefaultAsync(cancellation) ?? SelfReviewState.Draft;

    private async Task<Quarter> QuarterAsync(Appraisal appraisal, CancellationToken cancellation) =>
        Quarter.Parse(await db.AppraisalCycles.Where(x => x.Id == appraisal.CycleId).Select(x => x.Code).SingleAsync(cancellation))!.Value;

    private async Task<OwnGoalResponse> ShowAsync(Appraisal appraisal, OwnGoal goal, CancellationToken cancellation)
    {
        var ids = goal.Progress.Select(x => x.EmployeeId).ToHashSet();
        var people = await db.Employees.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
        var acts = new List<OwnGoalAct>();
        if (caller.Is(appraisal.EmployeeId) && OwnGoal.IsSettable(appraisal, await ReviewAsync(appraisal.Id, cancellation)))
        {
            acts.AddRange(goal.IsDone ? [OwnGoalAct.Edit, OwnGoalAct.Delete] : [OwnGoalAct.Edit, OwnGoalAct.Delete, OwnGoalAct.CompleteMilestone]);
        }

        if (!appraisal.IsPublished && goal.Progress.Count < OwnGoal.MaxProgress && await IsInvolvedAsync(appraisal, cancellation))
        {
            acts.Add(OwnGoalAct.NoteProgress);
        }

        return new(
            goal.Id, goal.AppraisalId, goal.Title, goal.Text, goal.Milestones,
            [.. goal.Progress.Select(x => new OwnGoalProgressResponse(x.At, people[x.EmployeeId], x.Text))], goal.IsDone, goal.SetAt, acts, goal.Version);
    }
}
