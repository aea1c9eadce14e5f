using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>How a score is calibrated.</summary>
/// <param name="Points">Added to the computed total, or taken from it, 2 decimals; none: the score is confirmed as it is.</param>
/// <param name="Reason">Why; asked for with points. The person reads it in the receipt.</param>
public sealed record CalibrateAppraisalRequest(
    decimal? Points = null, [TextLength(0, AppraisalAdjustment.MaxReasonLength)] string? Reason = null);

/// <summary>Points added to a computed total.</summary>
/// <param name="By">None: an account of nobody employed.</param>
/// <param name="WithdrawnAt">When HR took it back; none: it counts.</param>
/// <param name="WithdrawnReason">Why.</param>
public sealed record AdjustmentResponse(
    long Id, decimal Points, string Reason, Person? By, DateTimeOffset SignedAt, DateTimeOffset? WithdrawnAt, string? WithdrawnReason);

/// <summary>A ceiling that HR lifted.</summary>
/// <param name="KpiId">Of this item; none: of the event.</param>
/// <param name="WithdrawnAt">When HR took it back; none: it holds.</param>
/// <param name="WithdrawnReason">Why.</param>
public sealed record LiftedCeilingResponse(
    long Id, long? KpiId, long? EventId, string Reason, DateTimeOffset SignedAt, DateTimeOffset? WithdrawnAt, string? WithdrawnReason);

/// <summary>A ceiling on the grade.</summary>
/// <param name="Grade">The best that is left.</param>
/// <param name="KpiId">The item that put it there, under its threshold.</param>
/// <param name="EventId">The event that did.</param>
/// <param name="IsLifted">HR lifted it for this person.</param>
public sealed record CeilingResponse(string Grade, long? KpiId, long? EventId, bool IsLifted);

/// <summary>A score as it stands in calibration.</summary>
/// <param name="Total">As computed.</param>
/// <param name="Adjusted">Σ of the adjustments.</param>
/// <param name="Final">The total with them, within 0 and the cap of the cycle.</param>
/// <param name="Band">The grade that the final score earns.</param>
/// <param name="Grade">The grade after ceilings.</param>
/// <param name="Unrated">Why there is no score.</param>
/// <param name="Ceilings">On the grade, the worst first.</param>
/// <param name="Adjustments">In the order in which they were signed.</param>
/// <param name="LiftedCeilings">In the order in which they were signed.</param>
/// <param name="Version">Of the appraisal.</param>
public sealed record CalibrationResponse(
    long AppraisalId, AppraisalStage Stage, decimal? Total, decimal Adjusted, decimal? Final, string? Band, string? Grade, UnratedReason? Unrated,
    IReadOnlyList<CeilingResponse> Ceilings, IReadOnlyList<AdjustmentResponse> Adjustments, IReadOnlyList<LiftedCeilingResponse> LiftedCeilings, int Version) : IVersioned;
