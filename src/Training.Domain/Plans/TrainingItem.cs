using Training.Domain.Calendars;
using Training.Domain.Courses;

namespace Training.Domain.Plans;

/// <summary>Where a person's training item stands on a day.</summary>
public enum TrainingItemState
{
    Open,

    /// <summary>Open after its due day.</summary>
    Overdue,
    Completed,

    /// <summary>No longer asked for, because its plan was cancelled.</summary>
    Dropped,
}

/// <summary>A person's training item: this employee has to complete this course by this day, because of this plan.
/// One per employee and plan item. Whether it is overdue is worked out from the clock, never kept.</summary>
public sealed class TrainingItem
{
    /// <summary>Nobody is given less time than this, in working days after the day the person was given the item.</summary>
    public const int LeastWorkingDays = 5;

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

    /// <summary>The day of the completion that closed it.</summary>
    public DateOnly? CompletedOn { get; private set; }

    /// <summary>The completion that closed it; the store gives the id with the record.</summary>
    public long? CompletionId { get; private set; }

    public Completion? Completion { get; private set; }

    public DateOnly? DroppedOn { get; private set; }

    /// <summary>The due day and how it came about.</summary>
    public DueDay Due => new(DueAnchorOn, DueWorkingDays, DueAnchor, DueOn);

    /// <summary>Gives a person an item of a plan that is already stored, in the version of its course that is published then.</summary>
    public static TrainingItem Assign(
        Plan plan, PlanItem item, long employeeId, DateOnly assignedOn, WorkingCalendar calendar, int courseVersion)
    {
        var due = DueFor(plan, item, assignedOn, calendar);
        return new TrainingItem
        {
            PlanId = plan.Id,
            PlanItemId = item.Id,
            EmployeeId = employeeId,
            CourseId = item.CourseId,
            CourseVersion = courseVersion,
            IsMandatory = item.IsMandatory,
            AssignedOn = assignedOn,
            DueOn = due.On,
            DueAnchor = due.AnchorKind,
            DueAnchorOn = due.Anchor,
            DueWorkingDays = due.WorkingDays,
        };
    }

    /// <summary>When an item of a plan is due for a person who was given it on a day: as the plan says, but never earlier
    /// than <see cref="LeastWorkingDays"/> working days after that day.</summary>
    public static DueDay DueFor(Plan plan, PlanItem item, DateOnly assignedOn, WorkingCalendar calendar)
    {
        var asked = item.DueWorkingDays is { } days
            ? DueDay.Count(plan.StartsOn, days, DueAnchor.PlanStart, calendar)
            : DueDay.Named(item.DueOn!.Value);
        var earliest = DueDay.Count(assignedOn, LeastWorkingDays, DueAnchor.JoinedPlan, calendar);
        return asked.On < earliest.On ? earliest : asked;
    }

    public TrainingItemState StateOn(DateOnly today) => StateOf(DueOn, CompletedOn, DroppedOn, today);

    /// <summary>As <see cref="StateOn"/>, for rows read without the record.</summary>
    public static TrainingItemState StateOf(DateOnly dueOn, DateOnly? completedOn, DateOnly? droppedOn, DateOnly today) =>
        completedOn is not null ? TrainingItemState.Completed
        : droppedOn is not null ? TrainingItemState.Dropped
        : today > dueOn ? TrainingItemState.Overdue
        : TrainingItemState.Open;

    /// <summary>Closes the item by a completion, if it fits: the same person, the item's course or one whose completions count
    /// for it, not failed, item still open, and the completion still counts on the day the item was given. Says whether it
    /// did.</summary>
    /// <param name="completion">What was completed.</param>
    /// <param name="course">The course that was completed.</param>
    public bool CloseBy(Completion completion, Course course)
    {
        if (CompletedOn is not null || DroppedOn is not null
            || completion.EmployeeId != EmployeeId || completion.CourseId != course.Id
            || (course.Id != CourseId && course.CountsForId != CourseId)
            || completion.Result == CompletionResult.Failed
            || (completion.CompletedOn < AssignedOn && !completion.CountsOn(AssignedOn)))
        {
            return false;
        }

        CompletedOn = completion.CompletedOn;
        Completion = completion;
        CompletionId = completion.Id == 0 ? null : completion.Id;
        return true;
    }

    /// <summary>The completion that closed it was none, after all.</summary>
    public void Reopen() => (CompletedOn, CompletionId, Completion) = (null, null, null);

    /// <summary>No longer asks for an item that is open; a completed one stays as it is.</summary>
    public void Drop(DateOnly today)
    {
        if (CompletedOn is null)
        {
            DroppedOn ??= today;
        }
    }
}
