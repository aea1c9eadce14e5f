using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Domain.Appraisals;

/// <summary>What the figures of a person or department come to over a whole quarter, as if it had been one segment: for looking back
/// over quarters, not for scores.</summary>
public static class QuarterActual
{
    /// <summary>None without figures. Of a quarter that is not over, what has come so far; nothing is scaled.</summary>
    /// <param name="kpi">In the version of the quarter.</param>
    /// <param name="quarter">The quarter.</param>
    /// <param name="figures">Of one person or department and of this KPI, within the quarter.</param>
    public static ItemActual? Of(KpiFacts kpi, Quarter quarter, IEnumerable<Measured> figures)
    {
        var segment = new PlannedSegment(1, new Placement(0, 0, null), quarter.Days, [new DaySpan(quarter.FirstDay, quarter.LastDay)]);
        var plan = new SegmentPlan(quarter.Days, 0, 0, 0, [], [segment], []);
        var input = new AppraisalInput(0, quarter) { Measurements = [.. figures.Select(x => x with { DepartmentId = null })] };
        return new ActualOfMeasurements(input, plan, segment, kpi, ItemScope.Own).Work();
    }
}
