using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;

namespace Training.Api.Acts;

/// <summary>A corrected figure becomes as proposed: for the act and the demo. Called inside a write that holds <see cref="EnterFigures.Lock"/> and
/// <see cref="CycleQueries.Lock"/>.</summary>
internal sealed class AcceptCorrection(TrainingDb db, CurrentPerson caller, OrganisationClock clock, CorrectResults results)
{
    /// <summary>The figure becomes as proposed, or goes, and each published result that it touches has its next version. Refused: the second
    /// decision; a figure that has become another since it was proposed.</summary>
    public async Task RunAsync(Correction correction, string? note, CancellationToken cancellation)
    {
        var figure = await db.Measurements.At(correction.Place).SingleOrDefaultAsync(cancellation);
        correction.Accept(figure?.Figure, caller.AccountId, note, clock.Now);
        Carry(correction, figure);
        await db.FlushAsync(cancellation);
        var now = await db.Measurements.At(correction.Place).AsFigures().SingleOrDefaultAsync(cancellation);
        await results.RunAsync(new(correction.Place, now is null ? null : Measured.Of(now)), cancellation);
    }

    private void Carry(Correction correction, Measurement? figure)
    {
        var origin = new MeasurementOrigin(correction.Source, correction.SourceRow, correction.IsImplausible);
        if (correction.Proposed is not { } proposed)
        {
            db.Measurements.Remove(figure!);
        }
        else if (figure is not null)
        {
            figure.Change(proposed, origin);
        }
        else
        {
            db.Measurements.Add(Measurement.Record(
                correction.EmployeeId, correction.DepartmentId, correction.KpiId, correction.Period, proposed, origin));
        }
    }
}
