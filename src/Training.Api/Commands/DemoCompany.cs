using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Commands;

/// <summary>Makes a first small company to look at, by running the acts that the routes run, each as the person who would.
/// For Development alone: its password is in the README. Runs under the start lock, and only where nobody is employed yet.</summary>
internal sealed class DemoCompany(
    TrainingDb db,
    CurrentPerson caller,
    Actor actor,
    OrganisationClock clock,
    HireEmployee hire,
    OpenAccount open,
    DraftPlan draft,
    DecidePlan decide,
    StartPlan start,
    RecordCompletion record,
    Passwords passwords)
{
    public const string Password = "training-demo";

    /// <summary>The accounts of the company, which is made first where nobody is employed yet; none where there is another.</summary>
    public async Task<IReadOnlyList<DemoAccount>> RunAsync(CancellationToken cancellation)
    {
        var file = await DemoFile.ReadAsync(cancellation);
        if (await db.Employees.AnyAsync(cancellation))
        {
            var numbers = file.People.Select(x => x.Number).ToList();
            return await db.Employees.CountAsync(x => numbers.Contains(x.EmployeeNumber), cancellation) == numbers.Count ? file.Accounts : [];
        }

        actor.Act = "demo";
        var hashes = file.Accounts.ToDictionary(x => x.UserName, _ => passwords.Hash(Password), StringComparer.Ordinal);
        await db.WriteAsync(
            async () =>
            {
                var departments = await AddDepartmentsAsync(file, cancellation);
                var people = await HireAsync(file, departments, cancellation);
                var accounts = new Dictionary<string, Account>(StringComparer.Ordinal);
                foreach (var account in file.Accounts)
                {
                    accounts.Add(account.UserName, await open.RunAsync(
                        new NewAccount(account.UserName, people[account.Employee].Id, account.Roles, hashes[account.UserName], InitialUntil: null), cancellation));
                }

                await RunPlanAsync(file, departments, accounts, cancellation);
                await RecordAsync(file, people, accounts, cancellation);
                await PutHeadsAsync(file, people, cancellation);
            },
            cancellation);
        return file.Accounts;
    }

    /// <summary>A database that was made in Development has accounts whose password everybody knows.</summary>
    /// <exception cref="InvalidOperationException">One of them can still be signed in to with it.</exception>
    public async Task RefuseItsPasswordAsync(CancellationToken cancellation)
    {
        var names = (await DemoFile.ReadAsync(cancellation)).Accounts.Select(x => PlainText.Key(x.UserName)).ToList();
        var accounts = await db.Users.AsNoTracking().Where(x => names.Contains(x.NormalizedUserName!) && x.DisabledAt == null)
            .Select(x => new { x.UserName, x.PasswordHash }).ToListAsync(cancellation);
        var open = accounts.Find(x => passwords.Verify(x.PasswordHash, Password) != PasswordVerificationResult.Failed);
        if (open is not null)
        {
            throw new InvalidOperationException(
                $"The account {open.UserName} still has the password of the demo company. Start Production on a database of its own, or change the password first.");
        }
    }

    private async Task<Dictionary<string, long>> AddDepartmentsAsync(DemoFile file, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var row in file.Departments)
        {
            var department = Department.Create(row.Code, new Bilingual(row.NameZh, row.NameEn), row.Parent is null ? null : ids[row.Parent]);
            db.Departments.Add(department);
            await db.FlushAsync(cancellation);
            ids.Add(row.Code, department.Id);
        }

        return ids;
    }

    private async Task<Dictionary<string, Employee>> HireAsync(
        DemoFile file, Dictionary<string, long> departments, CancellationToken cancellation)
    {
        var positions = await db.Positions.ToDictionaryAsync(x => x.Code, x => x.Id, cancellation);
        var hired = await hire.RunAsync(
            [
                .. file.People.Select(x => new NewEmployee(
                    x.Number,
                    new EmployeeProfile(
                        PersonNames.Of(x.Number, x.NameZh, x.NameLatin, x.NameReading), null, null, null, Domain.People.Language.ZhCn),
                    new Engagement(clock.Today.AddMonths(-x.HiredMonthsAgo), ContractKind.OpenEnded, 1m, null),
                    new Placement(departments[x.Department], positions[x.Position], null),
                    x.Supervisor)),
            ],
            cancellation);
        return hired.ToDictionary(x => x.EmployeeNumber, StringComparer.Ordinal);
    }

    private async Task RunPlanAsync(
        DemoFile file, Dictionary<string, long> departments, Dictionary<string, Account> accounts, CancellationToken cancellation)
    {
        var template = await db.PlanTemplates.Include(x => x.Items).Include(x => x.Stages).AsSplitQuery()
            .SingleAsync(x => x.Code == file.Plan.Template, cancellation);
        As(file, accounts, file.Plan.Author);
        var content = template.For(departments[file.Plan.Department], clock.Today, null, null);
        var plan = await draft.RunAsync(null, content, cancellation);
        await decide.SubmitAsync(plan, cancellation);
        As(file, accounts, file.Plan.Approver);
        await decide.ApproveAsync(plan, cancellation);
        As(file, accounts, file.Plan.Author);
        await start.RunAsync(plan, cancellation);
    }

    private async Task RecordAsync(
        DemoFile file, Dictionary<string, Employee> people, Dictionary<string, Account> accounts, CancellationToken cancellation)
    {
        foreach (var row in file.Completions)
        {
            As(file, accounts, row.By);
            var course = await db.Courses.Where(x => x.Code == row.Course).Select(x => x.Id).SingleAsync(cancellation);
            var content = new CompletionContent(clock.Today.AddDays(-row.DaysAgo), row.Result, row.Score, null);
            await record.RunAsync(people[row.Employee], course, content, Relation.Other, cancellation);
        }
    }

    private async Task PutHeadsAsync(DemoFile file, Dictionary<string, Employee> people, CancellationToken cancellation)
    {
        var departments = await db.Departments.ToListAsync(cancellation);
        var parents = departments.ToDictionary(x => x.Id, x => x.ParentId);
        foreach (var row in file.Departments.Where(x => x.Head is not null))
        {
            var department = departments.Single(x => x.Code == row.Code);
            department.Edit(new Bilingual(row.NameZh, row.NameEn), department.ParentId, people[row.Head!].Id, parents);
        }
    }

    /// <summary>The next acts are this person's.</summary>
    private void As(DemoFile file, Dictionary<string, Account> accounts, string userName)
    {
        var account = accounts[userName];
        caller.SignIn(account.Id, 0, account.EmployeeId, file.Accounts.Single(x => x.UserName == userName).Roles.ToHashSet(), actor);
    }
}
