using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

internal static class NameReviewer
{
    /// <summary>Names the second reviewer of an appeal, or another until it is decided; they are told, and see the whole appraisal until they
    /// have decided. By HR, and by an approver where HR had a part in the result. Refused: about oneself; where no appeal waits; the person or
    /// one below them, a rater of the appraisal or one below a rater, nobody who is employed today and has an account.</summary>
    internal static Task<AppealResponse> HandleAsync(
        long id, NameReviewerRequest request, IfMatch ifMatch, OnAppeal on, CurrentPerson caller, SegmentRaters raters, NoticeBox notices, TrainingDb db,
        OrganisationClock clock, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            async (appraisal, appeal) =>
            {
                caller.RefuseOwn(appraisal.EmployeeId);
                if (!await on.MayNameAsync(appraisal, cancellation))
                {
                    throw AppealRefusals.NamedByApprover.With();
                }

                var open = appeal is { IsOpen: true } ? appeal : throw AppealRefusals.NoneOpen.With();
                ifMatch.Require(open);
                appraisal.Require(AppraisalAct.NameReviewer);
                if (!await IsAcceptedAsync(appraisal, request.EmployeeId, raters, db, clock.Today, cancellation))
                {
                    throw AppealRefusals.ReviewerNotAccepted.At("employeeId", ("employeeId", request.EmployeeId));
                }

                open.Name(request.EmployeeId, caller.AccountId);
                await notices.TellAsync(
                    "appraisal.appealReviewer", request.EmployeeId, new NoticeSubject("appraisal", id), cancellation, ("dueOn", open.DueOn));
                return open;
            },
            cancellation);

    private static async Task<bool> IsAcceptedAsync(
        Appraisal appraisal, long reviewer, SegmentRaters raters, TrainingDb db, DateOnly today, CancellationToken cancellation)
    {
        if (reviewer == appraisal.EmployeeId || !(await raters.EmployedAsync([reviewer], cancellation)).Contains(reviewer)
            || !await db.Users.AnyAsync(x => x.EmployeeId == reviewer && x.DisabledAt == null, cancellation))
        {
            return false;
        }

        var above = await db.ReportingLines.Where(x => x.EmployeeId == reviewer && x.From <= today && (x.To == null || x.To >= today))
            .Select(x => x.SupervisorId).ToListAsync(cancellation);
        List<long> seats = [reviewer, .. above];
        var segments = await db.AppraisalSegments.AsNoTracking().Where(x => x.AppraisalId == appraisal.Id && x.Days > 0).ToListAsync(cancellation);
        return !above.Contains(appraisal.EmployeeId)
            && !segments.Exists(x => Raters(x).Any(seats.Contains));
    }

    /// <summary>Who scored a segment and for whom; of one that was not, its supervisor.</summary>
    private static IEnumerable<long> Raters(AppraisalSegment segment) => new[]
    {
        segment.ScoredById, segment.ScoredForId, segment.ScoredById is null ? segment.RaterId ?? segment.SupervisorId : null,
    }.OfType<long>();
}
