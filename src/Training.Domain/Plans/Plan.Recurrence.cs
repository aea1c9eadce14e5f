namespace Training.Domain.Plans;

/// <summary>How a plan comes round.</summary>
public sealed partial class Plan
{
    /// <summary>Months from the first day of a half-yearly plan to that of the next.</summary>
    public const int MonthsToNext = 6;

    /// <summary>Days before its first day from which on the next plan can be drafted.</summary>
    public const int DaysAhead = 30;

    /// <summary>The day on which the plan that follows this one was drafted, or was found to be there; none before. A plan is
    /// followed once, whatever becomes of the draft.</summary>
    public DateOnly? RecurredOn { get; private set; }

    /// <summary>The day on which it was told that the series ends with this plan, because it was not started; none before. It is told
    /// once.</summary>
    public DateOnly? LapseToldOn { get; private set; }

    /// <summary>The first day of the plan that follows this one, if it is time to draft it: the last half-yearly return of this
    /// plan's first day that is at most <see cref="DaysAhead"/> days ahead, today if that has passed. None for a plan that does not
    /// come round, was not started, was cancelled or has been followed.</summary>
    public DateOnly? NextStart(DateOnly today) =>
        RecurredOn is null && State is (PlanState.Running or PlanState.Closed) ? LastReturn(today) : null;

    /// <summary>The day on which the plan that would follow this one should begin, if the series is about to end because this plan, which
    /// follows another, was never started; worked out as <see cref="NextStart"/>. None where that was told.</summary>
    public DateOnly? LapsesFrom(DateOnly today) =>
        LapseToldOn is null && SourcePlanId is not null && State is (PlanState.Draft or PlanState.Returned or PlanState.Submitted or PlanState.Approved)
            ? LastReturn(today)
            : null;

    /// <summary>The plan that follows this one is there.</summary>
    public void Recur(DateOnly today) => RecurredOn = today;

    /// <summary>That the series ends with this plan has been told.</summary>
    public void TellLapse(DateOnly today) => LapseToldOn = today;

    private DateOnly? LastReturn(DateOnly today)
    {
        if (Recurrence != PlanRecurrence.HalfYearly)
        {
            return null;
        }

        var latest = today.AddDays(DaysAhead);
        var returns = 0;
        while (DayShift.AddMonths(StartsOn, MonthsToNext * (returns + 1)) <= latest)
        {
            returns++;
        }

        if (returns == 0)
        {
            return null;
        }

        var next = DayShift.AddMonths(StartsOn, MonthsToNext * returns);
        return next < today ? today : next;
    }
}
