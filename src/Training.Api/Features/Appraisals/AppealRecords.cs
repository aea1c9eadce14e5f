using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>Why the person does not accept their result.</summary>
/// <param name="Reason">At most 4000 characters.</param>
/// <param name="Evidence">What shows it: figures, records, names of files.</param>
public sealed record FileAppealRequest(
    [TextLength(1, Appeal.MaxTextLength)] string Reason, [TextLength(0, Appeal.MaxTextLength)] string? Evidence = null);

/// <summary>Who looks again.</summary>
/// <param name="EmployeeId">Employed today, neither the person nor below them, neither a rater of the appraisal nor below one.</param>
public sealed record NameReviewerRequest(long EmployeeId);

/// <summary>What the second reviewer decides.</summary>
/// <param name="Reason">Why; the person reads it.</param>
/// <param name="Points">Added to the computed total, or taken from it, 2 decimals; with an adjustment alone.</param>
public sealed record ResolveAppealRequest(AppealDecision Decision, [TextLength(1, Appeal.MaxTextLength)] string Reason, decimal? Points = null);

/// <summary>An appeal against a version of a result.</summary>
/// <param name="ResultNumber">The version.</param>
/// <param name="DueOn">The day until which it is decided.</param>
/// <param name="IsOverdue">That day is over, and it is not decided.</param>
/// <param name="Reviewer">Who decides; none yet.</param>
/// <param name="DecisionReason">Why it was decided so.</param>
/// <param name="Points">What the decision added.</param>
/// <param name="AllowedActions">What the caller may do to it now.</param>
public sealed record AppealResponse(
    long Id, long AppraisalId, string Quarter, Person Employee, int ResultNumber, AppealState State, string Reason, string? Evidence,
    DateTimeOffset FiledAt, DateOnly DueOn, bool IsOverdue, Person? Reviewer, string? DecisionReason, decimal? Points, DateTimeOffset? DecidedAt,
    IReadOnlyList<AppraisalAct> AllowedActions, int Version) : IVersioned;

/// <summary>Finds the appeal of an appraisal for an act, in the order in which requests are refused, and answers it.</summary>
internal sealed class OnAppeal(
    TrainingDb db, Visible visible, CurrentPerson caller, AppealParties parties, LookupNotes lookups, OrganisationClock clock)
{
    /// <summary>One act on the latest appeal of an appraisal, in one write. Refused: where there is none.</summary>
    /// <param name="id">The appraisal.</param>
    /// <param name="act">Checks who the caller is to it, the version and the state.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<AppealResponse> ActAsync(long id, Func<Appraisal, Appeal?, Task<Appeal>> act, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(CycleQueries.Lock, cancellation);
            var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
            var appeal = await act(
                appraisal, await db.Appeals.Where(x => x.AppraisalId == id).OrderByDescending(x => x.ResultNumber).FirstOrDefaultAsync(cancellation));
            await db.FlushAsync(cancellation);
            return await ShowAsync(appraisal, appeal, cancellation);
        },
        cancellation);

    /// <summary>The latest appeal of an appraisal. Refused: where the caller sees none.</summary>
    public async Task<AppealResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        var appeals = visible.Appeals().AsNoTracking().Where(x => x.AppraisalId == id);
        return await ShowAsync(appraisal, await appeals.Where(x => !appeals.Any(y => y.ResultNumber > x.ResultNumber)).OneAsync(cancellation), cancellation);
    }

    private async Task<AppealResponse> ShowAsync(Appraisal appraisal, Appeal appeal, CancellationToken cancellation)
    {
        lookups.NoteScores(caller.AccountId, [appraisal.EmployeeId]);
        var (cycle, person, reviewer) = (appraisal.CycleId, appraisal.EmployeeId, appeal.ReviewerId);
        var people = await db.Employees.AsNoTracking().Where(x => x.Id == person || x.Id == reviewer)
            .ToDictionaryAsync(x => x.Id, x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin), cancellation);
        var quarter = await db.AppraisalCycles.Where(x => x.Id == cycle).Select(x => x.Code).SingleAsync(cancellation);
        return new(
            appeal.Id, appraisal.Id, quarter, people[person], appeal.ResultNumber, appeal.State, appeal.Reason, appeal.Evidence, appeal.FiledAt,
            appeal.DueOn, appeal.IsOpen && clock.Today > appeal.DueOn, reviewer is { } known ? people[known] : null, appeal.DecisionReason, appeal.Points,
            appeal.DecidedAt,
            appraisal.AllowedActions(
                new AppraisalCaller(caller.Is(person), false, false)
                {
                    MayNameReviewer = appeal.IsOpen && await parties.MayNameAsync(appraisal, cancellation),
                    IsReviewer = reviewer is not null && reviewer == caller.EmployeeId,
                },
                SelfReviewState.Submitted, new ShownResult(false, false, appeal.IsOpen)),
            appeal.Version);
    }
}
