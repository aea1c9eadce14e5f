using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Reports;

/// <summary>One person's item of a plan, as the report of completion counts it.</summary>
public sealed record TrainingCompletionPersonItem(
    long Id, string EmployeeNumber, string NameZh, string? NameLatin, string DepartmentCode, string PositionCode, string PlanCode,
    string CourseCode, string CourseNameZh, string? CourseNameEn, bool IsMandatory, TrainingItemState State, DateOnly AssignedOn,
    DateOnly DueOn, DateOnly? CompletedOn, long EmployeeId, long PlanId, long CourseId);

internal static class ListTrainingCompletionPeople
{
    private static readonly Sorts<NamedItem> Fields = new(x => x.Item.Id, "name,planCode,courseCode")
    {
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "departmentCode", x => x.Department.Code },
        { "positionCode", x => x.Position.Code },
        { "planCode", x => x.Plan.Code },
        { "courseCode", x => x.Course.Code },
        { "dueOn", x => x.Item.DueOn },
        { "completedOn", x => x.Item.CompletedOn },
    };

    /// <summary>Who has completed what and who has not: the people behind the rows of the report, under the same filters, and of
    /// one state where it is asked for. As in the report, of what was dropped only what was open when its plan was
    /// closed is counted: the state <c>dropped</c> holds that.</summary>
    internal static async Task<ListOf<TrainingCompletionPersonItem>> HandleAsync(
        [AsParameters] TrainingReportFilter filter,
        [FromQuery(Name = "state")] Choice<TrainingItemState>? state,
        [AsParameters] ListRequest list,
        Visible visible,
        TrainingDb db,
        OrganisationClock clock,
        CancellationToken cancellation)
    {
        var today = clock.Today;
        var items = visible.AskedItems(db);
        if (state is { Value: var asked })
        {
            items = items.InState(asked, today);
        }

        var placed = await items.PlacedAsync(filter, db, today, cancellation);
        return ListOf.From(
            placed,
            placed.Named(db),
            Fields,
            x => new TrainingCompletionPersonItem(
                x.Item.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Department.Code, x.Position.Code, x.Plan.Code,
                x.Course.Code, x.Course.NameZh, x.Course.NameEn, x.Item.IsMandatory,
                TrainingItem.StateOf(x.Item.DueOn, x.Item.CompletedOn, x.Item.DroppedOn, today), x.Item.AssignedOn, x.Item.DueOn,
                x.Item.CompletedOn, x.Person.Id, x.Plan.Id, x.Course.Id),
            list);
    }
}
