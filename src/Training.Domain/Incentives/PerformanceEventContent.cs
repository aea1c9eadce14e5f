namespace Training.Domain.Incentives;

/// <summary>What happened.</summary>
/// <param name="OccurredOn">The day; of a lateness the day on which the shift starts.</param>
/// <param name="Severity">How grave.</param>
/// <param name="IsUpheld">Whether a complaint was found to be right.</param>
/// <param name="Minutes">How late, 1 to <see cref="PerformanceEvent.MostMinutes"/>.</param>
/// <param name="Article">The article of the rule book.</param>
/// <param name="Amount">Yuan, 0 to <see cref="PerformanceEvent.MostYuan"/>, at most two decimals.</param>
/// <param name="Reference">The number under which another system knows it, such as that of a case.</param>
/// <param name="Description">What happened, in words; the person reads it.</param>
/// <param name="Evidence">What shows it, in words.</param>
public sealed record PerformanceEventContent(
    DateOnly OccurredOn,
    EventSeverity? Severity,
    bool? IsUpheld,
    int? Minutes,
    string? Article,
    decimal? Amount,
    string? Reference,
    string? Description,
    string? Evidence);

/// <summary>Who acts on a performance event.</summary>
/// <param name="IsHumanResources">Holds the role.</param>
/// <param name="MayDecide">HR or an approver.</param>
/// <param name="ForSupervisorId">In whose place a deputy reports.</param>
public sealed record EventActor(long AccountId, long? EmployeeId, bool IsHumanResources, bool MayDecide, long? ForSupervisorId = null);
