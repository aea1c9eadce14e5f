using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Kpis;

namespace Training.Api.Features.Measurements;

/// <summary>Why a figure goes.</summary>
/// <param name="Reason">1 to 500 characters.</param>
public sealed record RemoveMeasurementRequest([TextLength(1, Correction.MaxReasonLength)] string Reason);

internal static class RemoveMeasurement
{
    /// <summary>Takes a figure away, by whoever may enter it; its history stays in the audit. After the data cut-off of its quarter the
    /// removal is queued for HR as a correction, and the answer says <c>queued</c>.</summary>
    internal static Task<EnteredFigure> HandleAsync(
        long id, RemoveMeasurementRequest request, IfMatch ifMatch, OnFigure on, OwnFigures own, CurrentPerson caller, OrganisationClock clock,
        TrainingDb db, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(EnterFigures.Lock, cancellation);
            var figure = await on.LoadAsync(id, cancellation);
            ifMatch.Require(figure);
            await own.RefuseAsync(figure.Place, cancellation);
            if (!(await db.DataCutOffsAsync(cancellation)).IsOver(figure.Period.Quarter, clock.Today))
            {
                db.Measurements.Remove(figure);
                await db.FlushAsync(cancellation);
                return new EnteredFigure(EnteredState.Recorded, null, null);
            }

            await on.RefuseWaitingAsync(figure.Place, cancellation);
            var origin = new MeasurementOrigin(MeasurementSource.Manual, null, false);
            var queued = Correction.Queue(figure.Place, figure.PeriodKind, figure.Figure, null, new(caller.AccountId, clock.Now, origin, request.Reason));
            db.Corrections.Add(queued);
            await db.FlushAsync(cancellation);
            return await on.AnswerAsync(figure.Place, queued.Id, cancellation);
        },
        cancellation);
}
