using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.Incentives;

namespace Training.Api.Commands.Demo;

/// <summary>What happened to people of the demo company.</summary>
internal sealed class DemoEvents(TrainingDb db, OrganisationClock clock, CurrentPerson caller, ReportPerformanceEvent report, DecideEvent decide)
{
    private readonly Dictionary<string, long> _events = new(StringComparer.Ordinal);

    public Task RunAsync(DemoScene scene, DemoStep step, CancellationToken cancellation) => step switch
    {
        DemoEventReported x => ReportAsync(scene, x, cancellation),
        DemoEventConfirmed x => ConfirmAsync(x, cancellation),
        _ => throw new InvalidOperationException($"Nobody runs the step {step}."),
    };

    private async Task ReportAsync(DemoScene scene, DemoEventReported step, CancellationToken cancellation)
    {
        Require(Policies.ReportEvents);
        var id = scene.People[step.Employee];
        caller.RefuseOwn(id);
        var employee = await db.Employees.AsNoTracking().Include(x => x.Periods).SingleAsync(x => x.Id == id, cancellation);
        var kind = await db.PerformanceEventKinds.AsNoTracking().SingleAsync(x => x.Code == step.Kind, cancellation);
        var content = new PerformanceEventContent(clock.Today, step.Severity, step.IsUpheld, null, null, null, step.Event, step.Description, null);
        _events.Add(step.Event, (await report.RunAsync(employee, kind, content, report.Actor(), cancellation)).Id);
    }

    private async Task ConfirmAsync(DemoEventConfirmed step, CancellationToken cancellation)
    {
        Require(Policies.DecideEvents);
        var id = _events[step.Event];
        var found = await db.PerformanceEvents.SingleAsync(x => x.Id == id, cancellation);
        await decide.RunAsync(found, report.Actor(), (x, by) => x.Confirm(null, by, clock.Now, clock.Today), cancellation);
    }

    /// <summary>The history may do nothing that the routes would refuse to the account.</summary>
    private void Require(string policy)
    {
        if (!Policies.Permit(caller.Roles, policy))
        {
            throw new InvalidOperationException($"Who holds {string.Join(", ", caller.Roles)} may not do that to events.");
        }
    }
}
