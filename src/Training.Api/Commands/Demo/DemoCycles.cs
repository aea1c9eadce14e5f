using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Commands.Demo;

/// <summary>What HR and approvers did to the appraisals of the demo company.</summary>
internal sealed class DemoCycles(
    TrainingDb db, OrganisationClock clock, CurrentPerson caller, Visible visible, PlanCycle plan, OpenCycle open, FollowCycle follow,
    AdvanceCycle advance, NameRater name,
    SetItemAside setAside, CalibrateScores calibrate, PublishResults publish, CloseResults close, DemoJudgements judgements,
    DemoAppeals appeals, DemoFigures figures)
{
    public Task RunAsync(DemoScene scene, DemoCycleStep step, CancellationToken cancellation)
    {
        RequirePolicy(step);
        return step switch
        {
            DemoFiguresEntered x => figures.RunAsync(scene, x, cancellation),
            DemoCycleOpened x => InWriteAsync(() => OpenAsync(scene, x, cancellation), cancellation),
            _ => InWriteAsync(
                async () =>
                {
                    var code = scene.Quarter(step.Cycle).ToString();
                    await OnCycleAsync(scene, await db.AppraisalCycles.Whole().SingleAsync(x => x.Code == code, cancellation), step, cancellation);
                },
                cancellation),
        };
    }

    private Task OnCycleAsync(DemoScene scene, AppraisalCycle cycle, DemoCycleStep step, CancellationToken cancellation) => step switch
    {
        DemoCycleAdvanced x => AdvanceAsync(cycle, x, cancellation),
        DemoRaterNamed x => NameAsync(scene, cycle, x, cancellation),
        DemoItemSetAside x => SetAsideAsync(scene, cycle, x, cancellation),
        DemoPointsAdded x => AddPointsAsync(scene, cycle, x, cancellation),
        DemoScoresConfirmed x => ConfirmAsync(cycle, x, cancellation),
        DemoResultsPublished => PublishAsync(cycle, cancellation),
        DemoCycleClosed => close.RunAsync(cycle, cancellation),
        DemoSelvesReviewed or DemoSegmentsScored or DemoResultsAcknowledged => judgements.RunAsync(scene, cycle, step, cancellation),
        DemoPersonStep x => appeals.RunAsync(scene, cycle, x, cancellation),
        _ => throw new InvalidOperationException($"Nobody runs the step {step}."),
    };

    private Task InWriteAsync(Func<Task> act, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(CycleQueries.Lock, cancellation);
            await act();
        },
        cancellation);

    private async Task OpenAsync(DemoScene scene, DemoCycleOpened step, CancellationToken cancellation)
    {
        var cycle = await plan.RunAsync(
            scene.Quarter(step.Cycle),
            (dates, templates) => new(
                new CyclePopulation(), dates, ScoringSettings.Usual, DistributionGuideline.Usual, [], AppraisalCycleContent.UsualImprovementBelow,
                [.. templates]),
            cancellation);
        await open.RunAsync(cycle, cancellation);
    }

    /// <summary>The night before, the cycle followed its people. What is open then is left behind.</summary>
    private async Task AdvanceAsync(AppraisalCycle cycle, DemoCycleAdvanced step, CancellationToken cancellation)
    {
        await follow.RunAsync(cycle, cancellation);
        cycle.Advance(step.To, clock.Today);
        var left = step.To != AppraisalCyclePhase.Calibration
            ? []
            : await advance.OpenSegments(cycle).Select(x => new SegmentName(x.AppraisalId, x.Number)).ToListAsync(cancellation);
        await advance.RunAsync(cycle, left, cancellation);
    }

    private async Task NameAsync(DemoScene scene, AppraisalCycle cycle, DemoRaterNamed step, CancellationToken cancellation)
    {
        var appraisal = await OfAsync(scene, cycle, step.Employee, cancellation);
        foreach (var segment in await advance.OpenSegments(cycle).Where(x => x.AppraisalId == appraisal.Id).ToListAsync(cancellation))
        {
            await name.RunAsync(appraisal, segment, _ => { }, scene.People[step.Rater], step.Reason, cancellation);
        }
    }

    private async Task SetAsideAsync(DemoScene scene, AppraisalCycle cycle, DemoItemSetAside step, CancellationToken cancellation)
    {
        var kpi = await db.Kpis.Where(x => x.Code == step.Kpi).Select(x => x.Id).SingleAsync(cancellation);
        await SetAsideAsync(await OfAsync(scene, cycle, step.Employee, cancellation), kpi, step.Reason, cancellation);
    }

    private async Task SetAsideAsync(Appraisal appraisal, long kpi, string reason, CancellationToken cancellation)
    {
        await setAside.RunAsync(appraisal, kpi, null, reason, cancellation);
        await db.SettleAsync(appraisal, cancellation);
    }

    private async Task AddPointsAsync(DemoScene scene, AppraisalCycle cycle, DemoPointsAdded step, CancellationToken cancellation) =>
        await calibrate.RunAsync(await OfAsync(scene, cycle, step.Employee, cancellation), _ => { }, step.Points, step.Reason, cancellation);

    /// <summary>Of those who lack a figure HR sets the item aside, and confirms their scores too.</summary>
    private async Task ConfirmAsync(AppraisalCycle cycle, DemoScoresConfirmed step, CancellationToken cancellation)
    {
        await follow.RunAsync(cycle, cancellation);
        var ids = (await calibrate.RunAsync(cycle, Of(cycle), cancellation)).LeftBehind.Select(x => x.Id).ToList();
        foreach (var appraisal in await db.Appraisals.Where(x => ids.Contains(x.Id)).ToListAsync(cancellation))
        {
            var receipt = await calibrate.ReceiptAsync(cycle, appraisal, cancellation);
            foreach (var kpi in receipt.Segments.SelectMany(x => x.Missing).Select(x => x.KpiId).Distinct())
            {
                await SetAsideAsync(appraisal, kpi, step.WithoutFigure, cancellation);
            }
        }

        var left = (await calibrate.RunAsync(cycle, Of(cycle), cancellation)).LeftBehind;
        await RefuseLeftAsync(cycle, left, cancellation);
    }

    private async Task PublishAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Publish);
        await follow.RunAsync(cycle, cancellation);
        var self = caller.EmployeeId;
        var done = await publish.RunAsync(cycle, Of(cycle).Where(x => x.EmployeeId != self), cancellation);
        await RefuseLeftAsync(cycle, done.LeftBehind, cancellation);
        cycle.Publish();
    }

    /// <exception cref="InvalidOperationException">The history leaves somebody without a result.</exception>
    private async Task RefuseLeftAsync(AppraisalCycle cycle, IReadOnlyList<Appraisal> left, CancellationToken cancellation)
    {
        if (left.Count > 0)
        {
            var people = left.Select(x => x.EmployeeId).ToList();
            var numbers = await db.Employees.Where(x => people.Contains(x.Id)).Select(x => x.EmployeeNumber).Order().ToListAsync(cancellation);
            throw new InvalidOperationException($"In {cycle.Code} nobody can calibrate or publish {string.Join(", ", numbers)}.");
        }
    }

    private IQueryable<Appraisal> Of(AppraisalCycle cycle)
    {
        var id = cycle.Id;
        return visible.Appraisals().Where(x => x.CycleId == id);
    }

    private Task<Appraisal> OfAsync(DemoScene scene, AppraisalCycle cycle, string number, CancellationToken cancellation)
    {
        var person = scene.People[number];
        return Of(cycle).SingleAsync(x => x.EmployeeId == person, cancellation);
    }

    /// <summary>The history may do nothing that the routes would refuse to the account.</summary>
    private void RequirePolicy(DemoCycleStep step)
    {
        var policy = step switch
        {
            DemoPointsAdded or DemoScoresConfirmed or DemoResultsPublished or DemoReviewerNamed => Policies.CalibrateAppraisals,
            DemoFiguresEntered or DemoFigureCorrected => Policies.ManageMeasurements,
            DemoSelvesReviewed or DemoSegmentsScored or DemoResultsAcknowledged or DemoAppealFiled or DemoAppealDecided => null,
            _ => Policies.ManageAppraisalCycles,
        };
        if (policy is not null && !Policies.Permit(caller.Roles, policy))
        {
            throw new InvalidOperationException($"Who holds {string.Join(", ", caller.Roles)} may not do that to appraisals.");
        }
    }
}
