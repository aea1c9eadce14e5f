using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;

namespace Training.Api.Features.Goals;

internal static class ListMyGoals
{
    /// <summary>The caller's goals of a quarter: target, actual so far, provisional score by today's figures, and what the next step is
    /// worth.</summary>
    internal static Task<ListOf<GoalListItem>> HandleAsync(
        [AsParameters] GoalFilter filter, [AsParameters] ListRequest list, GoalRows rows, CurrentPerson caller, TrainingDb db,
        CancellationToken cancellation)
    {
        var self = caller.EmployeeId ?? 0;
        return rows.ListAsync(db.Employees.Where(x => x.Id == self), filter, list, cancellation);
    }
}

internal static class ListTeamGoals
{
    /// <summary>The goals of the caller's direct reports, or of everybody below them where <c>directOnly</c> is false; one row for each
    /// person and goal.</summary>
    internal static Task<ListOf<GoalListItem>> HandleAsync(
        [AsParameters] GoalFilter filter,
        [FromQuery(Name = "directOnly")] bool? directOnly,
        [FromQuery(Name = "employeeId")] long? employeeId,
        [AsParameters] ListRequest list,
        GoalRows rows,
        Visible visible,
        CancellationToken cancellation) =>
        rows.ListAsync(visible.Team(directOnly ?? true).Where(x => employeeId == null || x.Id == employeeId), filter, list, cancellation);
}

internal static class ListEmployeeGoals
{
    /// <summary>A person's goals of a quarter, to themselves, those above them and HR; HR reads none of who stands above them.</summary>
    internal static async Task<ListOf<GoalListItem>> HandleAsync(
        long id, [AsParameters] GoalFilter filter, [AsParameters] ListRequest list, GoalRows rows, Visible visible, CancellationToken cancellation)
    {
        var person = visible.Scored().Where(x => x.Id == id);
        await person.OneAsync(cancellation);
        return await rows.ListAsync(person, filter, list, cancellation);
    }
}
