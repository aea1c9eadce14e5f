using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>Which performance events.</summary>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="KindId">Of this kind.</param>
/// <param name="State">That stand so.</param>
/// <param name="Severity">Of this severity.</param>
/// <param name="OccurredFrom">Of this day or later.</param>
/// <param name="OccurredTo">Of this day or earlier.</param>
/// <param name="IsObjected">To which the person objects, or the others.</param>
/// <param name="IsImported">Of feeds, or reported by hand.</param>
/// <param name="IsDecidable">Reported, and answered or past the days for a view; or the others.</param>
public sealed record PerformanceEventFilter(
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "kindId")] long? KindId = null,
    [FromQuery(Name = "state")] Choice<PerformanceEventState>? State = null,
    [FromQuery(Name = "severity")] Choice<EventSeverity>? Severity = null,
    [FromQuery(Name = "occurredFrom")] DateOnly? OccurredFrom = null,
    [FromQuery(Name = "occurredTo")] DateOnly? OccurredTo = null,
    [FromQuery(Name = "isObjected")] bool? IsObjected = null,
    [FromQuery(Name = "isImported")] bool? IsImported = null,
    [FromQuery(Name = "isDecidable")] bool? IsDecidable = null);

internal static class ListPerformanceEvents
{
    private static readonly Sorts<PerformanceEventRow> Fields = new(x => x.Event.Id, "-occurredOn,name")
    {
        { "occurredOn", x => x.Event.OccurredOn },
        { "reportedAt", x => x.Event.ReportedAt },
        { "viewUntil", x => x.Event.ViewUntil },
        { "amount", x => x.Event.Amount },
        { "kindCode", x => x.Kind.Code },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
    };

    /// <summary>The performance events that the caller may see: all to HR and approvers; to others their own and those of the people who
    /// stood below them on the event's day. <c>q</c> looks in name and number of the person.</summary>
    internal static ListOf<PerformanceEventListItem> Handle(
        [AsParameters] PerformanceEventFilter filter, [AsParameters] SearchRequest list, Visible visible, OrganisationClock clock, TrainingDb db)
    {
        var today = clock.Today;
        var events = Narrowed(visible.PerformanceEvents(), filter, today);
        if (list.Typed is { } typed)
        {
            events = events.Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.SearchText.Contains(typed)));
        }

        return ListOf.From(events, PerformanceEventRow.Of(events, db), Fields, PerformanceEventRow.On(today), list);
    }

    private static IQueryable<PerformanceEvent> Narrowed(IQueryable<PerformanceEvent> events, PerformanceEventFilter filter, DateOnly today)
    {
        var found = events.Where(x => (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId)
            && (filter.KindId == null || x.KindId == filter.KindId)
            && (filter.OccurredFrom == null || x.OccurredOn >= filter.OccurredFrom)
            && (filter.OccurredTo == null || x.OccurredOn <= filter.OccurredTo)
            && (filter.IsObjected == null || (x.IsObjection == true) == filter.IsObjected)
            && (filter.IsImported == null || x.IsImported == filter.IsImported)
            && (filter.IsDecidable == null
                || (x.State == PerformanceEventState.Reported && (x.ViewedAt != null || x.ViewUntil < today)) == filter.IsDecidable));
        if (filter.State is { Value: var state })
        {
            found = found.Where(x => x.State == state);
        }

        if (filter.Severity is { Value: var severity })
        {
            found = found.Where(x => x.Severity == severity);
        }

        return found;
    }
}
