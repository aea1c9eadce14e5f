using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Incentives;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>A performance event of the caller.</summary>
/// <param name="OccurredOn">The day on which it happened.</param>
/// <param name="Minutes">Minutes late.</param>
/// <param name="Article">Of the rule book.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Description">What happened.</param>
/// <param name="Evidence">What shows it, in words.</param>
/// <param name="ViewUntil">Last day for a view.</param>
/// <param name="View">What the caller said.</param>
/// <param name="IsObjection">The caller objects; none: no answer.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record MyPerformanceEventListItem(
    long Id,
    long KindId,
    string KindCode,
    string KindNameZh,
    string? KindNameEn,
    DateOnly OccurredOn,
    EventSeverity? Severity,
    bool? IsUpheld,
    int? Minutes,
    string? Article,
    decimal? Amount,
    string? Description,
    string? Evidence,
    PerformanceEventState State,
    DateTimeOffset ReportedAt,
    DateOnly ViewUntil,
    string? View,
    DateTimeOffset? ViewedAt,
    bool? IsObjection,
    DateTimeOffset? DecidedAt,
    IReadOnlyList<PerformanceEventAct> AllowedActions,
    int Version);

internal static class ListMyPerformanceEvents
{
    private static readonly Sorts<PerformanceEventRow> Fields = new(x => x.Event.Id, "-occurredOn")
    {
        { "occurredOn", x => x.Event.OccurredOn },
        { "reportedAt", x => x.Event.ReportedAt },
        { "viewUntil", x => x.Event.ViewUntil },
        { "kindCode", x => x.Kind.Code },
    };

    /// <summary>What was reported about the caller, with what they may still say to it.</summary>
    internal static ListOf<MyPerformanceEventListItem> Handle(
        [AsParameters] ListRequest list,
        CurrentPerson caller,
        Acts.ReportPerformanceEvent report,
        OrganisationClock clock,
        TrainingDb db,
        [FromQuery(Name = "state")] Choice<PerformanceEventState>? state = null)
    {
        var (self, today, by) = (caller.EmployeeId, clock.Today, report.Actor());
        var events = db.PerformanceEvents.Where(x => self != null && x.EmployeeId == self);
        if (state is { Value: var wanted })
        {
            events = events.Where(x => x.State == wanted);
        }

        return ListOf.Finished(PerformanceEventRow.Of(events, db), Fields, x => x, x => Item(x, by, today), list);
    }

    private static MyPerformanceEventListItem Item(PerformanceEventRow x, EventActor by, DateOnly today) => new(
        x.Event.Id, x.Kind.Id, x.Kind.Code, x.Kind.NameZh, x.Kind.NameEn, x.Event.OccurredOn, x.Event.Severity, x.Event.IsUpheld, x.Event.Minutes,
        x.Event.Article, x.Event.Amount, x.Event.Description, x.Event.Evidence, x.Event.State, x.Event.ReportedAt, x.Event.ViewUntil, x.Event.View,
        x.Event.ViewedAt, x.Event.IsObjection, x.Event.DecidedAt, x.Event.AllowedActions(by, today), x.Event.Version);
}
