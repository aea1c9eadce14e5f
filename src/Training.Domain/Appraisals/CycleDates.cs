using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The last days of a cycle's phases.</summary>
/// <param name="TargetsDueOn">Targets are agreed; a day of the quarter.</param>
/// <param name="DataCutOffOn">Figures are entered directly, afterwards as corrections; after the quarter, and none of the following
/// days lies before the one named before it.</param>
/// <param name="SelfReviewDueOn">People judge themselves.</param>
/// <param name="ScoringDueOn">Supervisors score.</param>
/// <param name="CalibrationDueOn">Scores are compared and adjusted.</param>
/// <param name="PublicationDueOn">Results are published.</param>
/// <param name="CloseDueOn">The cycle is closed; at most 180 days after the quarter.</param>
public sealed record CycleDates(
    DateOnly TargetsDueOn,
    DateOnly DataCutOffOn,
    DateOnly SelfReviewDueOn,
    DateOnly ScoringDueOn,
    DateOnly CalibrationDueOn,
    DateOnly PublicationDueOn,
    DateOnly CloseDueOn)
{
    /// <summary>Calendar days after the quarter's last one within which a cycle is closed.</summary>
    public const int MostDaysAfter = 180;

    private const int TargetsWorkingDays = 10;
    private const int SelfReviewWorkingDays = 7;
    private const int ScoringWorkingDays = 12;
    private const int CalibrationWorkingDays = 15;
    private const int PublicationWorkingDays = 18;
    private const int CloseWorkingDays = 30;

    /// <summary>The days that hold unless a cycle says otherwise: targets by the tenth working day of the quarter, the rest 5, 7, 12,
    /// 15, 18 and 30 working days after its last day.</summary>
    public static CycleDates Usual(Quarter quarter, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return new(
            calendar.AddWorkingDays(quarter.Previous.LastDay, TargetsWorkingDays),
            DataCutOffs.Usual(quarter, calendar),
            After(SelfReviewWorkingDays),
            After(ScoringWorkingDays),
            After(CalibrationWorkingDays),
            After(PublicationWorkingDays),
            After(CloseWorkingDays));

        DateOnly After(int workingDays) => calendar.AddWorkingDays(quarter.LastDay, workingDays);
    }

    /// <summary>Every day that lies outside its bounds, at its member below <paramref name="under"/> (<c>dates.</c>). A day that does is
    /// no bound for the days after it.</summary>
    public IReadOnlyList<RuleViolation> Faults(Quarter quarter, string under)
    {
        var faults = new List<RuleViolation>();
        Holds("targetsDueOn", TargetsDueOn, quarter.FirstDay, quarter.LastDay);
        var (earliest, latest) = (quarter.LastDay.AddDays(1), quarter.LastDay.AddDays(MostDaysAfter));
        foreach (var (member, day) in new (string, DateOnly)[]
        {
            ("dataCutOffOn", DataCutOffOn), ("selfReviewDueOn", SelfReviewDueOn), ("scoringDueOn", ScoringDueOn),
            ("calibrationDueOn", CalibrationDueOn), ("publicationDueOn", PublicationDueOn), ("closeDueOn", CloseDueOn),
        })
        {
            earliest = Holds(member, day, earliest, latest) ? day : earliest;
        }

        return faults;

        bool Holds(string member, DateOnly day, DateOnly from, DateOnly to)
        {
            if (from <= day && day <= to)
            {
                return true;
            }

            faults.Add(AppraisalCycleRefusals.DayOutOfRange.At(under + member, ("day", day), ("from", from), ("to", to)));
            return false;
        }
    }
}
