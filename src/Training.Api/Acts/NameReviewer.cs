using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Names who decides on an appeal: for the act and the demo. Called inside a write that holds
/// <see cref="Queries.CycleQueries.Lock"/>.</summary>
internal sealed class NameReviewer(
    TrainingDb db, CurrentPerson caller, OrganisationClock clock, AppealParties parties, SegmentRaters raters, NoticeBox notices)
{
    /// <summary>The appeal with its second reviewer, who is told. Refused: about oneself; to who rated or adjusted it; to HR where they had
    /// a part in the result; where no
    /// appeal waits; the person or one below them, a rater of the appraisal or one below a rater, nobody who is employed today and has an
    /// account.</summary>
    /// <param name="appraisal">Whose result it is.</param>
    /// <param name="appeal">The latest; none: there is none.</param>
    /// <param name="match">Checks what the request was written for.</param>
    /// <param name="reviewer">The employee.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Appeal> RunAsync(
        Appraisal appraisal, Appeal? appeal, Action<Appeal> match, long reviewer, CancellationToken cancellation)
    {
        caller.RefuseOwn(appraisal.EmployeeId);
        if (await parties.IsCallerAsync(appraisal, cancellation))
        {
            throw AppealRefusals.NamerInvolved.With();
        }

        if (!await parties.MayNameAsync(appraisal, cancellation))
        {
            throw AppealRefusals.NamedByApprover.With();
        }

        var open = appeal ?? throw AppealRefusals.NoneOpen.With();
        match(open);
        open.RequireOpen();
        appraisal.Require(AppraisalAct.NameReviewer);
        if (!await IsAcceptedAsync(appraisal, reviewer, cancellation))
        {
            throw AppealRefusals.ReviewerNotAccepted.At("employeeId", ("employeeId", reviewer));
        }

        open.Name(reviewer, caller.AccountId);
        await notices.TellAsync("appraisal.appealReviewer", reviewer, new NoticeSubject("appraisal", appraisal.Id), cancellation, ("dueOn", open.DueOn));
        return open;
    }

    private async Task<bool> IsAcceptedAsync(Appraisal appraisal, long reviewer, CancellationToken cancellation)
    {
        var today = clock.Today;
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
