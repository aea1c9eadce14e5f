using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Commands.Demo;

/// <summary>The people of the demo company: who is there at first, and who comes, goes and moves.</summary>
internal sealed class DemoPeople(
    TrainingDb db, OrganisationClock clock, CurrentPerson caller, HireEmployee hire, ChangeEmployment employment, EnterLeave leave, DemoAccounts accounts)
{
    /// <summary>Departments, positions and everybody who is employed when the history begins.</summary>
    public async Task BeginAsync(DemoScene scene, CancellationToken cancellation)
    {
        var place = scene.File.WorkPlace;
        var workPlace = WorkPlace.Create(place.Code, new Bilingual(place.NameZh, place.NameEn), [(clock.Today, place.MinimumWage)]);
        db.WorkPlaces.Add(workPlace);
        db.Positions.AddRange(scene.File.Positions.Select(x => Position.Create(x.Code, new PositionContent(new Bilingual(x.NameZh, x.NameEn), null, null, []))));
        await db.FlushAsync(cancellation);
        scene.WorkPlaceId = workPlace.Id;
        foreach (var position in await db.Positions.Select(x => new { x.Code, x.Id }).ToListAsync(cancellation))
        {
            scene.Positions.Add(position.Code, position.Id);
        }

        scene.Courses = await db.Courses.ToDictionaryAsync(x => x.Code, x => x.Id, cancellation);
        await AddDepartmentsAsync(scene, cancellation);
        await HireAsync(
            scene,
            scene.File.People.Select(x => (
                New(
                    scene, x.Number, PersonNames.Of(x.Number, x.NameZh, x.NameLatin, x.NameReading),
                    new Engagement(scene.MonthsAgo(x.HiredMonthsAgo), x.ContractKind, x.WorkShare, null), x.Department, x.Position, x.Supervisor),
                x.MonthlyWage)),
            cancellation);
        await NameHeadsAsync(scene, cancellation);
    }

    /// <summary>Runs a step about people; false for another.</summary>
    public async Task<bool> TryAsync(DemoScene scene, DemoStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case DemoHire x:
                var terms = new Engagement(clock.Today, ContractKind.FixedTerm, 1m, clock.Today.AddMonths(x.ProbationMonths).AddDays(-1));
                var name = PersonNames.Of(x.Number, x.NameZh, x.NameLatin, null);
                await HireAsync(scene, [(New(scene, x.Number, name, terms, x.Department, x.Position, x.Supervisor), x.MonthlyWage)], cancellation);
                await db.FlushAsync(cancellation);
                await accounts.OpenAsync(scene, x.Number, cancellation);
                return true;
            case DemoLeave x:
                var span = new LeaveSpan(clock.Today, HalfDay.Morning, clock.Today.AddDays(x.Days - 1), HalfDay.Afternoon);
                await leave.RunAsync(db.Employees, scene.People[x.Employee], x.Kind, span, null, cancellation);
                return true;
            case DemoRaise x:
                await RaiseAsync(scene, x.Percent, cancellation);
                return true;
            default:
                return await TryEmploymentAsync(scene, step, cancellation);
        }
    }

    private async Task<bool> TryEmploymentAsync(DemoScene scene, DemoStep step, CancellationToken cancellation)
    {
        switch (step)
        {
            case DemoTransfer x:
                await EmployAsync(
                    scene, x.Employee, (_, timeline) => timeline.ChangeFrom(clock.Today, Place(scene, x.Department, x.Position, x.Supervisor)), cancellation);
                return true;
            case DemoEnd x:
                await EmployAsync(
                    scene, x.Employee,
                    (employee, timeline) =>
                    {
                        employee.EndEmployment(new Leaving(clock.Today, x.Reason));
                        timeline.FollowEmployment();
                    },
                    cancellation);
                return true;
            case DemoRehire x:
                await EmployAsync(
                    scene, x.Employee,
                    (employee, timeline) =>
                    {
                        employee.Rehire(new Engagement(clock.Today, ContractKind.FixedTerm, 1m, null));
                        timeline.Start(Place(scene, x.Department, x.Position, x.Supervisor));
                    },
                    cancellation);
                return true;
            case DemoProbation x:
                await EmployAsync(scene, x.Employee, (employee, timeline) => Decide(employee, timeline, x.Outcome), cancellation);
                return true;
            default:
                return false;
        }
    }

    private void Decide(Employee employee, AssignmentTimeline timeline, ProbationOutcome outcome)
    {
        var supervisor = timeline.Assignments.Single(x => x.HoldsOn(clock.Today)).Placement.SupervisorId!.Value;
        employee.ProposeProbation(outcome, supervisor, null, clock.Today);
        employee.DecideProbation(outcome, null, caller.EmployeeId!.Value, clock.Today);
    }

    private Task EmployAsync(DemoScene scene, string number, Action<Employee, AssignmentTimeline> change, CancellationToken cancellation) =>
        employment.RunAsync(
            db.Employees,
            scene.People[number],
            (employee, timeline) =>
            {
                caller.RefuseOwn(employee.Id);
                change(employee, timeline);
                return Task.CompletedTask;
            },
            cancellation);

    private async Task AddDepartmentsAsync(DemoScene scene, CancellationToken cancellation)
    {
        foreach (var row in scene.File.Departments)
        {
            var department = Department.Create(row.Code, new Bilingual(row.NameZh, row.NameEn), row.Parent is null ? null : scene.Departments[row.Parent]);
            db.Departments.Add(department);
            await db.FlushAsync(cancellation);
            scene.Departments.Add(row.Code, department.Id);
        }
    }

    private async Task NameHeadsAsync(DemoScene scene, CancellationToken cancellation)
    {
        var departments = await db.Departments.Include(x => x.Heads).ToListAsync(cancellation);
        foreach (var row in scene.File.Departments.Where(x => x.Head is not null))
        {
            var head = await db.Employees.Include(x => x.Periods).OneAsync(scene.People[row.Head!], cancellation);
            departments.Single(x => x.Code == row.Code).NameHead(head, clock.Today, clock.Today);
        }
    }

    private async Task HireAsync(DemoScene scene, IEnumerable<(NewEmployee Person, decimal Wage)> wanted, CancellationToken cancellation)
    {
        var rows = wanted.ToList();
        var hired = await hire.RunAsync([.. rows.Select(x => x.Person)], cancellation);
        foreach (var (person, row) in hired.Zip(rows))
        {
            scene.People.Add(person.EmployeeNumber, person.Id);
            db.BaseWages.Add(BaseWage.Create(person.Id, row.Person.Engagement.HiredOn, row.Wage));
        }
    }

    /// <summary>HR enters everybody's but their own, which another HR person does.</summary>
    private async Task RaiseAsync(DemoScene scene, decimal percent, CancellationToken cancellation)
    {
        var (today, self) = (clock.Today, caller.EmployeeId);
        var wages = await db.BaseWages.AsNoTracking().Where(x => x.From <= today).ToListAsync(cancellation);
        var last = wages.GroupBy(x => x.EmployeeId).Select(x => x.MaxBy(y => y.From)!).ToLookup(x => x.EmployeeId == self);
        foreach (var own in new[] { false, true })
        {
            scene.As(own ? scene.HumanResourcesFor(self!.Value) : scene.HumanResourcesFor(0));
            db.BaseWages.AddRange(last[own].Select(x => BaseWage.Create(x.EmployeeId, today, decimal.Round(x.MonthlyAmount * (1 + percent / 100) / 10) * 10)));
            await db.FlushAsync(cancellation);
        }
    }

    private static NewEmployee New(
        DemoScene scene, string number, PersonName name, Engagement terms, string department, string position, string? supervisor) => new(
        number,
        new EmployeeProfile(name, null, null, scene.WorkPlaceId, Language.ZhCn),
        terms,
        new Placement(scene.Departments[department], scene.Positions[position], null),
        supervisor);

    private static Placement Place(DemoScene scene, string department, string position, string supervisor) =>
        new(scene.Departments[department], scene.Positions[position], scene.People[supervisor]);
}
