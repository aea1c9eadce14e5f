using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>A segment that the cycle goes on without.</summary>
/// <param name="AppraisalId">The appraisal.</param>
/// <param name="Number">The number of its segment.</param>
public sealed record LeaveBehindRequest(long AppraisalId, int Number);

/// <summary>Which phase begins.</summary>
/// <param name="To">The next phase, named so that a second click begins no further one: selfReview, scoring or calibration.</param>
/// <param name="LeaveBehind">For calibration: open segments that it begins without; they may be scored late.</param>
public sealed record AdvanceAppraisalCycleRequest(
    AppraisalCyclePhase To, [ItemCount(0, AdvanceAppraisalCycle.MostLeftBehind)] IReadOnlyList<LeaveBehindRequest>? LeaveBehind = null);

/// <summary>What advancing came to.</summary>
/// <param name="Phase">Where the cycle stands.</param>
/// <param name="Moved">Appraisals that began the next stage.</param>
/// <param name="NotGiven">Self-reviews that were asked for and not given.</param>
/// <param name="Scored">Appraisals all of whose segments turned out scored.</param>
/// <param name="Unrated">Appraisals that turned out to have too few days for a score.</param>
/// <param name="LeftBehind">Segments that the cycle goes on without.</param>
/// <param name="TargetsByTemplate">Appraisals that took the template's targets, as nobody had proposed others.</param>
/// <param name="TargetsAgreed">Targets that the person left unanswered for five working days, and that hold now.</param>
/// <param name="TargetsToDecide">Targets on which the next above decides now.</param>
public sealed record AdvanceAppraisalCycleResponse(
    AppraisalCyclePhase Phase, int Moved, int NotGiven, int Scored, int Unrated, int LeftBehind, int TargetsByTemplate, int TargetsAgreed,
    int TargetsToDecide, int Version) : IVersioned;

internal static class AdvanceAppraisalCycle
{
    /// <summary>Segments that one request can leave behind.</summary>
    public const int MostLeftBehind = 10_000;

    /// <summary>Begins the next phase of a cycle, with what that makes of each appraisal: people and supervisors are told what is theirs to
    /// do; self-reviews that are missing are recorded as not given; who has too few days ends unrated. Refused: another phase than the
    /// next; scoring before the quarter is over; calibration while segments are open that are not left behind by name.</summary>
    internal static Task<AdvanceAppraisalCycleResponse> HandleAsync(
        long id, AdvanceAppraisalCycleRequest request, IfMatch ifMatch, AdvanceCycle advance, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var cycle = await db.AppraisalCycles.Whole().OneAsync(id, cancellation);
                ifMatch.Require(cycle);
                cycle.Advance(request.To, clock.Today);
                var done = await advance.RunAsync(
                    cycle, [.. (request.LeaveBehind ?? []).Select(x => new SegmentName(x.AppraisalId, x.Number))], cancellation);
                return new AdvanceAppraisalCycleResponse(
                    cycle.Phase, done.Moved, done.NotGiven, done.Scored, done.Unrated, done.LeftBehind, done.Targets.ByTemplate, done.Targets.Agreed,
                    done.Targets.Escalated, cycle.Version);
            },
            cancellation);
}
