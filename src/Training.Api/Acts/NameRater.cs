using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>HR names who scores a segment in the place of its supervisor: for the act and the demo. Called inside a write that holds
/// <see cref="CycleQueries.Lock"/>.</summary>
internal sealed class NameRater(TrainingDb db, CurrentPerson caller, OrganisationClock clock, SegmentRaters raters, NoticeBox notices)
{
    /// <summary>The rater is told. Refused: about oneself; once it is scored; the person, one who stands below them today, or nobody who is
    /// employed.</summary>
    /// <param name="appraisal">Of the segment.</param>
    /// <param name="segment">To be scored.</param>
    /// <param name="match">Checks what the request was written for.</param>
    /// <param name="rater">The employee who scores it.</param>
    /// <param name="reason">Why not its supervisor.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task RunAsync(
        Appraisal appraisal, AppraisalSegment segment, Action<AppraisalSegment> match, long rater, string reason, CancellationToken cancellation)
    {
        caller.RefuseOwn(appraisal.EmployeeId);
        match(segment);
        segment.RequireOpen();
        appraisal.Require(AppraisalAct.Score);
        if ((await db.ItemsAsync(appraisal, [segment], cancellation))[segment.Number].Count == 0)
        {
            throw AppraisalRefusals.NoTemplate.With(("number", segment.Number));
        }

        var (person, today) = (appraisal.EmployeeId, clock.Today);
        if (rater == person || !(await raters.EmployedAsync([rater], cancellation)).Contains(rater) || await db.ReportingLines.AnyAsync(
            x => x.SupervisorId == person && x.EmployeeId == rater && x.From <= today && (x.To == null || x.To >= today), cancellation))
        {
            throw AppraisalRefusals.RaterNotAccepted.At("employeeId", ("employeeId", rater));
        }

        segment.NameRater(rater, reason, clock.Now);
        var name = await db.Employees.Where(x => x.Id == person).Select(x => x.NameZh).SingleAsync(cancellation);
        var quarter = await db.AppraisalCycles.Where(x => x.Id == appraisal.CycleId).Select(x => x.Code).SingleAsync(cancellation);
        await notices.TellAsync(
            "appraisal.raterNamed", rater, new NoticeSubject("appraisal", appraisal.Id), cancellation, ("employee", name), ("quarter", quarter));
    }
}
