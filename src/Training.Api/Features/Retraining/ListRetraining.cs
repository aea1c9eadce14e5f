using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Sessions;

namespace Training.Api.Features.Retraining;

/// <summary>Which retraining orders.</summary>
/// <param name="State">That stand so.</param>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="CourseId">For this course.</param>
/// <param name="PlanId">That hold this plan open.</param>
/// <param name="CoachId">Coached by this person.</param>
/// <param name="IsOverdue">Open after their due day, or the others.</param>
/// <param name="DueFrom">Due on this day or later.</param>
/// <param name="DueTo">Due on this day or earlier.</param>
public sealed record RetrainingFilter(
    [FromQuery(Name = "state")] Choice<RetrainingState>? State = null,
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "courseId")] long? CourseId = null,
    [FromQuery(Name = "planId")] long? PlanId = null,
    [FromQuery(Name = "coachId")] long? CoachId = null,
    [FromQuery(Name = "isOverdue")] bool? IsOverdue = null,
    [FromQuery(Name = "dueFrom")] DateOnly? DueFrom = null,
    [FromQuery(Name = "dueTo")] DateOnly? DueTo = null);

/// <summary>A retraining order in a list.</summary>
/// <param name="EnrolmentId">What it came of.</param>
/// <param name="PlanId">The plan that it holds open.</param>
/// <param name="IsOverdue">Open after its due day.</param>
public sealed record RetrainingListItem(
    long Id,
    RetrainingState State,
    RetrainingCause Cause,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    long EnrolmentId,
    long? PlanId,
    long? CoachId,
    string? CoachNameZh,
    string? CoachNameLatin,
    DateOnly OrderedOn,
    DateOnly DueOn,
    bool IsOverdue,
    DateOnly? ClosedOn);

internal static class ListRetraining
{
    private static readonly Sorts<RetrainingRow> Fields = new(x => x.Order.Id, "dueOn,name")
    {
        { "dueOn", x => x.Order.DueOn },
        { "orderedOn", x => x.Order.OrderedOn },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "courseCode", x => x.Course.Code },
    };

    /// <summary>The retraining orders that the caller may see: their own, those of their line, those they coach.</summary>
    internal static ListOf<RetrainingListItem> Handle(
        [AsParameters] RetrainingFilter filter, [AsParameters] ListRequest list, Visible visible, OrganisationClock clock, TrainingDb db)
    {
        var today = clock.Today;
        var orders = visible.RetrainingOrders().Where(x => (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId)
            && (filter.CourseId == null || x.CourseId == filter.CourseId)
            && (filter.PlanId == null || x.PlanId == filter.PlanId)
            && (filter.CoachId == null || x.CoachId == filter.CoachId)
            && (filter.DueFrom == null || x.DueOn >= filter.DueFrom)
            && (filter.DueTo == null || x.DueOn <= filter.DueTo)
            && (filter.IsOverdue == null || (x.State == RetrainingState.Open && x.DueOn < today) == filter.IsOverdue));
        if (filter.State is { Value: var state })
        {
            orders = orders.Where(x => x.State == state);
        }

        return ListOf.From(orders, RetrainingRow.Of(orders, db), Fields, RetrainingRow.On(today), list);
    }
}
