using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

/// <summary>One person's item of a plan; <c>dueAnchor</c> says which day the working days of the due day count from.</summary>
public sealed record PlanTrainingItem(
    long Id,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    bool IsMandatory,
    TrainingItemState State,
    DateOnly AssignedOn,
    DateOnly DueOn,
    DueAnchor DueAnchor,
    DateOnly DueAnchorOn,
    int DueWorkingDays,
    int DueLeaveDays,
    DateOnly? CompletedOn,
    DropReason? DropReason);

/// <summary>Which training items of the plan.</summary>
/// <param name="State">That stand so today.</param>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="CourseId">Of this course.</param>
/// <param name="IsMandatory">Mandatory ones alone, or the others.</param>
/// <param name="IsOpen">Those neither completed nor dropped, overdue ones included; or the others.</param>
public sealed record PlanItemFilter(
    [FromQuery(Name = "state")] Choice<TrainingItemState>? State = null,
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "courseId")] long? CourseId = null,
    [FromQuery(Name = "isMandatory")] bool? IsMandatory = null,
    [FromQuery(Name = "isOpen")] bool? IsOpen = null);

/// <summary>A training item with its person and course: the plan is known.</summary>
internal sealed class PlanItemRow
{
    public required TrainingItem Item { get; init; }

    public required Employee Person { get; init; }

    public required Course Course { get; init; }
}

internal static class ListPlanItems
{
    private static readonly Sorts<PlanItemRow> Fields = new(x => x.Item.Id, "name,dueOn")
    {
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "courseCode", x => x.Course.Code },
        { "dueOn", x => x.Item.DueOn },
        { "completedOn", x => x.Item.CompletedOn },
    };

    /// <summary>The training items of a plan, person by person, of those whom the caller may see.</summary>
    internal static async Task<ListOf<PlanTrainingItem>> HandleAsync(
        long id,
        [AsParameters] PlanItemFilter filter,
        [AsParameters] ListRequest list,
        Visible visible,
        TrainingDb db,
        OrganisationClock clock,
        CancellationToken cancellation)
    {
        await visible.ReadablePlans().Where(x => x.Id == id).Select(x => x.Id).OneAsync(cancellation);
        var today = clock.Today;
        var items = Narrow(visible.TrainingItems().Where(x => x.PlanId == id), filter, today);

        return ListOf.From(
            items,
            from item in items
            join person in db.Employees on item.EmployeeId equals person.Id
            join course in db.Courses on item.CourseId equals course.Id
            select new PlanItemRow { Item = item, Person = person, Course = course },
            Fields,
            x => new PlanTrainingItem(
                x.Item.Id, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Course.Id, x.Course.Code,
                x.Course.NameZh, x.Course.NameEn, x.Item.IsMandatory,
                TrainingItem.StateOf(x.Item.DueOn, x.Item.CompletedOn, x.Item.DroppedOn, today),
                x.Item.AssignedOn, x.Item.DueOn, x.Item.DueAnchor, x.Item.DueAnchorOn, x.Item.DueWorkingDays, x.Item.DueLeaveDays,
                x.Item.CompletedOn, x.Item.DropReason),
            list);
    }

    private static IQueryable<TrainingItem> Narrow(IQueryable<TrainingItem> items, PlanItemFilter filter, DateOnly today)
    {
        var (employeeId, courseId, mandatory) = (filter.EmployeeId, filter.CourseId, filter.IsMandatory);
        items = items.Where(x => (employeeId == null || x.EmployeeId == employeeId) && (courseId == null || x.CourseId == courseId)
            && (mandatory == null || x.IsMandatory == mandatory));
        if (filter.State is { Value: var asked })
        {
            items = items.InState(asked, today);
        }

        return filter.IsOpen switch
        {
            null => items,
            true => items.Where(x => x.CompletedOn == null && x.DroppedOn == null),
            false => items.Where(x => x.CompletedOn != null || x.DroppedOn != null),
        };
    }
}
