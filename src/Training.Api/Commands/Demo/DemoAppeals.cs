using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;

namespace Training.Api.Commands.Demo;

/// <summary>What came after results of the demo company were published: appeals, and figures that were put right.</summary>
internal sealed class DemoAppeals(
    TrainingDb db, FileAppeal file, NameReviewer name, ResolveAppeal resolve, EnterFigures enter, AcceptCorrection accept)
{
    public async Task RunAsync(DemoScene scene, AppraisalCycle cycle, DemoPersonStep step, CancellationToken cancellation)
    {
        var (id, person) = (cycle.Id, scene.People[step.Employee]);
        var appraisal = await db.Appraisals.SingleAsync(x => x.CycleId == id && x.EmployeeId == person, cancellation);
        var appeal = await db.Appeals.Where(x => x.AppraisalId == appraisal.Id).OrderByDescending(x => x.ResultNumber).FirstOrDefaultAsync(cancellation);
        await (step switch
        {
            DemoAppealFiled x => file.RunAsync(appraisal, _ => { }, x.Reason, x.Evidence, cancellation),
            DemoReviewerNamed x => name.RunAsync(appraisal, appeal, _ => { }, scene.People[x.Reviewer], cancellation),
            DemoAppealDecided x => resolve.RunAsync(appraisal, appeal, _ => { }, (x.Decision, x.Reason, x.Points), cancellation),
            DemoFigureCorrected x => CorrectAsync(scene, cycle, x, cancellation),
            _ => throw new InvalidOperationException($"Nobody runs the step {step}."),
        });
    }

    private async Task CorrectAsync(DemoScene scene, AppraisalCycle cycle, DemoFigureCorrected step, CancellationToken cancellation)
    {
        await db.LockAsync(EnterFigures.Lock, cancellation);
        var month = MeasuredPeriod.Month(cycle.Quarter.FirstDay.AddMonths(step.Month - 1));
        var entry = new FigureEntry(step.Employee, null, step.Kpi, month, new(step.Value, null), KeepsSample: true, SourceRow: "demo");
        var terms = new FigureTerms(MeasurementSource.Manual, IsConfirmed: false, Reason: step.Reason);
        var planned = await enter.PlanAsync([entry], terms, cancellation);
        await enter.ApplyAsync(planned, terms, cancellation);
        scene.As(step.AcceptedBy);
        await accept.RunAsync((Correction)planned[0].Made!, null, cancellation);
    }
}
