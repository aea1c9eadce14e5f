using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>A published result.</summary>
/// <param name="Number">The version of the appraisal.</param>
/// <param name="CountedDays">Days of the segments that count.</param>
/// <param name="Unrated">Why there is no score.</param>
/// <param name="Total">As computed.</param>
/// <param name="Adjusted">Σ of the adjustments.</param>
/// <param name="Final">The total with them, within 0 and the cap of the cycle.</param>
/// <param name="Band">The grade that the final score earns.</param>
/// <param name="Grade">The grade after ceilings.</param>
/// <param name="ReceiptSha256">Hash of the text of its receipt.</param>
/// <param name="Cause">Why there is this version.</param>
/// <param name="AppealUntil">The last day for an appeal; none: an appeal made this version.</param>
/// <param name="Acknowledgement">Whether the person has said that they have read it.</param>
/// <param name="AcknowledgeUntil">The last day for it.</param>
/// <param name="Agrees">Whether they agree.</param>
/// <param name="Remark">What they say to it.</param>
/// <param name="Version">Of the result, for the acknowledgement.</param>
public sealed record AppraisalResultResponse(
    int Number, int CountedDays, UnratedReason? Unrated, decimal? Total, decimal Adjusted, decimal? Final, string? Band, string? Grade,
    string ReceiptSha256, DateTimeOffset PublishedAt, ResultCause Cause, DateOnly? AppealUntil, AcknowledgementState Acknowledgement,
    DateOnly AcknowledgeUntil, DateTimeOffset? AcknowledgedAt,
    bool? Agrees, string? Remark, int Version) : IVersioned
{
    internal static AppraisalResultResponse Of(ResultDays days, DateOnly today)
    {
        var (x, dueOn) = (days.Result, days.AcknowledgeUntil);
        return new(
            x.Number, x.CountedDays, x.Unrated, x.Total, x.Adjusted, x.Final, x.Band, x.Grade, x.ReceiptSha256, x.PublishedAt, x.Cause,
            x.MayBeAppealed ? days.AppealUntil : null, x.StateOn(today, dueOn, days.Appeal?.DecidedAt), dueOn, x.AcknowledgedAt, x.Agrees, x.Remark, x.Version);
    }
}
