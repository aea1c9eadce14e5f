using Training.Domain.Kpis;

namespace Training.Domain.Appraisals;

/// <summary>A figure that is put right after results were published. The facts of a receipt with it give the next version; everything else
/// in them stays as it was (scoring 4).</summary>
/// <param name="Place">Whose figure, of which KPI and period.</param>
/// <param name="Figure">As it is now, with its row; none: it goes.</param>
public sealed record FigureCorrection(MeasuredPlace Place, Measured? Figure)
{
    /// <summary>The receipt as it is with the figure, as the next version; null where no step of it changes.</summary>
    public Receipt? Next(Receipt kept)
    {
        ArgumentNullException.ThrowIfNull(kept);
        var facts = kept.Facts;
        if (!IsAbout(facts))
        {
            return null;
        }

        var corrected = AppraisalCalculation.Of(facts with
        {
            Measurements = [.. facts.Measurements.Where(x => !Is(x)), .. Figure is null ? Array.Empty<Measured>() : [Figure]],
            Counts = [.. facts.Counts.Select(x => x.KpiId == Place.KpiId && x.DepartmentId == Place.DepartmentId ? Recount(x) : x)],
        });
        return ReceiptText.Of(corrected with { Facts = facts }) == ReceiptText.Of(kept)
            ? null
            : AppraisalCalculation.Of(corrected.Facts with { Number = facts.Number + 1 });
    }

    private bool IsAbout(AppraisalInput facts) => facts.Quarter.Holds(Place.From) && (Place.EmployeeId is { } person
        ? person == facts.EmployeeId
        : facts.Stretches.Any(x => x.Placement.DepartmentId == Place.DepartmentId) || facts.Headships.Any(x => x.DepartmentId == Place.DepartmentId));

    private bool Is(Measured x) => x.KpiId == Place.KpiId && x.DepartmentId == Place.DepartmentId && x.From == Place.From && x.To == Place.To;

    // What was counted and goes counts as nothing: no event, nothing due.
    private QuarterCount Recount(QuarterCount count) => Figure is { } now
        ? count with { Kept = now.Value, Count = now.Size ?? 0 }
        : new(count.KpiId, count.DepartmentId, 0, 0);
}
