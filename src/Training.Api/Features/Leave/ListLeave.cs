using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Leave;

internal static class ListLeave
{
    private static readonly Sorts<LeaveOf> Sorts = new(x => x.Leave.Id, "-fromOn")
    {
        { "fromOn", x => x.Leave.FromOn },
        { "toOn", x => x.Leave.ToOn },
        { "name", x => x.Employee.NameSortKey },
    };

    /// <summary>Leave of the people whom the caller may know of; by person, kind, and days from and to (which it touches).</summary>
    internal static async Task<ListOf<LeaveResponse>> HandleAsync(
        [AsParameters] ListRequest request,
        Visible visible,
        TrainingDb db,
        [FromQuery(Name = "employeeId")] long? employeeId = null,
        [FromQuery(Name = "kind")] Choice<LeaveKind>? kind = null,
        [FromQuery(Name = "from")] DateOnly? from = null,
        [FromQuery(Name = "to")] DateOnly? to = null,
        CancellationToken cancellation = default)
    {
        var leave = visible.LeaveRecords();
        if (employeeId is not null)
        {
            leave = leave.Where(x => x.EmployeeId == employeeId);
        }

        if (kind?.Value is { } wanted)
        {
            leave = leave.Where(x => x.Kind == wanted);
        }

        if (from is not null)
        {
            leave = leave.Where(x => x.ToOn >= from);
        }

        if (to is not null)
        {
            leave = leave.Where(x => x.FromOn <= to);
        }

        var calendar = await db.WorkingCalendarAsync(cancellation);
        return ListOf.From(leave.WithPeople(db), Sorts, x => LeaveResponse.Of(x.Leave, x.Employee, calendar), request);
    }
}
