using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Notices;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Tests.Walks;

/// <summary>Fills every list with more rows, for the walk that counts queries. The caller is the world's person of HR.</summary>
internal sealed partial class Crowd(TrainingApp app)
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private readonly Dictionary<string, long> _ids = [];
    private long _caller;
    private long _account;
    private int _done;

    /// <summary>The record whose rows a list with an id shows, by route.</summary>
    public long IdFor(string route) => _ids[route];

    /// <summary>Adds so many rows to each list.</summary>
    public async Task GrowAsync(int count)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        _caller = await app.PersonAsync(Role.HumanResources, Standing.Own);
        _account = await db.Users.Where(x => x.EmployeeId == _caller).Select(x => x.Id).SingleAsync();
        var people = await HireAsync(scope.ServiceProvider, count);
        await db.WriteAsync(async () =>
        {
            await AddOrganisationAsync(db, count);
            await AddPeopleRowsAsync(db, people, count);
            await AddDocumentsAsync(db, people, count);
            await AddTrainingAsync(db, people, count);
            await AddKpiTemplatesAsync(db, count);
            await AddAppraisalCyclesAsync(db, count);
            await AddAppraisalsAsync(db, people);
            await AddTranscriptAsync(db, count);
            await AddPerformanceEventsAsync(db, people, count);
            await AddMeasurementsAsync(db, people);
            await AddGoalsAsync(db);
            await AddMachineryAsync(db, count);
        });
        await MoveAsync(scope.ServiceProvider, count);
        // PostgreSQL does so by itself within a minute of a load; a walk does not wait for it.
        await db.Database.ExecuteSqlRawAsync("ANALYZE");
        _done += count;
    }

    /// <summary>The world's person of the role stands in for the supervisor of the crowd from today on.</summary>
    public async Task PutUnderDeputyAsync(Role role)
    {
        var deputy = await app.PersonAsync(role, Standing.Own);
        await app.WriteAsync(db =>
        {
            db.Delegations.Add(Delegation.Create(_caller, deputy, Today, Today.AddDays(300), Today));
            return Task.FromResult(true);
        });
    }

    private IEnumerable<int> New(int count) => Enumerable.Range(_done, count);

    private async Task<IReadOnlyList<long>> HireAsync(IServiceProvider services, int count)
    {
        var db = services.GetRequiredService<TrainingDb>();
        var service = await db.Departments.Where(x => x.Code == "CS").Select(x => x.Id).SingleAsync();
        var position = await db.Positions.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync();
        var hired = await services.GetRequiredService<HireEmployee>().RunAsync(
            [
                .. New(count).Select(i => new NewEmployee(
                    $"Q{i:0000}",
                    new EmployeeProfile(PersonNames.Of($"Q{i:0000}", $"众{i}", $"Crowd {i}", null), null, null, null, Language.ZhCn),
                    new Engagement(World.HiredOn, ContractKind.OpenEnded, 1m, null),
                    new Placement(service, position, _caller))),
            ],
            CancellationToken.None);
        return [.. hired.Select(x => x.Id)];
    }

    private async Task AddOrganisationAsync(TrainingDb db, int count)
    {
        foreach (var i in New(count))
        {
            var name = new Bilingual($"众{i}", $"Crowd {i}");
            db.Departments.Add(Department.Create($"Q{i}", name));
            db.Positions.Add(Position.Create($"Q{i}", new PositionContent(name, null, null, [])));
            db.WorkPlaces.Add(WorkPlace.Create($"Q{i}", name, [(Today, 2000m)]));
            db.CalendarDays.Add(CalendarDay.Create(new DateOnly(2030, 1, 1).AddDays(i), CalendarDayKind.Holiday, name));
            db.Shifts.Add(Shift.Create($"Q{i}", name, new(new(8, 0), new(16, 0))));
            db.DocumentKinds.Add(DocumentKind.Create($"Q{i}", name));
            db.Courses.Add(Course.Create($"Q{i}", new CourseContent(name, CourseCategory.Basics, null, null, null, null, null, null, null, []), Today))
                .Entity.FindBy($"{i}", $"众{i}");
        }

        // Years are bounded: 1900 to 2199.
        db.CalendarYears.AddRange(New(count).Where(i => 2030 + i < 2200).Select(i => CalendarYear.Create(2030 + i, false)));
        await db.FlushAsync(CancellationToken.None);
    }

    private async Task AddPeopleRowsAsync(TrainingDb db, IReadOnlyList<long> people, int count)
    {
        var employees = await db.Employees.Include(x => x.Periods).Where(x => people.Contains(x.Id)).ToListAsync();
        db.LeaveRecords.AddRange(employees.Select(x => LeaveRecord.Create(
            x, LeaveKind.Annual, new LeaveSpan(Today, HalfDay.Morning, Today, HalfDay.Afternoon), null, [])));
        db.RosterEntries.AddRange(people.Select(x => RosterEntry.Create(x, Today, null)));
        db.Delegations.AddRange(people.Select(x => Delegation.Create(x, _caller, Today, Today.AddDays(5), Today)));
        _ids["ListBaseWages"] = await app.PersonAsync(Role.HumanResources, Standing.Direct);
        db.BaseWages.AddRange(New(count).Select(i => BaseWage.Create(_ids["ListBaseWages"], World.HiredOn.AddDays(i), 5000m)));
        await db.FlushAsync(CancellationToken.None);
    }

    private async Task AddDocumentsAsync(TrainingDb db, IReadOnlyList<long> people, int count)
    {
        var kind = await db.DocumentKinds.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync();
        foreach (var i in New(count))
        {
            var document = DocumentVersion.Draft(kind, i + 1, new DocumentContent(new Bilingual($"众{i}", null), "…", null, Today, []));
            document.Publish(app.Clock.GetUtcNow());
            db.DocumentVersions.Add(document);
        }

        await db.FlushAsync(CancellationToken.None);
        var first = await db.DocumentVersions.OrderBy(x => x.Id).FirstAsync();
        _ids["ListAcknowledgements"] = first.Id;
        db.Acknowledgements.AddRange(people.Select(x => first.Acknowledge(x, [], null, app.Clock.GetUtcNow())));
        await db.FlushAsync(CancellationToken.None);
    }

    private static Standard Standard(int i)
    {
        var function = new StandardFunctionContent(1, new Bilingual("众", null), 100, false, []);
        var level = new StandardLevelContent(3, new Bilingual("众", null), new Bilingual("众", null), [], [function]);
        var standard = Domain.Standards.Standard.Create($"Q{i}", new StandardContent(new Bilingual($"众{i}", null), null, null, null, [level]));
        standard.Publish(DateTimeOffset.UnixEpoch);
        return standard;
    }

    private async Task AddTrainingAsync(TrainingDb db, IReadOnlyList<long> people, int count)
    {
        var by = new PlanActor(_account, _caller);
        var courses = await db.Courses.Where(x => x.Code.Substring(0, 1) == "Q").OrderByDescending(x => x.Id).Take(count).Select(x => x.Id).ToListAsync();
        var service = await db.Departments.Where(x => x.Code == "CS").Select(x => x.Id).SingleAsync();
        PlanContent Content(IEnumerable<long> of) => new(
            new Bilingual("众", null), null, service, Today, null, null, [], [], [.. of.Select(x => new PlanItemContent(x, null, true, 60, null))])
        {
            Budget = [new BudgetLineContent(1, BudgetKind.Venue, "众", 100, null)],
        };
        db.Plans.AddRange(New(count).Select(i => Plan.Draft($"Q{i}", Content([courses[0]]), by)));
        db.Standards.AddRange(New(count).Select(Standard));
        db.PlanTemplates.AddRange(New(count).Select(i => PlanTemplate.Create($"Q{i}", new PlanTemplateContent(
            new Bilingual($"众{i}", null), null, null, [], [], null, null, PlanRecurrence.None, null, [], [new PlanTemplateItemContent(courses[0], null, true, 5)]))));

        // One plan with many courses for the caller, one with one course for many people. The days are counted without holidays, so
        // that today's calendar moves them all.
        var (wide, deep) = (Plan.Draft($"WIDE{_done}", Content(courses), by), Plan.Draft($"DEEP{_done}", Content([courses[0]]), by));
        db.Plans.AddRange(wide, deep);
        await db.FlushAsync(CancellationToken.None);
        var calendar = WorkingCalendar.Of([], []);
        db.TrainingItems.AddRange(wide.Items.Select(x => TrainingItem.Assign(wide, x, new(_caller, World.HiredOn, Absence.None), Today, calendar, 1)));
        db.TrainingItems.AddRange(people.Select(x => TrainingItem.Assign(deep, deep.Items.Single(), new(x, World.HiredOn, Absence.None), Today, calendar, 1)));
        db.Completions.AddRange(people.Select(x => Completion.Record(
            x, courses[0], new CourseTerms(1, CompletionRule.Participation, null, null), new CompletionContent(Today, CompletionResult.Passed, null, null),
            new CompletionRecorder(_account, _caller, IsHumanResources: true, IsDirectSupervisor: true), World.HiredOn, Today, app.Clock.GetUtcNow())));
        await AddKpisAsync(db, courses[0], await db.Positions.MinAsync(x => x.Id), count);
        await AddLateAsync(db, courses, service, by);
        await AddSessionsAsync(db, people, courses[0], count);
        await AddAmendmentsAsync(db, Plan.Draft($"MOVED{_done}", Content([courses[0]]), by), by, count);
        var broad = Course.Create($"BROAD{_done}", new CourseContent(
            new Bilingual("众", null), CourseCategory.Basics, null, null, null, null, null, null, null,
            [.. Enumerable.Range(1, Math.Min(count, Course.MaxModules)).Select(x => new CourseModuleContent(x, new Bilingual("众", null), []))]), Today);
        Enumerable.Range(1, count).ToList().ForEach(x => broad.AddLink(new Bilingual("众", null), "https://example.org"));
        Enumerable.Range(1, Math.Min(count, Course.MaxQuestions)).ToList().ForEach(x => broad.AddQuestion(
            new CourseQuestionContent(x, null, QuestionKind.TrueFalse, new Bilingual("众", null), [], true, null)));
        db.Courses.Add(broad);
        await db.FlushAsync(CancellationToken.None);
        (_ids["ListCourseModules"], _ids["ListCourseMaterials"], _ids["ListCourseQuestions"]) = (broad.Id, broad.Id, broad.Id);
        (_ids["ListPlanItems"], _ids["ListPlanProgress"], _ids["ListPlanAudience"]) = (wide.Id, deep.Id, deep.Id);
    }

    /// <summary>A running plan that is to be amended again and again.</summary>
    private async Task AddAmendmentsAsync(TrainingDb db, Plan plan, PlanActor by, int count)
    {
        var now = app.Clock.GetUtcNow();
        plan.Submit(by, now);
        var approver = new PlanActor(await db.Users.Where(x => x.Id != _account).MinAsync(x => x.Id), null);
        plan.Approve(approver, now, null);
        plan.Start(by, Today, now);
        db.Plans.Add(plan);
        await db.FlushAsync(CancellationToken.None);
        var items = plan.CurrentItems.Select(x => x.Content with { DueWorkingDays = 90 }).ToList();
        PlanAmendment? latest = null;
        for (var i = 0; i < count; i++)
        {
            latest = plan.Propose(latest, new AmendmentContent(items, plan.Audience.Filter, null, "众"), by, Today, now);
            latest.Withdraw(by, now);
            db.PlanAmendments.Add(latest);
        }

        await db.FlushAsync(CancellationToken.None);
        _ids["ListPlanAmendments"] = plan.Id;
    }

    /// <summary>The caller is late with every course, of a plan and of the position.</summary>
    private async Task AddLateAsync(TrainingDb db, IReadOnlyList<long> courses, long service, PlanActor by)
    {
        var began = new DateOnly(2025, 1, 6);
        var late = Plan.Draft($"LATE{_done}", new PlanContent(
            new Bilingual("众", null), null, service, began, null, null, [], [], [.. courses.Select(x => new PlanItemContent(x, null, true, 60, null))]), by);
        db.Plans.Add(late);
        await db.FlushAsync(CancellationToken.None);
        db.TrainingItems.AddRange(late.Items.Select(x => TrainingItem.Assign(late, x, new(_caller, World.HiredOn, Absence.None), began, WorkingCalendar.Of([], []), 1)));
        var held = await db.Assignments.Where(x => x.EmployeeId == _caller && x.To == null).Select(x => x.PositionId).SingleAsync();
        var position = await db.Positions.Include(x => x.Courses).SingleAsync(x => x.Id == held);
        position.Edit(
            new PositionContent(new Bilingual(position.NameZh, null), null, null, [.. position.Courses.Select(x => x.CourseId), .. courses]), began);
        await db.FlushAsync(CancellationToken.None);
    }

    private async Task AddMachineryAsync(TrainingDb db, int count)
    {
        var now = app.Clock.GetUtcNow();
        var accounts = New(count).Select(i => new Account { UserName = $"crowd{i}", NormalizedUserName = $"CROWD{i}", CreatedAt = now }).ToList();
        db.Users.AddRange(accounts);
        await db.FlushAsync(CancellationToken.None);
        db.GrantRequests.AddRange(accounts.Select(x => GrantRequest.Ask(x.Id, Role.Payroll, _account, now)));
        db.Notices.AddRange(New(count).Select(i => Notice.Tell("plan.approved", _account, "plan", i, "{\"title\":\"\",\"code\":\"\"}", now)));
        db.Lookups.AddRange(New(count).Select(i => new Lookup { AccountId = accounts[0].Id, EmployeeId = _caller, Kind = LookupKind.BaseWage, At = now }));
        var file = await Files.AddAsync(db, "crowd.txt", "crowd"u8.ToArray(), CancellationToken.None);
        var imports = New(count).Select(i => new Import { Kind = "employees", Sha256 = $"{i:x64}", FileId = file.Id, AccountId = _account, AppliedAt = now }).ToList();
        db.Imports.AddRange(imports);
        await db.FlushAsync(CancellationToken.None);
        _ids.TryAdd("ListImportChanges", imports[0].Id);
        db.ImportChanges.AddRange(New(count).Select(i => new ImportChange
        {
            ImportId = _ids["ListImportChanges"], Row = i + 2, Entity = "employee", EntityId = _caller, After = "{}", VersionAfter = 1,
        }));
        await db.FlushAsync(CancellationToken.None);
    }

    /// <summary>One person is moved again and again, and one stands at the foot of a line that grows: a line has 30 levels at most.</summary>
    private async Task MoveAsync(IServiceProvider services, int count)
    {
        var db = services.GetRequiredService<TrainingDb>();
        var moved = await app.PersonAsync(Role.HumanResources, Standing.Below);
        _ids["ListAssignments"] = moved;
        var employee = await db.Employees.AsNoTracking().Include(x => x.Periods).SingleAsync(x => x.Id == moved);
        var positions = await db.Positions.OrderBy(x => x.Id).Select(x => x.Id).Take(2).ToListAsync();
        await db.WriteAsync(async () =>
        {
            var timeline = new AssignmentTimeline(employee, await db.Assignments.Where(x => x.EmployeeId == moved).ToListAsync());
            foreach (var i in New(count))
            {
                var last = timeline.Assignments[^1];
                timeline.ChangeFrom(World.HiredOn.AddDays(i + 1), last.Placement with { PositionId = positions.First(x => x != last.PositionId) });
            }

            foreach (var added in timeline.Added)
            {
                db.Entry(added).Reference(x => x.Employee).CurrentValue = null!;
                db.Assignments.Add(added);
            }

            await services.GetRequiredService<LineKeeper>().RewriteAsync([moved], CancellationToken.None);
        });
        await DeepenAsync(services, count > 100 ? 20 : 2);
    }

    private async Task DeepenAsync(IServiceProvider services, int levels)
    {
        var db = services.GetRequiredService<TrainingDb>();
        var place = await db.Assignments.AsNoTracking().Where(x => x.EmployeeId == _caller).OrderByDescending(x => x.From).FirstAsync();
        var foot = _ids.GetValueOrDefault("ListReportingLines", _caller);
        for (var level = 0; level < levels; level++)
        {
            var number = $"QL{_done + level:0000}";
            var hired = await services.GetRequiredService<HireEmployee>().RunAsync(
                [
                    new NewEmployee(
                        number,
                        new EmployeeProfile(PersonNames.Of(number, "众", null, null), null, null, null, Language.ZhCn),
                        new Engagement(World.HiredOn, ContractKind.OpenEnded, 1m, null),
                        new Placement(place.DepartmentId, place.PositionId, foot)),
                ],
                CancellationToken.None);
            foot = hired[0].Id;
        }

        _ids["ListReportingLines"] = foot;
    }
}
