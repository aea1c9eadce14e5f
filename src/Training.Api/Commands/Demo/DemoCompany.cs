using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Domain.Rules;

namespace Training.Api.Commands.Demo;

/// <summary>Makes a company to look at, with nine quarters behind it, by running the acts that the routes run, each as the person who
/// would and on the day on which they would have. For Development alone: its password is in the README. Runs under the start
/// lock, and only where nobody is employed yet.</summary>
internal sealed class DemoCompany(
    TrainingDb db,
    CurrentPerson caller,
    Actor actor,
    OrganisationClock clock,
    DemoAccounts accounts,
    DemoPeople people,
    DemoPlans plans,
    DemoSessions sessions,
    DemoEvents events,
    DemoCycles cycles,
    SealAudit seal,
    Passwords passwords)
{
    public const string Password = DemoAccounts.Password;

    /// <summary>The accounts of the company, which is made first where nobody is employed yet; none where there is another.</summary>
    public async Task<IReadOnlyList<DemoAccount>> RunAsync(CancellationToken cancellation)
    {
        var file = await DemoFile.ReadAsync(cancellation);
        if (await db.Employees.AnyAsync(cancellation))
        {
            var numbers = file.People.Select(x => x.Number).ToList();
            return await db.Employees.CountAsync(x => numbers.Contains(x.EmployeeNumber), cancellation) == numbers.Count ? file.Accounts : [];
        }

        var history = await DemoHistory.ReadAsync(cancellation);
        accounts.Prepare();
        actor.Act = "demo";
        await db.WriteAsync(() => MakeAsync(new DemoScene(file, history, clock, caller, actor), cancellation), cancellation);
        await seal.RunAsync(cancellation);
        return file.Accounts;
    }

    /// <summary>A database that was made in Development has accounts whose password everybody knows.</summary>
    /// <exception cref="InvalidOperationException">One of them can still be signed in to with it.</exception>
    public async Task RefuseItsPasswordAsync(CancellationToken cancellation)
    {
        var (file, history) = (await DemoFile.ReadAsync(cancellation), await DemoHistory.ReadAsync(cancellation));
        var numbers = file.People.Select(x => x.Number).Concat(history.Steps.OfType<DemoHire>().Select(x => x.Number));
        var names = file.Accounts.Select(x => x.UserName).Concat(numbers.Select(DemoAccounts.UserName)).Select(PlainText.Key).ToList();
        var found = await db.Users.AsNoTracking().Where(x => names.Contains(x.NormalizedUserName!) && x.DisabledAt == null)
            .Select(x => new { x.UserName, x.PasswordHash }).ToListAsync(cancellation);
        // Those that the demo made have one hash.
        var open = found.DistinctBy(x => x.PasswordHash).FirstOrDefault(x => passwords.Verify(x.PasswordHash, Password) != PasswordVerificationResult.Failed);
        if (open is not null)
        {
            throw new InvalidOperationException(
                $"The account {open.UserName} still has the password of the demo company. Start Production on a database of its own, or change the password first.");
        }
    }

    private async Task MakeAsync(DemoScene scene, CancellationToken cancellation)
    {
        await clock.RunAtAsync(scene.At(scene.FirstDay, 0), async () =>
        {
            await people.BeginAsync(scene, cancellation);
            await accounts.BeginAsync(scene, cancellation);
            await db.FlushAsync(cancellation);
        });
        db.ChangeTracker.Clear();
        var (day, acts) = (scene.FirstDay, 0);
        foreach (var (step, on) in scene.Steps())
        {
            (day, acts) = on == day ? (day, acts + 1) : (on, 0);
            if (step.By.Length > 0)
            {
                scene.As(step.By);
            }

            await clock.RunAtAsync(scene.At(on, acts), () => RunAsync(scene, step, cancellation));
            // A step takes nothing along but what it saved: with the records of all steps at hand each would take longer.
            db.ChangeTracker.Clear();
        }
    }

    private async Task RunAsync(DemoScene scene, DemoStep step, CancellationToken cancellation)
    {
        if (!await people.TryAsync(scene, step, cancellation))
        {
            await (step switch
            {
                DemoSessionAnnounced or DemoSessionRecorded => sessions.RunAsync(scene, step, cancellation),
                DemoEventReported or DemoEventConfirmed => events.RunAsync(scene, step, cancellation),
                DemoCycleStep x => cycles.RunAsync(scene, x, cancellation),
                _ => plans.RunAsync(scene, step, cancellation),
            });
        }

        await db.FlushAsync(cancellation);
    }
}
