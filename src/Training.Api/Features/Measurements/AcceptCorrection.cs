using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Kpis;

namespace Training.Api.Features.Measurements;

/// <summary>What HR says of its decision.</summary>
/// <param name="Note">At most 500 characters.</param>
public sealed record DecideCorrectionRequest([TextLength(0, Correction.MaxReasonLength)] string? Note = null);

internal static class AcceptCorrection
{
    /// <summary>The figure becomes as proposed, or goes; each published result that it touches has its next version, and its person is told. By HR, never of one's own figures. Refused: the second decision; a figure that
    /// has become another since it was proposed.</summary>
    internal static Task<CorrectionResponse> HandleAsync(
        long id, DecideCorrectionRequest request, IfMatch ifMatch, OnCorrection on, OwnFigures own, Acts.AcceptCorrection accept, TrainingDb db,
        CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(EnterFigures.Lock, cancellation);
            await db.LockAsync(CycleQueries.Lock, cancellation);
            var correction = await db.Corrections.OneAsync(id, cancellation);
            await own.RefuseDecisionAsync(correction.Place, cancellation);
            ifMatch.Require(correction);
            await accept.RunAsync(correction, request.Note, cancellation);
            return await on.ReadAsync(id, cancellation);
        },
        cancellation);
}

internal static class LeaveCorrection
{
    /// <summary>The figure stays as it is. By HR, never of one's own figures. Refused: the second decision.</summary>
    internal static Task<CorrectionResponse> HandleAsync(
        long id, DecideCorrectionRequest request, IfMatch ifMatch, OnCorrection on, OwnFigures own, CurrentPerson caller, OrganisationClock clock,
        TrainingDb db, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var correction = await db.Corrections.OneAsync(id, cancellation);
            await own.RefuseAsync(correction.Place, cancellation);
            ifMatch.Require(correction);
            correction.Leave(caller.AccountId, request.Note, clock.Now);
            await db.FlushAsync(cancellation);
            return await on.ReadAsync(id, cancellation);
        },
        cancellation);
}
