using Language = Training.Api.Localization.Language;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Imports.Completions;

/// <summary>Completions by workbook. One is recognised by person, course and day.</summary>
internal sealed class CompletionImport(
    TrainingDb db, CurrentPerson caller, OrganisationClock clock, SettleItems settle, OrderRetraining retraining, NoticeBox notices) : ImportKind
{
    private static readonly ImportColumns Make = new("completions");
    private static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007");
    private static readonly ImportColumn<string> CourseCode = Make.Key("courseCode", required: true, example: _ => "CRS040");
    private static readonly ImportColumn<DateOnly?> CompletedOn = Make.Day("completedOn", required: true, example: new(2026, 4, 7));
    private static readonly ImportColumn<CompletionResult?> Result = Make.Choice<CompletionResult>("result", required: true, example: CompletionResult.Passed);
    private static readonly ImportColumn<decimal?> Score = Make.Decimal("score", 1, example: 86.5m);
    private static readonly ImportColumn<string> Evidence = Make.Text("evidence", Completion.MaxEvidenceLength);

    public override string Name => "completions";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Number, CourseCode, CompletedOn, Result, Score, Evidence];

    /// <summary>No item is given between the reading of completions and their closing of items.</summary>
    public override string? Lock => StartPlan.Lock;

    /// <summary>Training items that a completion closed are opened again when it goes.</summary>
    public override IReadOnlySet<string> Released { get; } = new HashSet<string> { "trainingItem" };

    public override string? KeyOf(ImportRow row) =>
        row.Get(Number) is { } number && row.Get(CourseCode) is { } course && row.Get(CompletedOn) is { } day ? $"{number} {course} {day:yyyy-MM-dd}" : null;

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var known = await KnownAsync(rows, cancellation);
        var (created, changed) = (new List<(Completion Completion, int Row)>(), new List<Completion>());
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(x => Plan(x, known, created, changed, log))];
        return new(planned, token => ApplyAsync(created, changed, known, log, token));
    }

    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var rows = await (from completion in db.Completions.AsNoTracking()
                          join employee in db.Employees on completion.EmployeeId equals employee.Id
                          join course in db.Courses on completion.CourseId equals course.Id
                          orderby employee.EmployeeNumber, course.Code, completion.CompletedOn
                          select new { employee.EmployeeNumber, course.Code, Completion = completion }).ToListAsync(cancellation);
        return [.. rows.Select(x => (IReadOnlyList<object?>)
        [
            x.EmployeeNumber, x.Code, x.Completion.CompletedOn, Texts.OfValue(language, x.Completion.Result), x.Completion.Score, x.Completion.Evidence,
        ])];
    }

    public override Task BeforeRemovalAsync(IReadOnlyCollection<object> restored, IReadOnlyCollection<object> removed, CancellationToken cancellation)
    {
        var gone = removed.OfType<Completion>().ToList();
        return settle.RunAsync([.. restored.OfType<Completion>()], gone, cancellation);
    }

    private async Task<Known> KnownAsync(IReadOnlyList<ImportRow> rows, CancellationToken cancellation)
    {
        var numbers = rows.Select(x => x.Get(Number)).OfType<string>().Distinct().ToList();
        var codes = rows.Select(x => x.Get(CourseCode)).OfType<string>().Distinct().ToList();
        var people = await db.Employees.AsNoTracking().Include(x => x.Periods).Where(x => numbers.Contains(x.EmployeeNumber))
            .ToDictionaryAsync(x => x.EmployeeNumber, cancellation);
        var courses = await db.Courses.AsNoTracking().Include(x => x.Versions).Where(x => codes.Contains(x.Code)).ToDictionaryAsync(x => x.Code, cancellation);
        var (ids, courseIds) = (people.Values.Select(x => x.Id).ToList(), courses.Values.Select(x => x.Id).ToList());
        var completions = await db.Completions.Where(x => ids.Contains(x.EmployeeId) && courseIds.Contains(x.CourseId)).ToListAsync(cancellation);
        var begun = await db.TrainingItems.AsNoTracking()
            .Where(x => ids.Contains(x.EmployeeId) && courseIds.Contains(x.CourseId)).Closable()
            .Select(x => new { x.EmployeeId, x.CourseId, x.AssignedOn, x.CourseVersion }).ToListAsync(cancellation);
        return new(
            people, courses, completions.ToDictionary(x => (x.EmployeeId, x.CourseId, x.CompletedOn)),
            begun.GroupBy(x => (x.EmployeeId, x.CourseId)).ToDictionary(x => x.Key, x => x.MinBy(y => y.AssignedOn)!.CourseVersion));
    }

    private PlannedRow Plan(ImportRow row, Known known, List<(Completion, int)> created, List<Completion> changed, ImportLog log)
    {
        var plan = new PlannedRow(row, KeyOf(row));
        if (row.Get(Number) is { } number && !known.People.ContainsKey(number))
        {
            plan.Fault(Number, ImportRefusals.UnknownCode, ("value", number));
        }

        if (row.Get(CourseCode) is { } code && !known.Courses.ContainsKey(code))
        {
            plan.Fault(CourseCode, ImportRefusals.UnknownCode, ("value", code));
        }

        if (plan.HasFaults || plan.Key is null)
        {
            return plan;
        }

        var (employee, course) = (known.People[row.Get(Number)!], known.Courses[row.Get(CourseCode)!]);
        plan.IsOwn = caller.Is(employee.Id);
        if (known.Completions.TryGetValue((employee.Id, course.Id, row.Get(CompletedOn)!.Value), out var completion))
        {
            Change(plan, employee, course, completion, changed, log);
        }
        else
        {
            Create(plan, employee, course, known, created);
        }

        return plan;
    }

    private void Change(PlannedRow plan, Employee employee, Course course, Completion completion, List<Completion> changed, ImportLog log)
    {
        var row = plan.Row;
        var content = new CompletionContent(
            completion.CompletedOn, row.Get(Result)!.Value, row.GetOr(Score, completion.Score), row.GetOr(Evidence, completion.Evidence));
        plan.Compare(Result, completion.Result, content.Result);
        plan.Compare(Score, completion.Score, content.Score);
        plan.Compare(Evidence, completion.Evidence, content.Evidence);
        if (plan.Outcome != ImportOutcome.Changed)
        {
            return;
        }

        log.Touch(completion, row.Number);
        changed.Add(completion);
        plan.Try(Columns, () => completion.Correct(
            course.TermsFor(completion.CourseVersion, content.CompletedOn), content, By(), employee.Periods.Min(x => x.HiredOn), clock.Today));
    }

    private void Create(PlannedRow plan, Employee employee, Course course, Known known, List<(Completion, int)> created)
    {
        var row = plan.Row;
        foreach (var column in Columns.Where(x => row.Values.GetValueOrDefault(x) is not null))
        {
            plan.Compare(column, null, row.Values[column]);
        }

        if (plan.IsOwn)
        {
            return;
        }

        var content = new CompletionContent(row.Get(CompletedOn)!.Value, row.Get(Result)!.Value, row.Get(Score), row.Get(Evidence));
        var begun = known.Begun.TryGetValue((employee.Id, course.Id), out var version) ? version : (int?)null;
        plan.Try(Columns, () =>
        {
            created.Add((Completion.Record(
                employee.Id, course.Id, course.TermsFor(begun, content.CompletedOn), content, By(), employee.Periods.Min(x => x.HiredOn),
                clock.Today, clock.Now), row.Number));
            plan.IsNew = true;
        });
    }

    /// <summary>Who imports is HR.</summary>
    private CompletionRecorder By() => new(caller.AccountId, caller.EmployeeId, caller.IsHumanResources, IsDirectSupervisor: false);

    private async Task ApplyAsync(
        List<(Completion Completion, int Row)> created, List<Completion> changed, Known known, ImportLog log, CancellationToken cancellation)
    {
        await db.KeepByHandAsync([.. changed.Select(x => x.Id)], cancellation);
        await Bulk.InsertAsync(db, [.. created.Select(x => x.Completion)], cancellation);
        created.ForEach(x => log.Created(x.Completion, x.Row));
        await settle.RunAsync([.. changed, .. created.Select(x => x.Completion)], [], cancellation);
        await retraining.EndAsync([.. created.Select(x => x.Completion)], cancellation);
        foreach (var (course, completions) in created.GroupBy(x => x.Completion.CourseId).Select(x => (known.Courses.Values.Single(y => y.Id == x.Key), x)))
        {
            foreach (var ofDay in completions.GroupBy(x => x.Completion.CompletedOn))
            {
                await notices.TellAsync(
                    "completion.recorded", [.. ofDay.Select(x => x.Completion.EmployeeId)], new NoticeSubject("completion", ofDay.First().Completion.Id),
                    cancellation, ("courseCode", course.Code), ("course", course.NameZh), ("completedOn", ofDay.Key));
            }
        }
    }

    private sealed record Known(
        Dictionary<string, Employee> People, Dictionary<string, Course> Courses, Dictionary<(long, long, DateOnly), Completion> Completions,
        Dictionary<(long, long), int> Begun);
}
