using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

internal static class AgreeAppraisal
{
    /// <summary>Agrees to the targets as they stand, the template's among them: the person in every segment, a rater in those they score. Once
    /// both sides have in every segment that is scored the appraisal is agreed. Refused: to anybody else; once that is so, or people judge
    /// themselves; while a target in these segments is talked over or undecided; the second time.</summary>
    internal static Task<AppraisalTargetsResponse> HandleAsync(
        long id, IfMatch ifMatch, OnTarget on, TargetSides sides, TargetSheet sheet, Visible visible, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var (appraisal, cycle) = await on.FindAsync(id, cancellation);
                var segments = await visible.AppraisalSegments().Where(x => x.AppraisalId == id && x.Days > 0).ToListAsync(cancellation);
                var parties = await sides.OfAsync(appraisal, segments, cancellation);
                var own = segments.FindAll(x => parties[x.Number].Side is not null);
                if (own.Count == 0)
                {
                    throw TargetRefusals.NotASide.With();
                }

                ifMatch.Accept(appraisal);
                appraisal.Require(AppraisalAct.AgreeTargets);
                var asked = own.FindAll(cycle.Asks);
                await RefuseTalkedOverAsync(db, id, asked, cancellation);
                var left = asked.FindAll(x => !x.IsAgreedBy(parties[x.Number].Side!.Value));
                if (left.Count == 0)
                {
                    throw TargetRefusals.NothingToAgree.With();
                }

                left.ForEach(x => x.AgreeTargets(parties[x.Number].Side!.Value, parties[x.Number].Speaker!.At(clock.Now)));
                await on.SettleAsync(appraisal, cycle, cancellation);
                return await sheet.ReadAsync(id, cancellation);
            },
            cancellation);

    private static async Task RefuseTalkedOverAsync(TrainingDb db, long id, List<AppraisalSegment> asked, CancellationToken cancellation)
    {
        var numbers = asked.ConvertAll(x => x.Number);
        var codes = await db.SegmentTargets
            .Where(x => x.AppraisalId == id && x.State != SegmentTargetState.Agreed && numbers.Contains(x.SegmentNumber))
            .Join(db.Kpis, x => x.KpiId, x => x.Id, (_, kpi) => kpi.Code).Distinct().OrderBy(x => x).ToListAsync(cancellation);
        if (codes.Count > 0)
        {
            throw TargetRefusals.TalkedOver.With(("codes", codes));
        }
    }
}
