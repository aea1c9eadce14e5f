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
public sealed record AdjustmentResponse(long Id, decimal Points, string Reason, Person? By, DateTimeOffset SignedAt);

/// <summary>A score as it stands in calibration.</summary>
/// <param name="Total">As computed.</param>
/// <param name="Adjusted">Σ of the adjustments.</param>
/// <param name="Final">The total with them, within 0 and the cap of the cycle.</param>
/// <param name="Band">The grade that the final score earns.</param>
/// <param name="Grade">The grade after ceilings.</param>
/// <param name="Unrated">Why there is no score.</param>
/// <param name="Adjustments">In the order in which they were signed.</param>
/// <param name="Version">Of the appraisal.</param>
public sealed record CalibrationResponse(
    long AppraisalId, AppraisalStage Stage, decimal? Total, decimal Adjusted, decimal? Final, string? Band, string? Grade, UnratedReason? Unrated,
    IReadOnlyList<AdjustmentResponse> Adjustments, int Version) : IVersioned;
