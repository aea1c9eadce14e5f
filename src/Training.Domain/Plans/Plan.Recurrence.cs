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

    /// <summary>The first day of the plan that follows this one, if it is time to draft it: the last half-yearly return of this
    /// plan's first day that is at most <see cref="DaysAhead"/> days ahead, today if that has passed. None for a plan that does not
    /// come round, was not started, was cancelled or has been followed.</summary>
    public DateOnly? NextStart(DateOnly today)
    {
        if (Recurrence != PlanRecurrence.HalfYearly || RecurredOn is not null || State is not (PlanState.Running or PlanState.Closed))
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

    /// <summary>The plan that follows this one is there.</summary>
    public void Recur(DateOnly today) => RecurredOn = today;
}
