using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

internal static class NameRater
{
    /// <summary>HR names who scores a segment in the place of its supervisor; they are told, and see the segment from now on. Refused: about
    /// oneself; once it is scored; the person, one who stands below them today, or nobody who is employed.</summary>
    internal static Task<SegmentScoreResponse> HandleAsync(
        long id, int number, NameRaterRequest request, IfMatch ifMatch, OnSegment on, CurrentPerson caller, SegmentRaters raters, NoticeBox notices,
        TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            number,
            async (appraisal, segment) =>
            {
                caller.RefuseOwn(appraisal.EmployeeId);
                ifMatch.Require(segment);
                segment.RequireOpen();
                appraisal.Require(AppraisalAct.Score);
                if ((await db.ItemsAsync(appraisal, [segment], cancellation))[number].Count == 0)
                {
                    throw AppraisalRefusals.NoTemplate.With(("number", number));
                }

                var (person, rater, today) = (appraisal.EmployeeId, request.EmployeeId, clock.Today);
                if (rater == person || !(await raters.EmployedAsync([rater], cancellation)).Contains(rater) || await db.ReportingLines.AnyAsync(
                    x => x.SupervisorId == person && x.EmployeeId == rater && x.From <= today && (x.To == null || x.To >= today), cancellation))
                {
                    throw AppraisalRefusals.RaterNotAccepted.At("employeeId", ("employeeId", rater));
                }

                segment.NameRater(rater, request.Reason, clock.Now);
                var name = await db.Employees.Where(x => x.Id == person).Select(x => x.NameZh).SingleAsync(cancellation);
                var quarter = await db.AppraisalCycles.Where(x => x.Id == appraisal.CycleId).Select(x => x.Code).SingleAsync(cancellation);
                await notices.TellAsync(
                    "appraisal.raterNamed", rater, new NoticeSubject("appraisal", id), cancellation, ("employee", name), ("quarter", quarter));
            },
            cancellation);
}
