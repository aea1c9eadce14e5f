using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Measurements;

/// <summary>Figures that count as the caller's own: of themselves, and of a department that they head today or headed on the last day of
/// their period.</summary>
internal sealed class OwnFigures(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    public async Task<bool> HoldAsync(MeasuredPlace place, CancellationToken cancellation) => place.EmployeeId is { } person
        ? caller.Is(person)
        : (await db.OwnDepartmentsAsync(caller.EmployeeId, clock.Today, cancellation)).Include(place.DepartmentId, place.To);

    /// <summary>Refuses these, and figures of a department in which the caller has a segment in the quarter: they would decide on their own
    /// score.</summary>
    public async Task RefuseDecisionAsync(MeasuredPlace place, CancellationToken cancellation)
    {
        await RefuseAsync(place, cancellation);
        var (self, department, quarter) = (caller.EmployeeId ?? 0, place.DepartmentId, Quarter.Of(place.From).ToString());
        if (department is not null && await db.AppraisalSegments.AnyAsync(
            x => x.DepartmentId == department && x.Days > 0 && db.Appraisals.Any(y => y.Id == x.AppraisalId && y.EmployeeId == self
                && db.AppraisalCycles.Any(z => z.Id == y.CycleId && z.Code == quarter)),
            cancellation))
        {
            throw AccessRefusals.OwnRecord.With();
        }
    }

    /// <summary>Refuses these.</summary>
    public async Task RefuseAsync(MeasuredPlace place, CancellationToken cancellation)
    {
        if (await HoldAsync(place, cancellation))
        {
            throw AccessRefusals.OwnRecord.With();
        }
    }
}

/// <summary>Shows corrections to the caller.</summary>
internal sealed class OnCorrection(TrainingDb db, CurrentPerson caller, OwnFigures own)
{
    /// <summary>The one correction, whoever may see it.</summary>
    public async Task<CorrectionResponse> ReadAsync(long id, CancellationToken cancellation) =>
        (await ReadAsync(db.Corrections.Where(x => x.Id == id), cancellation)).Single();

    /// <summary>Corrections of one place, from the first on, each with what the caller can do to it.</summary>
    public async Task<IReadOnlyList<CorrectionResponse>> ReadAsync(IQueryable<Correction> corrections, CancellationToken cancellation)
    {
        var rows = await CorrectionRow.Of(corrections, db).OrderBy(x => x.Correction.Id).ToListAsync(cancellation);
        if (rows is not [{ Correction.Place: var place }, ..])
        {
            return [];
        }

        var current = await db.Measurements.AsNoTracking().At(place).SingleOrDefaultAsync(cancellation);
        var mayDecide = Policies.Permit(caller.Roles, Policies.ManageMeasurements) && !await own.HoldAsync(place, cancellation);
        return [.. rows.Select(x => x.Answer(x.Correction.AllowedActions(current?.Figure, mayDecide)))];
    }
}
