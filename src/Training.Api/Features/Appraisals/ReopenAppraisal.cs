using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>Why an appraisal is scored anew.</summary>
public sealed record ReopenAppraisalRequest([TextLength(1, AppraisalAdjustment.MaxReasonLength)] string Reason);

/// <summary>An appraisal that is scored anew.</summary>
/// <param name="Number">The version of the result that is kept until the next is published.</param>
/// <param name="Stage">Scoring, or unrated where too few days are left.</param>
public sealed record ReopenAppraisalResponse(long AppraisalId, int Number, AppraisalStage Stage, int Version) : IVersioned;

internal static class ReopenAppraisal
{
    /// <summary>HR has a published appraisal scored anew, with a reason: its segments follow what was entered since and are open again with
    /// their marks as drafts, its adjustments and lifted ceilings are taken back, and the result that was published is kept until the next
    /// version is. The person and the raters are told. Refused: about oneself; before it is published; while an appeal waits.</summary>
    internal static Task<ReopenAppraisalResponse> HandleAsync(
        long id, ReopenAppraisalRequest request, IfMatch ifMatch, Visible visible, CurrentPerson caller, FollowCycle follow, SegmentRaters raters,
        NoticeBox notices, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
                caller.RefuseOwn(appraisal.EmployeeId);
                ifMatch.Require(appraisal);
                var isAppealed = await db.Appeals.AnyAsync(
                    x => x.AppraisalId == id && (x.State == AppealState.Filed || x.State == AppealState.InReview), cancellation);
                appraisal.Reopen(request.Reason, isAppealed, clock.Now);
                await TakeBackAsync(id, request.Reason, caller, db, clock.Now, cancellation);
                await db.FlushAsync(cancellation);
                var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(appraisal.CycleId, cancellation);
                await follow.RunAsync(cycle, cancellation);
                await db.SettleAsync(appraisal, cancellation);
                await db.FlushAsync(cancellation);
                await TellAsync(appraisal, cycle.Code, raters, notices, db, cancellation);
                var number = await db.LatestResults().Where(x => x.AppraisalId == id).Select(x => x.Number).SingleAsync(cancellation);
                return new ReopenAppraisalResponse(id, number, appraisal.Stage, appraisal.Version);
            },
            cancellation);

    private static async Task TakeBackAsync(
        long id, string reason, CurrentPerson caller, TrainingDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        foreach (var segment in await db.AppraisalSegments.Where(x => x.AppraisalId == id && x.State == AppraisalSegmentState.Scored).ToListAsync(cancellation))
        {
            segment.Reopen(now);
        }

        foreach (var adjustment in await db.AppraisalAdjustments.Where(x => x.AppraisalId == id && x.WithdrawnAt == null).ToListAsync(cancellation))
        {
            adjustment.Withdraw(reason, caller.AccountId, now);
        }

        foreach (var lift in await db.CeilingLifts.Where(x => x.AppraisalId == id && x.WithdrawnAt == null).ToListAsync(cancellation))
        {
            lift.Withdraw(reason, caller.AccountId, now);
        }
    }

    private static async Task TellAsync(
        Appraisal appraisal, string quarter, SegmentRaters raters, NoticeBox notices, TrainingDb db, CancellationToken cancellation)
    {
        var (id, person) = (appraisal.Id, appraisal.EmployeeId);
        var name = await db.Employees.Where(x => x.Id == person).Select(x => x.NameZh).SingleAsync(cancellation);
        var scoring = await raters.OfAsync(
            db.AppraisalSegments.Where(x => x.AppraisalId == id && x.Days > 0 && x.State == AppraisalSegmentState.Open), cancellation);
        await notices.TellAsync(
            "appraisal.reopened", [person, .. scoring.Values.OfType<long>().Distinct()], new NoticeSubject("appraisal", id), cancellation,
            ("quarter", quarter), ("employee", name));
    }
}
