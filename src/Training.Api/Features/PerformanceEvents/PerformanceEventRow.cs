using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Incentives;
using Training.Domain.People;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>An event with its person and kind.</summary>
internal sealed class PerformanceEventRow
{
    public required PerformanceEvent Event { get; init; }

    public required Employee Person { get; init; }

    public required PerformanceEventKind Kind { get; init; }

    public static IQueryable<PerformanceEventRow> Of(IQueryable<PerformanceEvent> events, TrainingDb db) =>
        from found in events.AsNoTracking()
        join person in db.Employees on found.EmployeeId equals person.Id
        join kind in db.PerformanceEventKinds on found.KindId equals kind.Id
        select new PerformanceEventRow { Event = found, Person = person, Kind = kind };

    public static Expression<Func<PerformanceEventRow, PerformanceEventListItem>> On(DateOnly today) => x => new PerformanceEventListItem(
        x.Event.Id, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Kind.Id, x.Kind.Code, x.Kind.NameZh, x.Kind.NameEn,
        x.Event.OccurredOn, x.Event.Severity, x.Event.IsUpheld, x.Event.Minutes, x.Event.Article, x.Event.Amount, x.Event.Reference, x.Event.State,
        x.Event.IsImported, x.Event.ReportedAt, x.Event.ViewUntil, x.Event.ViewedAt, x.Event.IsObjection,
        x.Event.State == PerformanceEventState.Reported && (x.Event.ViewedAt != null || x.Event.ViewUntil < today), x.Event.DecidedAt, x.Event.Version);
}

/// <summary>A performance event in a list.</summary>
/// <param name="OccurredOn">The day on which it happened.</param>
/// <param name="Minutes">Minutes late.</param>
/// <param name="Article">Of the rule book.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Reference">The number under which another system knows it.</param>
/// <param name="IsImported">A feed reported it.</param>
/// <param name="ViewUntil">Last day on which the person may state their view.</param>
/// <param name="IsObjection">The person objects; none: no answer.</param>
/// <param name="IsDecidable">Reported, and answered or past the days for a view.</param>
public sealed record PerformanceEventListItem(
    long Id,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
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
    string? Reference,
    PerformanceEventState State,
    bool IsImported,
    DateTimeOffset ReportedAt,
    DateOnly ViewUntil,
    DateTimeOffset? ViewedAt,
    bool? IsObjection,
    bool IsDecidable,
    DateTimeOffset? DecidedAt,
    int Version);
