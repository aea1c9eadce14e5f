using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>A target with what an act on it has need of.</summary>
internal sealed record FoundTarget(Appraisal Appraisal, AppraisalCycle Cycle, AppraisalSegment Segment, SegmentTarget Target, TemplateItem Item)
{
    public string KpiCode => Item.KpiCode;
}

/// <summary>Finds targets for an act, in the order in which requests are refused, and lets the stage of the appraisal follow.</summary>
internal sealed class OnTarget(TrainingDb db, Visible visible, TargetSides sides, TargetSheet sheet, TargetNotices notices, OrganisationClock clock)
{
    /// <summary>Puts another target before the other side, in one write, and tells them. Refused: to who is neither side; in a stage that does
    /// not accept it, and after the data cut-off; while the next above decides; for an item that there is not, or that takes none.</summary>
    public Task<TargetItemResponse> ProposeAsync(long id, ProposeTargetRequest request, IfMatch ifMatch, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var (appraisal, cycle) = await FindAsync(id, cancellation);
            var segment = await visible.AppraisalSegments().SingleOrDefaultAsync(
                x => x.AppraisalId == id && x.Number == request.Segment && x.Days > 0, cancellation)
                ?? throw AppraisalRefusals.SegmentUnknown.At("segment", ("number", request.Segment));
            var (side, speaker, parties) = await sides.RequireSideAsync(appraisal, segment, cancellation);
            var target = await db.SegmentTargets.SingleOrDefaultAsync(
                x => x.AppraisalId == id && x.SegmentNumber == request.Segment && x.KpiId == request.KpiId, cancellation);
            ifMatch.Require(target?.Version ?? 0);
            RequireRevisable(appraisal, cycle);
            target?.Require(SegmentTargetAct.Propose);
            var item = (await db.ItemsAsync(appraisal, [segment], cancellation))[request.Segment].FirstOrDefault(x => x.KpiId == request.KpiId)
                ?? throw AppraisalRefusals.ItemUnknown.At("kpiId", ("kpiId", request.KpiId));
            TargetRules.Check(item.Method, item.KpiCode, request.Target);
            var (proposal, voice) = (new TargetProposal(request.Target, side, clock.Today, request.Remark), speaker.At(clock.Now));
            if (target is null)
            {
                db.SegmentTargets.Add(target = SegmentTarget.Begin(id, request.Segment, request.KpiId, proposal, voice));
            }
            else
            {
                target.Propose(proposal, voice);
            }

            return await EndAsync(new(appraisal, cycle, segment, target, item), parties, cancellation);
        },
        cancellation);

    /// <summary>One side answers what the other proposed, in one write. Refused: to who is neither side, and who proposed it; in a stage that
    /// does not accept it, and after the data cut-off.</summary>
    public Task<TargetItemResponse> AnswerAsync(
        long id, long targetId, IfMatch ifMatch, Action<SegmentTarget, TargetSide, TargetVoice> act, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var found = await FindAsync(id, targetId, cancellation);
            var (side, speaker, parties) = await sides.RequireSideAsync(found.Appraisal, found.Segment, cancellation);
            found.Target.RequireOther(side);
            ifMatch.Require(found.Target);
            RequireRevisable(found.Appraisal, found.Cycle);
            act(found.Target, side, speaker.At(clock.Now));
            return await EndAsync(found, parties, cancellation);
        },
        cancellation);

    /// <summary>The next above says what holds, in one write, also after the data cut-off. Refused: about oneself, and to anybody else; unless
    /// it was put before them.</summary>
    public Task<TargetItemResponse> DecideAsync(long id, long targetId, DecideTargetRequest request, IfMatch ifMatch, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var found = await FindAsync(id, targetId, cancellation);
                var (speaker, parties) = await sides.RequireDeciderAsync(found.Appraisal, found.Segment, cancellation);
                ifMatch.Require(found.Target);
                found.Appraisal.Require(AppraisalAct.DecideTargets);
                found.Target.Require(SegmentTargetAct.Decide);
                TargetRules.Check(found.Item.Method, found.KpiCode, request.Target);
                found.Target.Decide(request.Target, request.Reason, speaker.At(clock.Now));
                return await EndAsync(found, parties, cancellation);
            },
            cancellation);

    /// <summary>The appraisal takes the stage that its targets give it, as far as they are still agreed.</summary>
    public async Task SettleAsync(Appraisal appraisal, AppraisalCycle cycle, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var id = appraisal.Id;
        var segments = await db.AppraisalSegments.Where(x => x.AppraisalId == id).ToListAsync(cancellation);
        var living = segments.Where(x => x.Days > 0).Select(x => x.Number).ToList();
        var isTalkedOver = await db.SegmentTargets.AnyAsync(
            x => x.AppraisalId == id && x.State != SegmentTargetState.Agreed && living.Contains(x.SegmentNumber), cancellation);
        appraisal.SettleTargets(segments, cycle, isTalkedOver);
        await db.FlushAsync(cancellation);
    }

    /// <summary>The appraisal, if the caller may see it, with its cycle; no other write changes either meanwhile.</summary>
    public async Task<(Appraisal Appraisal, AppraisalCycle Cycle)> FindAsync(long id, CancellationToken cancellation)
    {
        await db.LockAsync(CycleQueries.Lock, cancellation);
        var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
        return (appraisal, await db.AppraisalCycles.Whole().AsNoTracking().SingleAsync(x => x.Id == appraisal.CycleId, cancellation));
    }

    private async Task<FoundTarget> FindAsync(long id, long targetId, CancellationToken cancellation)
    {
        var (appraisal, cycle) = await FindAsync(id, cancellation);
        var segments = visible.AppraisalSegments().Where(x => x.AppraisalId == id && x.Days > 0);
        var target = await db.SegmentTargets.Where(x => x.AppraisalId == id && segments.Any(y => y.Number == x.SegmentNumber)).OneAsync(targetId, cancellation);
        var segment = await segments.SingleAsync(x => x.Number == target.SegmentNumber, cancellation);
        var item = (await db.ItemsAsync(appraisal, [segment], cancellation))[segment.Number].Single(x => x.KpiId == target.KpiId);
        return new(appraisal, cycle, segment, target, item);
    }

    private async Task<TargetItemResponse> EndAsync(FoundTarget found, TargetParties parties, CancellationToken cancellation)
    {
        await SettleAsync(found.Appraisal, found.Cycle, cancellation);
        await notices.TellAsync(found, parties, cancellation);
        await db.FlushAsync(cancellation);
        return await sheet.ReadAsync(found.Appraisal.Id, found.Segment.Number, found.Target.KpiId, cancellation);
    }

    private void RequireRevisable(Appraisal appraisal, AppraisalCycle cycle)
    {
        appraisal.Require(AppraisalAct.ReviseTargets);
        if (clock.Today > cycle.Dates.DataCutOffOn)
        {
            throw TargetRefusals.DataCutOff.With(("lastDay", cycle.Dates.DataCutOffOn));
        }
    }
}
