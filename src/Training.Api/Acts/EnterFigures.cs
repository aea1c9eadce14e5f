using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>Enters figures by whichever way they come: by hand, by API, by workbook. Called inside a write; first planned, then applied,
/// all or none.</summary>
internal sealed class EnterFigures(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>Held by every write of figures: there is one figure for each place, and one correction that waits.</summary>
    public const string Lock = "measurements";

    private const int Some = 1000;

    /// <summary>What would become of each figure, in their order. Reads in a number of queries that does not grow with them, and
    /// changes nothing.</summary>
    public async Task<IReadOnlyList<PlannedFigure>> PlanAsync(IReadOnlyList<FigureEntry> entries, FigureTerms terms, CancellationToken cancellation)
    {
        var known = await KnownFigures.ReadAsync(db, entries, clock, cancellation);
        var own = await db.OwnDepartmentsAsync(caller.EmployeeId, known.Today, cancellation);
        var seen = new HashSet<MeasuredPlace>(entries.Count);
        var planned = new PlannedFigure[entries.Count];
        for (var i = 0; i < planned.Length; i++)
        {
            planned[i] = Plan(entries[i], known, own, seen, terms);
        }

        return planned;
    }

    /// <summary>Makes what was planned; nothing may be refused. What was made stands in each figure.</summary>
    public async Task ApplyAsync(IReadOnlyList<PlannedFigure> planned, FigureTerms terms, CancellationToken cancellation)
    {
        var (created, queued) = (new List<Measurement>(), new List<Correction>());
        var by = caller.AccountId;
        foreach (var figure in planned)
        {
            if (figure.Outcome == FigureOutcome.New)
            {
                var place = figure.Place;
                var made = Measurement.Record(place.EmployeeId, place.DepartmentId, place.KpiId, figure.Period, figure.Figure, Origin(figure, terms));
                figure.Made = made;
                created.Add(made);
            }
            else if (figure.Outcome == FigureOutcome.Queued)
            {
                var made = Correction.Queue(
                    figure.Place, figure.Period.Kind, figure.Kept?.Figure, figure.Figure, new(by, clock.Now, Origin(figure, terms), terms.Reason));
                figure.Made = made;
                queued.Add(made);
            }
        }

        await ChangeAsync([.. planned.Where(x => x.Outcome == FigureOutcome.Changed)], terms, cancellation);
        // In the order of the index that has one entry for each, so that the store fills it page by page.
        created.Sort(InOrder);
        await Bulk.InsertAsync(db, created, cancellation);
        await Bulk.InsertAsync(db, queued, cancellation);
    }

    /// <summary>The records that are to be changed, tracked, each in its figure.</summary>
    public async Task LoadChangedAsync(IReadOnlyList<PlannedFigure> changed, CancellationToken cancellation)
    {
        foreach (var some in changed.Where(x => x.Made is null).Chunk(Some))
        {
            var ids = some.Select(x => x.Kept!.Id).ToList();
            var records = await db.Measurements.Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
            foreach (var figure in some)
            {
                figure.Made = records[figure.Kept!.Id];
            }
        }
    }

    private static int InOrder(Measurement one, Measurement other)
    {
        var byPerson = (one.EmployeeId ?? 0).CompareTo(other.EmployeeId ?? 0);
        var byKpi = byPerson != 0 ? byPerson : one.KpiId.CompareTo(other.KpiId);
        return byKpi != 0 ? byKpi : one.PeriodFrom.CompareTo(other.PeriodFrom);
    }

    private async Task ChangeAsync(IReadOnlyList<PlannedFigure> changed, FigureTerms terms, CancellationToken cancellation)
    {
        await LoadChangedAsync(changed, cancellation);
        foreach (var figure in changed)
        {
            ((Measurement)figure.Made!).Change(figure.Figure, Origin(figure, terms));
        }
    }

    private static MeasurementOrigin Origin(PlannedFigure figure, FigureTerms terms) =>
        new(terms.Source, figure.Entry.SourceRow, figure.IsImplausible);

    private PlannedFigure Plan(FigureEntry entry, KnownFigures known, OwnDepartments own, HashSet<MeasuredPlace> seen, FigureTerms terms)
    {
        var plan = new PlannedFigure(entry);
        var who = WhoOf(plan, known);
        if (!known.Kpis.TryGetValue(entry.KpiCode, out var kpi))
        {
            plan.Refuse(MeasurementRefusals.KpiUnknown.At("kpiCode", ("code", entry.KpiCode)));
        }

        if (who is null || kpi is null)
        {
            return plan;
        }

        var version = known.Version(kpi, entry.Period.Quarter);
        if (entry.IsDayCell && version.Period == KpiPeriod.Month && entry.Period is { Kind: KpiPeriod.Day, From.Day: 1 })
        {
            plan.Period = MeasuredPeriod.Month(entry.Period.From);
        }

        var isPerson = !who.Subject.IsDepartment;
        plan.Place = new(isPerson ? who.Id : null, isPerson ? null : who.Id, kpi.Id, plan.Period.From, plan.Period.To);
        plan.Kept = known.Kept.GetValueOrDefault(plan.Place);
        plan.Figure = entry.KeepsSample ? entry.Figure with { SampleSize = plan.Kept?.Figure.SampleSize } : entry.Figure;
        Check(plan, kpi, version, who, known, terms);
        if (plan.Outcome != FigureOutcome.Refused)
        {
            Decide(plan, IsOwn(plan.Place, own), known, seen, terms);
        }

        return plan;
    }

    private static KnownFigures.Who? WhoOf(PlannedFigure plan, KnownFigures known)
    {
        switch (plan.Entry)
        {
            case { EmployeeNumber: { } number, DepartmentCode: null }:
                if (known.People.TryGetValue(number, out var person))
                {
                    return person;
                }

                plan.Refuse(MeasurementRefusals.PersonUnknown.At("employeeNumber", ("number", number)));
                return null;
            case { EmployeeNumber: null, DepartmentCode: { } code }:
                if (known.Departments.TryGetValue(code, out var department))
                {
                    return department;
                }

                plan.Refuse(MeasurementRefusals.DepartmentUnknown.At("departmentCode", ("code", code)));
                return null;
            default:
                plan.Refuse(MeasurementRefusals.OneSubject.At("employeeNumber"));
                return null;
        }
    }

    private void Check(PlannedFigure plan, Kpi kpi, KpiVersion version, KnownFigures.Who who, KnownFigures known, FigureTerms terms)
    {
        if (terms.ByHand && version.Source == KpiSource.Import)
        {
            plan.Refuse(MeasurementRefusals.NotByHand.At("kpiCode", ("code", kpi.Code)));
            return;
        }

        var retiredOn = kpi.RetiredAt is { } at ? clock.DayOf(at) : (DateOnly?)null;
        // What is kept already was confirmed when it came.
        var isMeant = terms.IsConfirmed || plan.Kept?.Figure == plan.Figure;
        var fault = terms.IsChange
            ? MeasurementRules.FaultOfFigure(version, plan.Figure, isMeant)
            : MeasurementRules.FaultOf(kpi.Code, version, retiredOn, who.Subject, plan.Period, plan.Figure, isMeant, known.Today);
        if (fault is not null)
        {
            plan.Refuse(fault);
            return;
        }

        plan.IsImplausible = !MeasurementRules.IsPlausible(version, plan.Figure.Value);
    }

    private static void Decide(PlannedFigure plan, bool isOwn, KnownFigures known, HashSet<MeasuredPlace> seen, FigureTerms terms)
    {
        if (!seen.Add(plan.Place))
        {
            plan.Refuse(MeasurementRefusals.Twice.At("period", ("period", plan.Period.ToString())));
            return;
        }

        if (isOwn)
        {
            plan.Outcome = terms.LeavesOutOwn ? FigureOutcome.LeftOut : FigureOutcome.Refused;
            if (!terms.LeavesOutOwn)
            {
                plan.Refuse(AccessRefusals.OwnRecord.With());
            }

            return;
        }

        if (plan.Kept?.Figure == plan.Figure)
        {
            plan.Outcome = FigureOutcome.Same;
        }
        else if (!known.IsClosed(plan.Period.Quarter))
        {
            plan.Outcome = plan.Kept is null ? FigureOutcome.New : FigureOutcome.Changed;
        }
        else if (!known.Waiting.TryGetValue(plan.Place, out var waiting))
        {
            plan.Outcome = FigureOutcome.Queued;
        }
        else if (waiting == plan.Figure)
        {
            plan.Outcome = FigureOutcome.Same;
        }
        else
        {
            plan.Refuse(MeasurementRefusals.Waiting.At("value", ("value", waiting?.Value)));
        }
    }

    /// <summary>One's own figures, and those of a department that one heads, which count as the head's.</summary>
    private bool IsOwn(MeasuredPlace place, OwnDepartments own) =>
        place.EmployeeId is { } person ? caller.Is(person) : own.Include(place.DepartmentId, place.To);

    /// <summary>Where a row of many stood, in words: the file or key, cut, and the row.</summary>
    public static string SourceRow(string? from, int row)
    {
        var place = string.Create(CultureInfo.InvariantCulture, $"#{row}");
        return PlainText.Cut(from ?? "", Measurement.MaxSourceRowLength - place.Length) + place;
    }
}
