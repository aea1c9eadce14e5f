using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Rules;
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

/// <summary>What can be done to a retraining order.</summary>
public enum RetrainingAct
{
    Edit,
    Close,
}

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

/// <summary>A retraining order.</summary>
/// <param name="Remark">What was done, or is to be done.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record RetrainingResponse(
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
    Person? Coach,
    DateOnly OrderedOn,
    DateOnly DueOn,
    bool IsOverdue,
    DateOnly? ClosedOn,
    string? Remark,
    IReadOnlyList<RetrainingAct> AllowedActions,
    int Version) : IVersioned;

/// <summary>An order with its person, course and coach.</summary>
internal sealed class RetrainingRow
{
    public required RetrainingOrder Order { get; init; }

    public required Employee Person { get; init; }

    public required Course Course { get; init; }

    public Employee? Coach { get; init; }

    public static IQueryable<RetrainingRow> Of(IQueryable<RetrainingOrder> orders, TrainingDb db) =>
        from order in orders.AsNoTracking()
        join person in db.Employees on order.EmployeeId equals person.Id
        join course in db.Courses on order.CourseId equals course.Id
        join coach in db.Employees on order.CoachId equals (long?)coach.Id into coaches
        from coach in coaches.DefaultIfEmpty()
        select new RetrainingRow { Order = order, Person = person, Course = course, Coach = coach };

    public static Expression<Func<RetrainingRow, RetrainingListItem>> On(DateOnly today) => x => new RetrainingListItem(
        x.Order.Id, x.Order.State, x.Order.Cause, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Course.Id, x.Course.Code,
        x.Course.NameZh, x.Course.NameEn, x.Order.EnrolmentId, x.Order.PlanId, x.Order.CoachId, x.Coach!.NameZh, x.Coach.NameLatin, x.Order.OrderedOn,
        x.Order.DueOn, x.Order.State == RetrainingState.Open && x.Order.DueOn < today, x.Order.ClosedOn);
}

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

/// <summary>Another coach or due day.</summary>
/// <param name="CoachId">Somebody employed today, not the person: the trainer of the session or of the caller's own people; HR names anybody.</param>
/// <param name="DueOn">Not past.</param>
/// <param name="Remark">What is to be done.</param>
public sealed record EditRetrainingRequest(
    long CoachId, DateOnly DueOn, [TextLength(0, RetrainingOrder.MaxRemarkLength)] string? Remark = null);

/// <summary>How it came out.</summary>
/// <param name="Outcome">Passed, not passed; cancelled by HR alone.</param>
/// <param name="Remark">What was done.</param>
public sealed record CloseRetrainingRequest(RetrainingState Outcome, [TextLength(0, RetrainingOrder.MaxRemarkLength)] string? Remark = null);

internal static class GetRetraining
{
    /// <summary>One retraining order.</summary>
    internal static Task<RetrainingResponse> HandleAsync(long id, OnRetraining on, CancellationToken cancellation) => on.ReadAsync(id, cancellation);
}

internal static class EditRetraining
{
    /// <summary>Names another coach or due day. By HR, the direct supervisor and their deputy, never for oneself.</summary>
    internal static Task<RetrainingResponse> HandleAsync(
        long id, EditRetrainingRequest request, IfMatch ifMatch, OnRetraining on, OrganisationClock clock, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            ifMatch,
            async (order, by) =>
            {
                var (before, today) = (order.CoachId, clock.Today);
                order.Edit(request.CoachId, request.DueOn, request.Remark, by, today);
                if (before != request.CoachId)
                {
                    await on.NameCoachAsync(order, cancellation);
                }
            },
            cancellation);
}

internal static class CloseRetraining
{
    /// <summary>Closes an order with its outcome: by HR, the direct supervisor, their deputy and the coach; HR alone cancels. The person is
    /// told. Completing the course closes it by itself.</summary>
    internal static Task<RetrainingResponse> HandleAsync(
        long id, CloseRetrainingRequest request, IfMatch ifMatch, OnRetraining on, OrganisationClock clock, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            ifMatch,
            (order, by) =>
            {
                order.Close(request.Outcome, request.Remark, by, clock.Today);
                return Task.CompletedTask;
            },
            cancellation);
}
