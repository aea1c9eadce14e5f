using Training.Domain.Calendars;
using Training.Domain.Courses;

namespace Training.Domain.Plans;

/// <summary>A person's training item: this employee has to complete this course by this day, because of this plan.
/// One per employee and plan item. Whether it is overdue is worked out from the clock, never kept.</summary>
public sealed partial class TrainingItem
{
    /// <summary>Nobody is given less time than this, in working days after the day the person was given the item.</summary>
    public const int LeastWorkingDays = 5;

    public const int MaxReasonLength = 1000;

    private TrainingItem()
    {
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    public long PlanItemId { get; private set; }

    public long EmployeeId { get; private set; }

    public long CourseId { get; private set; }

    /// <summary>The version of the course that the person began; they finish on it, whatever is published later.</summary>
    public int CourseVersion { get; private set; }

    public bool IsMandatory { get; private set; }

    public DateOnly AssignedOn { get; private set; }

    /// <summary>Last day in time.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>With the next two: how the due day came about.</summary>
    public DueAnchor DueAnchor { get; private set; }

    public DateOnly DueAnchorOn { get; private set; }

    public int DueWorkingDays { get; private set; }

    /// <summary>By how many working days of the person's leave the due day was moved on.</summary>
    public int DueLeaveDays { get; private set; }

    /// <summary>First day of the employment in which the person was given the item; due days may count from it.</summary>
    public DateOnly HiredOn { get; private set; }

    /// <summary>The day of the completion that closed it.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>The completion that closed it; the store gives the id with the record.</summary>
    public long? CompletionId { get; private set; }

    public Completion? Completion { get; private set; }

    public DateOnly? DroppedOn { get; private set; }

    /// <summary>The later day that was allowed to this person by hand; the due day is never earlier.</summary>
    public DateOnly? ExtendedTo { get; private set; }

    /// <summary>The day on which it was allowed; there when <see cref="ExtendedTo"/> is.</summary>
    public DateOnly? ExtendedOn { get; private set; }

    /// <summary>How many working days of leave the extension covered when it was given.</summary>
    public int ExtendedLeaveDays { get; private set; }

    /// <summary>The missed enrolment for which the due day was moved to that of a later session; none where it was allowed by hand.</summary>
    public long? ExtendedForEnrolmentId { get; private set; }

    /// <summary>The extension, where there is one.</summary>
    public DueExtension? Extension =>
        ExtendedTo is { } to && ExtendedOn is { } on ? new DueExtension(on, to, ExtendedLeaveDays) : null;

    /// <summary>Why the person was given more time or freed from the item, and by which account; the latest of these.</summary>
    public string? ExceptionReason { get; private set; }

    public long? ExceptionByAccountId { get; private set; }

    /// <summary>There when <see cref="DroppedOn"/> is.</summary>
    public DropReason? DropReason { get; private set; }

    /// <summary>The due day and how it came about.</summary>
    public DueDay Due => new(DueAnchorOn, DueWorkingDays, DueAnchor, DueOn, DueLeaveDays);

    /// <summary>Gives a person an item of a plan that is already stored, in the version of its course that is published then.</summary>
    public static TrainingItem Assign(
        Plan plan, PlanItem item, Participant person, DateOnly assignedOn, WorkingCalendar calendar, int courseVersion)
    {
        var given = new TrainingItem
        {
            PlanId = plan.Id,
            PlanItemId = item.Id,
            EmployeeId = person.EmployeeId,
            CourseId = item.CourseId,
            CourseVersion = courseVersion,
            IsMandatory = item.IsMandatory,
        };
        given.Give(plan, item, person, assignedOn, calendar);
        return given;
    }

    /// <summary>When the item is due on the calendar and with the leave of now: as below, or on the day of the extension, moved on
    /// by leave that the extension did not cover yet, whichever is later.</summary>
    public static DueDay DueFor(
        Plan plan, PlanItem item, Participant person, DateOnly assignedOn, WorkingCalendar calendar, DueExtension? extension)
    {
        var due = DueFor(plan, item, person, assignedOn, calendar);
        if (extension is null)
        {
            return due;
        }

        var from = extension.On > assignedOn ? extension.On : assignedOn;
        var extended = person.Absence.Move(DueDay.Extended(extension.To), from, calendar, extension.LeaveDays);
        return extended.On > due.On ? extended : due;
    }

    /// <summary>When an item of a plan is due for a person who was given it on a day: as the plan says, but never earlier
    /// than <see cref="LeastWorkingDays"/> working days after that day, or after the day on which an amendment changed the rule;
    /// moved on by the person's leave.</summary>
    public static DueDay DueFor(Plan plan, PlanItem item, Participant person, DateOnly assignedOn, WorkingCalendar calendar)
    {
        var asked = item switch
        {
            { DueWorkingDays: null } => DueDay.Named(item.DueOn!.Value),
            { DueFrom: DueFrom.HireDay } => DueDay.Count(person.HiredOn, item.DueWorkingDays.Value, DueAnchor.HireDay, calendar),
            { DueFrom: DueFrom.Assignment } => DueDay.Count(assignedOn, item.DueWorkingDays.Value, DueAnchor.JoinedPlan, calendar),
            _ => DueDay.Count(plan.StartsOn, item.DueWorkingDays.Value, DueAnchor.PlanStart, calendar),
        };
        var (from, kind) = item.DueRuleChangedOn > assignedOn ? (item.DueRuleChangedOn.Value, DueAnchor.Amendment) : (assignedOn, DueAnchor.JoinedPlan);
        var earliest = person.Absence.Move(DueDay.Count(from, LeastWorkingDays, kind, calendar), from, calendar);
        var due = person.Absence.Move(asked, assignedOn, calendar);
        return due.On < earliest.On ? earliest : due;
    }

    public TrainingItemState StateOn(DateOnly today) => StateOf(DueOn, CompletedOn, DroppedOn, today);

    /// <summary>As <see cref="StateOn"/>, for rows read without the record.</summary>
    public static TrainingItemState StateOf(DateOnly dueOn, DateOnly? completedOn, DateOnly? droppedOn, DateOnly today) =>
        completedOn is not null ? TrainingItemState.Completed
        : droppedOn is not null ? TrainingItemState.Dropped
        : today > dueOn ? TrainingItemState.Overdue
        : TrainingItemState.Open;

    /// <summary>Closes the item by a completion, if it fits: the same person, the item's course or one whose completions count
    /// for it, not failed, item still open, or open when its plan was closed and completed by then, and the completion still counts
    /// on the day the item was given. Says whether it did.</summary>
    /// <param name="completion">What was completed.</param>
    /// <param name="course">The course that was completed.</param>
    public bool CloseBy(Completion completion, Course course)
    {
        var isLost = DroppedOn is { } dropped && (DropReason != Plans.DropReason.PlanClosed || completion.CompletedOn > dropped);
        if (CompletedOn is not null || isLost
            || completion.EmployeeId != EmployeeId || completion.CourseId != course.Id
            || (course.Id != CourseId && course.CountsForId != CourseId)
            || completion.Result == CompletionResult.Failed
            || (completion.CompletedOn < AssignedOn && !completion.CountsOn(AssignedOn)))
        {
            return false;
        }

        (DroppedOn, DropReason) = (null, null);
        CompletedOn = completion.CompletedOn;
        Completion = completion;
        CompletionId = completion.Id == 0 ? null : completion.Id;
        return true;
    }

    /// <summary>The completion that closed it was none, after all.</summary>
    public void Reopen() => (CompletedOn, CompletionId, Completion) = (null, null, null);

    /// <summary>No longer asks for an item that is open; a completed one stays as it is.</summary>
    public void Drop(DateOnly today, DropReason reason)
    {
        if (CompletedOn is null && DroppedOn is null)
        {
            (DroppedOn, DropReason) = (today, reason);
        }
    }

    /// <summary>Follows an open item to what its plan asks now: mandatory or not, due when; dropped where the plan was cancelled or
    /// closed, or the item taken out of it. For an item that was completed while the plan changed and is open again.</summary>
    public void Follow(Plan plan, PlanItem item, Participant person, DateOnly today, WorkingCalendar calendar)
    {
        if (plan.State == PlanState.Cancelled)
        {
            Drop(today, Plans.DropReason.PlanCancelled);
        }
        else if (plan.State == PlanState.Closed)
        {
            Drop(today, Plans.DropReason.PlanClosed);
        }
        else if (!item.IsInPlan)
        {
            Drop(today, Plans.DropReason.ItemRemoved);
        }
        else if (CompletedOn is null && DroppedOn is null)
        {
            IsMandatory = item.IsMandatory;
            Set(DueFor(plan, item, person, AssignedOn, calendar, Extension));
        }
    }

    /// <summary>Asks again for an item that was dropped because the person left the audience or the plan did without it, with a
    /// due day counted from the day of the return.</summary>
    public void Return(Plan plan, PlanItem item, Participant person, DateOnly today, WorkingCalendar calendar)
    {
        (DroppedOn, DropReason) = (null, null);
        IsMandatory = item.IsMandatory;
        ExtendedLeaveDays = ExtendedTo is { } to ? person.Absence.LostDays(today, to, calendar) : 0;
        Give(plan, item, person, today, calendar);
    }

    private void Give(Plan plan, PlanItem item, Participant person, DateOnly on, WorkingCalendar calendar)
    {
        (AssignedOn, HiredOn) = (on, person.HiredOn);
        Set(DueFor(plan, item, person, on, calendar, Extension));
    }

    private void Set(DueDay due)
    {
        (DueOn, DueAnchor, DueAnchorOn) = (due.On, due.AnchorKind, due.Anchor);
        (DueWorkingDays, DueLeaveDays) = (due.WorkingDays, due.LeaveDays);
    }
}
