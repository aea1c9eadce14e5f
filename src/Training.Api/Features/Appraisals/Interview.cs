using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>The talk about a result.</summary>
/// <param name="HeldOn">From the day of publication to today.</param>
/// <param name="Points">What was talked about.</param>
/// <param name="AgreedSteps">What was agreed.</param>
public sealed record RecordInterviewRequest(
    DateOnly HeldOn, [TextLength(1, AppraisalInterview.MaxTextLength)] string Points, [TextLength(0, AppraisalInterview.MaxTextLength)] string? AgreedSteps = null);

/// <summary>The talk about a result, as it was written down last.</summary>
/// <param name="HeldOn">None: nothing was written down yet.</param>
/// <param name="By">Who wrote it down.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
/// <param name="Version">0 before anything was written down.</param>
public sealed record InterviewResponse(
    long AppraisalId, DateOnly? HeldOn, string? Points, string? AgreedSteps, Person? By, DateTimeOffset? RecordedAt,
    IReadOnlyList<AppraisalAct> AllowedActions, int Version) : IVersioned;

/// <summary>Who talks about a result with the person, and what was written down of it.</summary>
internal sealed class OnInterview(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>Whether the caller is the supervisor of a segment or scored one, is the person's direct supervisor today, or the deputy of
    /// one of these today.</summary>
    public async Task<bool> IsSupervisorAsync(Appraisal appraisal, CancellationToken cancellation)
    {
        if (caller.EmployeeId is not { } self || self == appraisal.EmployeeId)
        {
            return false;
        }

        var (id, person, today) = (appraisal.Id, appraisal.EmployeeId, clock.Today);
        var seats = await db.Delegations.Where(x => x.DeputyId == self && x.From <= today && x.To >= today).Select(x => x.SupervisorId).ToListAsync(cancellation);
        seats.Add(self);
        return await db.AppraisalSegments.AnyAsync(
                x => x.AppraisalId == id && x.Days > 0 && ((x.SupervisorId != null && seats.Contains(x.SupervisorId.Value)) || x.ScoredById == self), cancellation)
            || await db.ReportingLines.AnyAsync(
                x => x.EmployeeId == person && x.IsDirect && seats.Contains(x.SupervisorId) && x.From <= today && (x.To == null || x.To >= today), cancellation);
    }

    public async Task<InterviewResponse> ShowAsync(Appraisal appraisal, AppraisalInterview? held, bool isSupervisor, CancellationToken cancellation)
    {
        var by = held?.ById;
        var person = by is null ? null : await db.Employees.Where(x => x.Id == by)
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).SingleAsync(cancellation);
        return new(
            appraisal.Id, held?.HeldOn, held?.Points, held?.AgreedSteps, person, held?.RecordedAt,
            appraisal.AllowedActions(
                new AppraisalCaller(caller.Is(appraisal.EmployeeId), false, false) { IsSupervisor = isSupervisor }, SelfReviewState.Submitted, null),
            held?.Version ?? 0);
    }
}

internal static class GetInterview
{
    /// <summary>What was written down of the talk about a result; nothing yet: version 0. To who may write it down, and to who sees the whole
    /// appraisal. Refused: to others.</summary>
    internal static async Task<InterviewResponse> HandleAsync(
        long id, Visible visible, CurrentPerson caller, LookupNotes lookups, OnInterview on, TrainingDb db, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        var isSupervisor = await on.IsSupervisorAsync(appraisal, cancellation);
        if (!isSupervisor && !await visible.WholeAppraisals().AnyAsync(x => x.Id == id, cancellation))
        {
            throw InterviewRefusals.NotTheSupervisor.With();
        }

        var held = await db.AppraisalInterviews.AsNoTracking().SingleOrDefaultAsync(x => x.AppraisalId == id, cancellation);
        lookups.NoteScores(caller.AccountId, [appraisal.EmployeeId]);
        return await on.ShowAsync(appraisal, held, isSupervisor, cancellation);
    }
}

internal static class RecordInterview
{
    /// <summary>A supervisor writes down the talk about a published result, or writes it anew; the person is told the first time. Refused: to
    /// who neither scored the person nor is their supervisor today; before the result is published; a day before that, or after
    /// today.</summary>
    internal static Task<InterviewResponse> HandleAsync(
        long id, RecordInterviewRequest request, IfMatch ifMatch, Visible visible, OnInterview on, CurrentPerson caller, NoticeBox notices, TrainingDb db,
        OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
                caller.RefuseOwn(appraisal.EmployeeId);
                if (!await on.IsSupervisorAsync(appraisal, cancellation))
                {
                    throw InterviewRefusals.NotTheSupervisor.With();
                }

                var held = await db.AppraisalInterviews.SingleOrDefaultAsync(x => x.AppraisalId == id, cancellation);
                ifMatch.Require(held?.Version ?? 0);
                appraisal.Require(AppraisalAct.RecordInterview);
                var isFirst = held is null;
                if (held is null)
                {
                    db.AppraisalInterviews.Add(held = AppraisalInterview.Of(id));
                }

                var published = await db.AppraisalResults.Where(x => x.AppraisalId == id).OrderBy(x => x.Number).Select(x => x.PublishedAt).FirstAsync(cancellation);
                held.Record(request.HeldOn, (request.Points, request.AgreedSteps), clock.DayOf(published), clock.Today, caller.EmployeeId!.Value, clock.Now);
                await db.FlushAsync(cancellation);
                if (isFirst)
                {
                    await notices.TellAsync("appraisal.interviewRecorded", appraisal.EmployeeId, new NoticeSubject("appraisal", id), cancellation);
                }

                return await on.ShowAsync(appraisal, held, isSupervisor: true, cancellation);
            },
            cancellation);
}
