using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>What is decided for one person: more time, or none of it.</summary>
public sealed partial class TrainingItem
{
    /// <summary>Allows this person a later due day, with the reason. Refused: on one's own item; to anybody but the direct
    /// supervisor and HR; for an item that is not open; a day that is not later than the due day, or past.</summary>
    /// <param name="dueOn">The later day.</param>
    /// <param name="reason">Why.</param>
    /// <param name="by">Who allows it.</param>
    /// <param name="today">The day on which it is allowed.</param>
    /// <param name="leaveDays">Working days of the person's leave after today up to the later day, as recorded now: whoever names
    /// the day knows of them.</param>
    public void Extend(DateOnly dueOn, string reason, TrainingItemDecider by, DateOnly today, int leaveDays)
    {
        RefuseUnless(by);
        if (dueOn <= DueOn || dueOn < today)
        {
            throw TrainingItemRefusals.NotLater.At("dueOn", ("given", dueOn), ("dueOn", DueOn), ("today", today));
        }

        TakeExtension(dueOn, today, leaveDays);
        (ExceptionReason, ExceptionByAccountId) = (PlainText.Of(reason), by.AccountId);
        ExtendedForEnrolmentId = null;
    }

    /// <summary>Moves the due day of an open item to the last day of the session that is offered in place of a missed one; a later
    /// due day stays.</summary>
    /// <param name="lastOn">The last day of that session.</param>
    /// <param name="missedEnrolmentId">The cause.</param>
    /// <param name="reason">The two sessions by code and day.</param>
    /// <param name="byAccountId">Who offers it.</param>
    /// <param name="today">The day on which it is offered.</param>
    /// <param name="leaveDays">As in <see cref="Extend"/>.</param>
    /// <returns>Whether it moved.</returns>
    public bool Postpone(DateOnly lastOn, long missedEnrolmentId, string reason, long byAccountId, DateOnly today, int leaveDays)
    {
        if (CompletedOn is not null || DroppedOn is not null || lastOn <= DueOn)
        {
            return false;
        }

        TakeExtension(lastOn, today, leaveDays);
        (ExceptionReason, ExceptionByAccountId, ExtendedForEnrolmentId) = (reason, byAccountId, missedEnrolmentId);
        return true;
    }

    /// <summary>Frees this person from the item, with the reason. Refused as in <see cref="Extend"/>.</summary>
    public void Exempt(string reason, TrainingItemDecider by, DateOnly today)
    {
        RefuseUnless(by);
        Drop(today, Plans.DropReason.Exempted);
        (ExceptionReason, ExceptionByAccountId) = (PlainText.Of(reason), by.AccountId);
    }

    /// <summary>Whether <see cref="Extend"/> and <see cref="Exempt"/> are open to this person now.</summary>
    public bool MayBeDecidedBy(TrainingItemDecider by) =>
        CompletedOn is null && DroppedOn is null && by.EmployeeId != EmployeeId && (by.IsHumanResources || by.IsDirectSupervisor);

    private void RefuseUnless(TrainingItemDecider by)
    {
        if (by.EmployeeId == EmployeeId)
        {
            throw TrainingItemRefusals.Own.With();
        }

        if (!by.IsHumanResources && !by.IsDirectSupervisor)
        {
            throw TrainingItemRefusals.NotYours.With();
        }

        if (CompletedOn is not null || DroppedOn is not null)
        {
            throw TrainingItemRefusals.NotOpen.With();
        }
    }

    private void TakeExtension(DateOnly dueOn, DateOnly today, int leaveDays)
    {
        (ExtendedTo, DueOn, DueAnchor, DueAnchorOn) = (dueOn, dueOn, DueAnchor.Extended, dueOn);
        (DueWorkingDays, DueLeaveDays) = (0, 0);
        (ExtendedOn, ExtendedLeaveDays) = (today, leaveDays);
    }
}
