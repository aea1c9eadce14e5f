using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>What becomes of targets that are not agreed when people begin to judge themselves. Called inside a write that holds
/// <see cref="CycleQueries.Lock"/>, before the appraisals of the cycle leave the stage in which targets are agreed.</summary>
internal sealed class TakeTargets(TrainingDb db, OrganisationClock clock, TargetDeciders deciders, NoticeBox notices)
{
    private const int Some = 1000;

    /// <summary>Takes the template's targets where nobody proposed others; agrees what the rater proposed and what lay before the person in
    /// silence long enough; puts every other open value before the next above, who is told. A number of statements for each thousand open
    /// values.</summary>
    public async Task<TargetsTaken> RunAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var id = cycle.Id;
        var waiting = db.Appraisals.Where(x => x.CycleId == id && x.Stage == AppraisalStage.Targets);
        var byTemplate = await BulkChange.UpdateAsync(
            db, waiting.Where(x => !db.SegmentTargets.Any(y => y.AppraisalId == x.Id)), row => row.SetProperty(x => x.IsByTemplate, true),
            new { IsByTemplate = true }, cancellation);
        var open = await db.SegmentTargets
            .Where(x => (x.State == SegmentTargetState.Proposed || x.State == SegmentTargetState.Refused) && waiting.Any(y => y.Id == x.AppraisalId)
                && db.AppraisalSegments.Any(y => y.AppraisalId == x.AppraisalId && y.Number == x.SegmentNumber && y.Days > 0))
            .OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancellation);
        var (calendar, today) = (await db.WorkingCalendarAsync(cancellation), clock.Today);
        var agreed = 0;
        foreach (var some in open.Chunk(Some))
        {
            var targets = await db.SegmentTargets.Where(x => some.Contains(x.Id)).ToListAsync(cancellation);
            var leave = await LeaveAsync(some, cancellation);
            targets.ForEach(x => x.FallDue(TargetDays.IsSilent(x, leave[x.AppraisalId], today, calendar), clock.Now));
            agreed += targets.Count(x => x.State == SegmentTargetState.Agreed);
            await db.FlushAsync(cancellation);
        }

        await TellAsync(cycle, waiting, cancellation);
        return new(byTemplate, agreed, open.Count - agreed);
    }

    /// <summary>The leave of the people whose targets these are, by appraisal.</summary>
    private async Task<ILookup<long, DaySpan>> LeaveAsync(long[] targets, CancellationToken cancellation)
    {
        var rows = await (
            from target in db.SegmentTargets
            where targets.Contains(target.Id)
            join appraisal in db.Appraisals on target.AppraisalId equals appraisal.Id
            join leave in db.LeaveRecords on appraisal.EmployeeId equals leave.EmployeeId
            where leave.ToOn >= target.ProposedOn
            select new { target.AppraisalId, leave.FromOn, leave.ToOn }).Distinct().ToListAsync(cancellation);
        return rows.ToLookup(x => x.AppraisalId, x => new DaySpan(x.FromOn, x.ToOn));
    }

    private async Task TellAsync(AppraisalCycle cycle, IQueryable<Appraisal> waiting, CancellationToken cancellation)
    {
        var undecided = db.AppraisalSegments.Where(x => x.Days > 0 && waiting.Any(y => y.Id == x.AppraisalId)
            && db.SegmentTargets.Any(y => y.AppraisalId == x.AppraisalId && y.SegmentNumber == x.Number && y.State == SegmentTargetState.Escalated));
        var of = await deciders.OfAsync(undecided, cancellation);
        var subject = new NoticeSubject("appraisalCycle", cycle.Id);
        await notices.TellEachAsync(
            "appraisal.targetsToDecide",
            [.. of.Values.OfType<long>().GroupBy(x => x).Select(x => (
                x.Key, subject, new (string, object?)[] { ("quarter", cycle.Code), ("count", x.Count()) }))],
            cancellation);
        if (of.Values.Count(x => x is null) is var none and > 0)
        {
            await notices.TellRolesAsync(
                "appraisal.targetsToDecide", [Role.HumanResources, Role.Approver], null, [], subject, cancellation, ("quarter", cycle.Code), ("count", none));
        }
    }
}

/// <summary>What became of targets.</summary>
/// <param name="ByTemplate">Appraisals that took the template's.</param>
/// <param name="Agreed">Targets to which silence agreed.</param>
/// <param name="Escalated">Targets on which the next above decides.</param>
internal sealed record TargetsTaken(int ByTemplate, int Agreed, int Escalated);
