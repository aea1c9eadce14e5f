using Training.Api.Queries;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>A performance event.</summary>
/// <param name="OccurredOn">The day on which it happened.</param>
/// <param name="Minutes">Minutes late.</param>
/// <param name="Article">Of the rule book.</param>
/// <param name="Amount">Yuan.</param>
/// <param name="Reference">The number under which another system knows it.</param>
/// <param name="Description">What happened.</param>
/// <param name="Evidence">What shows it, in words.</param>
/// <param name="HasFile">There is a file that shows it.</param>
/// <param name="IsImported">A feed reported it; the reporter imported the file.</param>
/// <param name="ReportedBy">None for an account that is nobody's.</param>
/// <param name="ReportedFor">The supervisor in whose place a deputy reported it.</param>
/// <param name="EditedBy">Who edited it last.</param>
/// <param name="ToldOn">The day on which the person was told, last.</param>
/// <param name="ViewWorkingDays">Working days from there to <paramref name="ViewUntil"/>.</param>
/// <param name="ViewUntil">Last day on which the person may state their view.</param>
/// <param name="IsViewDayCertain">The calendar of the years in between is complete; else the day may move.</param>
/// <param name="View">What the person says.</param>
/// <param name="IsObjection">The person objects; none: no answer.</param>
/// <param name="DecisionNote">What was said with the decision; the reason of a rejection.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record PerformanceEventResponse(
    long Id,
    PerformanceEventState State,
    Person Employee,
    Named Kind,
    DateOnly OccurredOn,
    EventSeverity? Severity,
    bool? IsUpheld,
    int? Minutes,
    string? Article,
    decimal? Amount,
    string? Reference,
    string? Description,
    string? Evidence,
    bool HasFile,
    bool IsImported,
    Person? ReportedBy,
    Person? ReportedFor,
    DateTimeOffset ReportedAt,
    Person? EditedBy,
    DateOnly ToldOn,
    int ViewWorkingDays,
    DateOnly ViewUntil,
    bool IsViewDayCertain,
    string? View,
    DateTimeOffset? ViewedAt,
    bool? IsObjection,
    Person? DecidedBy,
    DateTimeOffset? DecidedAt,
    string? DecisionNote,
    Person? RevokedBy,
    DateTimeOffset? RevokedAt,
    string? RevocationReason,
    IReadOnlyList<PerformanceEventAct> AllowedActions,
    int Version) : IVersioned;
