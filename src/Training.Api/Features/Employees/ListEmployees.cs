using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Employees;

/// <summary>A person in the list, as of today.</summary>
/// <param name="HiredOn">First day of the latest employment.</param>
/// <param name="LeftOn">Its last day; none while it is open.</param>
/// <param name="ProbationEndsOn">Last day of its probation.</param>
public sealed record EmployeeListItem(
    long Id,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    EmploymentState State,
    DateOnly HiredOn,
    DateOnly? LeftOn,
    DateOnly? ProbationEndsOn,
    Named? Department,
    Named? Position,
    Person? Supervisor,
    int Version);

/// <summary>Which employees are listed.</summary>
/// <param name="DepartmentId">Who works in the department or below it today.</param>
/// <param name="PositionId">Who holds the position today.</param>
/// <param name="SupervisorId">Whose direct supervisor this is today.</param>
/// <param name="Employed">How employment stands today; everybody unless given.</param>
/// <param name="HiredFrom">First day of the latest employment, at the earliest.</param>
/// <param name="HiredTo">First day of the latest employment, at the latest.</param>
/// <param name="Probation">How the probation of the latest employment stands.</param>
public sealed record EmployeeFilter(
    [FromQuery(Name = "departmentId")] long? DepartmentId = null,
    [FromQuery(Name = "positionId")] long? PositionId = null,
    [FromQuery(Name = "supervisorId")] long? SupervisorId = null,
    [FromQuery(Name = "employed")] Choice<EmploymentState>? Employed = null,
    [FromQuery(Name = "hiredFrom")] DateOnly? HiredFrom = null,
    [FromQuery(Name = "hiredTo")] DateOnly? HiredTo = null,
    [FromQuery(Name = "probation")] Choice<ProbationState>? Probation = null);

internal static class ListEmployees
{
    private static readonly Sorts<Employee> Sorts = new(x => x.Id, "name")
    {
        { "name", x => x.NameSortKey },
        { "employeeNumber", x => x.EmployeeNumber },
        { "hiredOn", x => x.Periods.Max(y => y.HiredOn) },
    };

    /// <summary>The people whom the caller may know of: to HR all, to others themselves and their line.</summary>
    internal static async Task<ListOf<EmployeeListItem>> HandleAsync(
        [AsParameters] SearchRequest search,
        [AsParameters] EmployeeFilter filter,
        Visible visible,
        TrainingDb db,
        OrganisationClock clock,
        CancellationToken cancellation)
    {
        var today = clock.Today;
        var people = visible.Employees().AsNoTracking().Containing(search.Typed).Employed(filter, today);
        var places = db.Assignments.Where(x => x.From <= today && (x.To == null || x.To >= today));
        if (filter.DepartmentId is { } departmentId)
        {
            var departments = await db.WithAllBelowAsync([departmentId], cancellation);
            people = people.Where(x => places.Any(y => y.EmployeeId == x.Id && departments.Contains(y.DepartmentId)));
        }

        if (filter.PositionId is { } positionId)
        {
            people = people.Where(x => places.Any(y => y.EmployeeId == x.Id && y.PositionId == positionId));
        }

        if (filter.SupervisorId is { } supervisorId)
        {
            people = people.Where(x => places.Any(y => y.EmployeeId == x.Id && y.SupervisorId == supervisorId));
        }

        return ListOf.Joined(people, Sorts, page => page.PlacedOn(db, today).Select(Item(today)), search);
    }

    private static Expression<Func<PlacedEmployee, EmployeeListItem>> Item(DateOnly today) => x => new EmployeeListItem(
        x.Employee.Id,
        x.Employee.EmployeeNumber,
        x.Employee.NameZh,
        x.Employee.NameLatin,
        EmploymentStates.Of(
            x.Employee.Periods.Any(y => y.HiredOn <= today && (y.LeftOn == null || y.LeftOn >= today)),
            x.Employee.Periods.Any(y => y.HiredOn > today)),
        x.Employee.Periods.Max(y => y.HiredOn),
        x.Employee.Periods.OrderByDescending(y => y.HiredOn).Select(y => y.LeftOn).First(),
        x.Employee.Periods.OrderByDescending(y => y.HiredOn).Select(y => y.Probation.EndsOn).First(),
        x.Department == null ? null : new Named(x.Department.Id, x.Department.Code, new Bilingual(x.Department.NameZh, x.Department.NameEn)),
        x.Position == null ? null : new Named(x.Position.Id, x.Position.Code, new Bilingual(x.Position.NameZh, x.Position.NameEn)),
        x.Supervisor == null ? null
            : new Person(x.Supervisor.Id, x.Supervisor.EmployeeNumber, x.Supervisor.NameZh, x.Supervisor.NameLatin),
        x.Employee.Version);

    private static IQueryable<Employee> Containing(this IQueryable<Employee> employees, string? typed) =>
        typed is null ? employees : employees.Where(x => x.SearchText.Contains(typed));

    private static IQueryable<Employee> Employed(this IQueryable<Employee> employees, EmployeeFilter filter, DateOnly today)
    {
        employees = filter.Employed?.Value switch
        {
            EmploymentState.Current => employees.Where(x => x.Periods.Any(y => y.HiredOn <= today && (y.LeftOn == null || y.LeftOn >= today))),
            EmploymentState.Left => employees.Where(x => x.Periods.All(y => y.LeftOn < today)),
            EmploymentState.Coming => employees.Where(x => x.Periods.Any(y => y.HiredOn > today)
                && !x.Periods.Any(y => y.HiredOn <= today && (y.LeftOn == null || y.LeftOn >= today))),
            _ => employees,
        };
        if (filter.HiredFrom is { } from)
        {
            employees = employees.Where(x => x.Periods.Max(y => y.HiredOn) >= from);
        }

        if (filter.HiredTo is { } to)
        {
            employees = employees.Where(x => x.Periods.Max(y => y.HiredOn) <= to);
        }

        return employees.OnProbation(filter.Probation?.Value);
    }

    private static IQueryable<Employee> OnProbation(this IQueryable<Employee> employees, ProbationState? state) => state switch
    {
        ProbationState.None => employees.Where(x => x.Periods.OrderByDescending(y => y.HiredOn).First().Probation.EndsOn == null),
        ProbationState.Running => employees.Where(x => x.Periods.OrderByDescending(y => y.HiredOn).First().Probation.EndsOn != null
            && x.Periods.OrderByDescending(y => y.HiredOn).First().Probation.Outcome == null),
        ProbationState.Extended => employees.Decided(ProbationOutcome.Extended),
        ProbationState.Passed => employees.Decided(ProbationOutcome.Passed),
        ProbationState.Ended => employees.Decided(ProbationOutcome.Ended),
        _ => employees,
    };

    private static IQueryable<Employee> Decided(this IQueryable<Employee> employees, ProbationOutcome outcome) =>
        employees.Where(x => x.Periods.OrderByDescending(y => y.HiredOn).First().Probation.Outcome == outcome);
}
