using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>Whom a figure is about, as the rules look at them.</summary>
/// <param name="IsDepartment">A department, else a person.</param>
/// <param name="Key">Employee number or department code.</param>
/// <param name="Spans">When the person is employed, or the department in use; both ends included.</param>
public sealed record MeasuredSubject(bool IsDepartment, string Key, IReadOnlyList<(DateOnly From, DateOnly To)> Spans)
{
    /// <summary>Whether on any day of the period.</summary>
    public bool IsThereIn(MeasuredPeriod period)
    {
        foreach (var (from, to) in Spans)
        {
            if (from <= period.To && to >= period.From)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>What a measurement must keep to, by whichever way it comes.</summary>
public static class MeasurementRules
{
    private const decimal MostValue = 99_999_999_999_999m;

    /// <summary>What is wrong with the figure, not thrown; none where nothing is. The fields are named as in a request: period, value,
    /// sampleSize, kpiCode, employeeNumber or departmentCode. A figure outside the plausible range is refused last, and not where it
    /// is <paramref name="isConfirmed"/>.</summary>
    /// <param name="retiredOn">The day from which the KPI is retired.</param>
    public static RuleViolation? FaultOf(
        string kpiCode, KpiVersion version, DateOnly? retiredOn, MeasuredSubject subject, MeasuredPeriod period, MeasuredValue figure, bool isConfirmed,
        DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(subject);
        return FaultOfKpi(kpiCode, version, retiredOn, subject, period)
            ?? FaultOfPeriod(version, subject, period, today)
            ?? FaultOfFigure(version, figure, isConfirmed);
    }

    /// <summary>As <see cref="FaultOf"/>, of a figure that takes the place of another: only the figure itself is looked at.</summary>
    public static RuleViolation? FaultOfFigure(KpiVersion version, MeasuredValue figure, bool isConfirmed)
    {
        ArgumentNullException.ThrowIfNull(version);
        return FaultOfFigure(version, figure) ?? (isConfirmed || IsPlausible(version, figure.Value) ? null : MeasurementRefusals.Implausible.At(
            "value", ("value", figure.Value), ("from", version.PlausibleFrom), ("to", version.PlausibleTo)));
    }

    public static bool IsPlausible(KpiVersion version, decimal value)
    {
        ArgumentNullException.ThrowIfNull(version);
        return !(value < version.PlausibleFrom) && !(value > version.PlausibleTo);
    }

    private static RuleViolation? FaultOfKpi(
        string code, KpiVersion version, DateOnly? retiredOn, MeasuredSubject subject, MeasuredPeriod period)
    {
        if (version.Source.IsCounted())
        {
            return MeasurementRefusals.ComesByItself.At("kpiCode", ("code", code), ("source", version.Source));
        }

        if (version.Use == KpiUse.Department && !subject.IsDepartment)
        {
            return MeasurementRefusals.OfDepartments.At("kpiCode", ("code", code));
        }

        return retiredOn is { } day && day <= period.From ? KpiRefusals.Retired.At("kpiCode", ("code", code)) : null;
    }

    private static RuleViolation? FaultOfPeriod(KpiVersion version, MeasuredSubject subject, MeasuredPeriod period, DateOnly today)
    {
        if (period.Kind != version.Period)
        {
            return MeasurementRefusals.PeriodKind.At("period", ("period", period.ToString()), ("kind", version.Period));
        }

        if (period.From > today)
        {
            return MeasurementRefusals.InFuture.At("period", ("period", period.ToString()), ("today", today));
        }

        if (subject.IsThereIn(period))
        {
            return null;
        }

        return subject.IsDepartment
            ? MeasurementRefusals.DepartmentRetired.At("departmentCode", ("code", subject.Key), ("period", period.ToString()))
            : MeasurementRefusals.NotEmployed.At("employeeNumber", ("number", subject.Key), ("period", period.ToString()));
    }

    private static RuleViolation? FaultOfFigure(KpiVersion version, MeasuredValue figure)
    {
        if (!Decimals.Fits(figure.Value, version.Decimals))
        {
            return MeasurementRefusals.MoreDecimals.At("value", ("value", figure.Value), ("decimals", version.Decimals));
        }

        if (Math.Abs(figure.Value) > MostValue)
        {
            return MeasurementRefusals.TooLarge.At("value", ("value", figure.Value), ("most", MostValue));
        }

        return figure.SampleSize is < 1 or > Kpi.MaxSample
            ? MeasurementRefusals.SampleOutOfRange.At("sampleSize", ("sampleSize", figure.SampleSize), ("max", Kpi.MaxSample))
            : null;
    }
}

/// <summary>Why a measurement, or the correction of one, is refused.</summary>
public static class MeasurementRefusals
{
    public static readonly Refusal PersonUnknown = Refusal.Content("measurement.personUnknown");
    public static readonly Refusal DepartmentUnknown = Refusal.Content("measurement.departmentUnknown");
    public static readonly Refusal KpiUnknown = Refusal.Content("measurement.kpiUnknown");

    /// <summary>Neither or both of a person and a department are named.</summary>
    public static readonly Refusal OneSubject = Refusal.Content("measurement.oneSubject");

    /// <summary>Of a cell: requests with such a period cannot be read. Values: period.</summary>
    public static readonly Refusal PeriodUnreadable = Refusal.Content("measurement.periodUnreadable");

    /// <summary>The KPI is measured by another kind of period in that quarter.</summary>
    public static readonly Refusal PeriodKind = Refusal.Content("measurement.periodKind");
    public static readonly Refusal MoreDecimals = Refusal.Content("measurement.moreDecimals");
    public static readonly Refusal TooLarge = Refusal.Content("measurement.tooLarge");
    public static readonly Refusal SampleOutOfRange = Refusal.Content("measurement.sampleOutOfRange");

    /// <summary>Outside the plausible range; to be confirmed or put right.</summary>
    public static readonly Refusal Implausible = Refusal.Content("measurement.implausible");

    /// <summary>Figures from events and from training are not entered.</summary>
    public static readonly Refusal ComesByItself = Refusal.Content("measurement.comesByItself");

    /// <summary>The KPI is measured of departments, not of people.</summary>
    public static readonly Refusal OfDepartments = Refusal.Content("measurement.ofDepartments");

    /// <summary>One figure stands twice in what was sent.</summary>
    public static readonly Refusal Twice = Refusal.Content("measurement.twice");

    /// <summary>Some rows of a batch have faults, so nothing was changed.</summary>
    public static readonly Refusal Refused = Refusal.Content("measurement.refused");
    public static readonly Refusal InFuture = Refusal.State("measurement.inFuture");
    public static readonly Refusal NotEmployed = Refusal.State("measurement.notEmployed");
    public static readonly Refusal DepartmentRetired = Refusal.State("measurement.departmentRetired");

    /// <summary>There is a figure already; it is changed instead.</summary>
    public static readonly Refusal Exists = Refusal.State("measurement.exists");

    /// <summary>Supervisors enter by hand what has no other source.</summary>
    public static readonly Refusal NotByHand = Refusal.Relation("measurement.notByHand");

    /// <summary>The quarter's data cut-off is over.</summary>
    public static readonly Refusal CutOff = Refusal.State("measurement.cutOff");

    /// <summary>Another figure for the same place waits for HR already.</summary>
    public static readonly Refusal Waiting = Refusal.State("correction.waiting");

    /// <summary>HR has decided already. Values: state, act.</summary>
    public static readonly Refusal Decided = Refusal.State("correction.decided");

    /// <summary>The figure is no longer the one that was to be corrected.</summary>
    public static readonly Refusal Outdated = Refusal.State("correction.outdated");
}
