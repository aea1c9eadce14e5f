using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>An item to be set aside.</summary>
/// <param name="KpiId">The KPI of the item.</param>
/// <param name="Reason">Why it does not apply; the person reads it.</param>
/// <param name="Segment">Number of the segment, one with days; none: every segment that has the item.</param>
public sealed record SetItemAsideRequest(
    long KpiId, [NotBlank, TextLength(1, ItemSetAside.MaxReasonLength)] string Reason, int? Segment = null);

/// <summary>An item that HR set aside.</summary>
/// <param name="KpiNameZh">As the KPI is named now.</param>
/// <param name="Segment">Number of the segment; none: every segment that has the item.</param>
/// <param name="By">Who of HR did it; none where the account belongs to nobody employed.</param>
/// <param name="Version">To take it back.</param>
public sealed record SetAsideResponse(
    long Id, long AppraisalId, long KpiId, string KpiCode, string KpiNameZh, string? KpiNameEn, int? Segment, string Reason, Person? By,
    DateTimeOffset At, int Version) : IVersioned;
