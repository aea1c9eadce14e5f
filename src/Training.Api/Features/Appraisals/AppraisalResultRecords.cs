using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
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
/// <param name="Acknowledgement">Whether the person has said that they have read it.</param>
/// <param name="AcknowledgeUntil">The last day for it.</param>
/// <param name="Agrees">Whether they agree.</param>
/// <param name="Remark">What they say to it.</param>
/// <param name="Version">Of the result, for the acknowledgement.</param>
public sealed record AppraisalResultResponse(
    int Number, int CountedDays, UnratedReason? Unrated, decimal? Total, decimal Adjusted, decimal? Final, string? Band, string? Grade,
    string ReceiptSha256, DateTimeOffset PublishedAt, AcknowledgementState Acknowledgement, DateOnly AcknowledgeUntil, DateTimeOffset? AcknowledgedAt,
    bool? Agrees, string? Remark, int Version) : IVersioned
{
    internal static AppraisalResultResponse Of(AppraisalResult x, DateOnly dueOn, DateOnly today) => new(
        x.Number, x.CountedDays, x.Unrated, x.Total, x.Adjusted, x.Final, x.Band, x.Grade, x.ReceiptSha256, x.PublishedAt, x.StateOn(today, dueOn),
        dueOn, x.AcknowledgedAt, x.Agrees, x.Remark, x.Version);
}

internal static class AppraisalResultRecords
{
    /// <summary>The latest published result of an appraisal; none: there is none.</summary>
    public static async Task<AppraisalResultResponse?> ResultAsync(
        this TrainingDb db, Appraisal appraisal, OrganisationClock clock, CancellationToken cancellation)
    {
        var id = appraisal.Id;
        var result = await db.AppraisalResults.AsNoTracking().Where(x => x.AppraisalId == id).OrderByDescending(x => x.Number)
            .FirstOrDefaultAsync(cancellation);
        return result is null
            ? null
            : AppraisalResultResponse.Of(result, await db.AcknowledgeUntilAsync(result, appraisal.EmployeeId, clock, cancellation), clock.Today);
    }

    /// <summary>Until when the person says that they have read it: five working days after the day of publication, or after the last day of
    /// leave that covers it, with leave that goes on without a working day between.</summary>
    public static async Task<DateOnly> AcknowledgeUntilAsync(
        this TrainingDb db, AppraisalResult result, long employeeId, OrganisationClock clock, CancellationToken cancellation)
    {
        var published = clock.DayOf(result.PublishedAt);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var leave = await db.LeaveRecords.AsNoTracking().Where(x => x.EmployeeId == employeeId && x.ToOn >= published)
            .Select(x => new DaySpan(x.FromOn, x.ToOn)).ToListAsync(cancellation);
        return ReplyDays.Until(published, leave, AppraisalResult.AcknowledgeWorkingDays, calendar);
    }
}
