using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Domain.People;
using Language = Training.Api.Localization.Language;

namespace Training.Api.Imports.Employees;

/// <summary>People by workbook: new ones are hired, profiles and terms edited, changed placements hold from the day in their row
/// or from today. A supervisor may stand anywhere in the file or be known already.</summary>
internal sealed class EmployeeImport(TrainingDb db, CurrentPerson caller, OrganisationClock clock, HireEmployee hire, LineKeeper lines, FollowAudience follow, MoveDueDays dueDays)
    : ImportKind
{
    public override string Name => "employees";

    public override IReadOnlyList<ImportColumn> Columns => EmployeeColumns.All;

    public override string? Lock => LineKeeper.Lock;

    public override string? KeyOf(ImportRow row) => row.Get(EmployeeColumns.Number);

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var known = await KnownPeople.OfAsync(db, [.. rows.Select(KeyOf).OfType<string>()], cancellation);
        var planner = new EmployeePlanner(db, known, caller.EmployeeId, clock.Today, log, rows);
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(planner.Plan)];
        LoopCheck.Mark(planned, planner, known);
        if (planner.Timelines.Count + planner.Hires.Count > 0 && !planned.Any(x => x.HasFaults))
        {
            LoopCheck.RefuseLines(planner, known);
        }

        return new(planned, token => ApplyAsync(planner, known, log, token));
    }

    public override async Task<IReadOnlyDictionary<ImportColumn, IReadOnlyList<string>>> ChoicesAsync(CancellationToken cancellation) =>
        new Dictionary<ImportColumn, IReadOnlyList<string>>
        {
            [EmployeeColumns.Department] = await db.Departments.Where(x => x.RetiredAt == null).OrderBy(x => x.Code).Select(x => x.Code).ToListAsync(cancellation),
            [EmployeeColumns.Position] = await db.Positions.Where(x => x.RetiredAt == null).OrderBy(x => x.Code).Select(x => x.Code).ToListAsync(cancellation),
            [EmployeeColumns.WorkPlace] = await db.WorkPlaces.OrderBy(x => x.Code).Select(x => x.Code).ToListAsync(cancellation),
        };

    /// <summary>Everybody who is employed today or will be, by number.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var today = clock.Today;
        var people = await db.Employees.AsNoTracking().Include(x => x.Periods).OrderBy(x => x.EmployeeNumber).ToListAsync(cancellation);
        var numbers = people.ToDictionary(x => x.Id, x => x.EmployeeNumber);
        var assignments = (await db.Assignments.AsNoTracking().Where(x => x.To == null || x.To >= today).ToListAsync(cancellation)).ToLookup(x => x.EmployeeId);
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
        var positions = await db.Positions.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
        var places = await db.WorkPlaces.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
        var rows = new List<IReadOnlyList<object?>>(people.Count);
        foreach (var person in people)
        {
            var period = person.LatestPeriod;
            var day = EmployeePlanner.DayFor(period, null, today);
            if (assignments[person.Id].FirstOrDefault(x => x.HoldsOn(day)) is { } held && !(period.LeftOn < today))
            {
                rows.Add(
                [
                    person.EmployeeNumber, person.NameZh, person.NameLatin, person.NameReading, person.WorkEmail, person.Mobile,
                    person.WorkPlaceId is { } place ? places[place] : null, Texts.OfValue(language, person.Language),
                    departments[held.DepartmentId], positions[held.PositionId], held.SupervisorId is { } above ? numbers[above] : null,
                    period.HiredOn, Texts.OfValue(language, period.ContractKind), period.WorkShare, period.Probation.EndsOn, null,
                ]);
            }
        }

        return rows;
    }

    public override async Task AfterUndoAsync(IReadOnlyCollection<object> restored, CancellationToken cancellation)
    {
        var people = restored.OfType<Assignment>().Select(x => x.EmployeeId).Concat(restored.OfType<Employee>().Select(x => x.Id)).ToHashSet();
        await lines.RewriteAsync(people, cancellation);
        foreach (var some in restored.OfType<Employee>().Chunk(1000))
        {
            var ids = some.Select(x => x.Id).ToList();
            var leave = (await db.LeaveRecords.AsNoTracking().Where(x => ids.Contains(x.EmployeeId)).ToListAsync(cancellation)).ToLookup(x => x.EmployeeId);
            foreach (var person in some)
            {
                LeaveRecord.RefuseOutside(person, leave[person.Id]);
            }
        }

        await FollowAsync(people, cancellation);
    }

    private async Task ApplyAsync(EmployeePlanner planner, KnownPeople known, ImportLog log, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, long>(known.IdsByNumber);
        if (planner.Hires.Count > 0)
        {
            var hired = await hire.RunAsync([.. planner.Hires.Select(x => x.Person)], cancellation);
            foreach (var (person, (_, row)) in hired.Zip(planner.Hires))
            {
                ids[person.EmployeeNumber] = person.Id;
                log.Created(person, row);
            }

            await LogAssignmentsAsync(hired.Zip(planner.Hires).ToDictionary(x => x.First.Id, x => x.Second.Row), log, cancellation);
        }

        foreach (var move in planner.Moves)
        {
            move.Timeline.ChangeFrom(move.From, new(move.DepartmentId, move.PositionId, move.Supervisor is { } number ? ids[number] : null));
        }

        foreach (var (timeline, row) in planner.Timelines)
        {
            db.Assignments.AddRange(timeline.Added);
            db.Assignments.RemoveRange(timeline.Removed);
            foreach (var added in timeline.Added)
            {
                log.Created(added, row);
            }
        }

        await db.FlushAsync(cancellation);
        if (planner.Timelines.Count > 0)
        {
            await lines.RewriteAsync([.. planner.Timelines.Select(x => x.Timeline.Assignments[0].EmployeeId)], cancellation);
        }

        await FollowAsync([.. known.Employees.Values.Select(x => x.Id)], cancellation);
    }

    private async Task FollowAsync(IReadOnlyCollection<long> people, CancellationToken cancellation)
    {
        await follow.RunAsync(people, cancellation);
        await dueDays.RunAsync(people, cancellation);
    }

    private async Task LogAssignmentsAsync(Dictionary<long, int> rows, ImportLog log, CancellationToken cancellation)
    {
        foreach (var some in rows.Keys.Chunk(1000))
        {
            foreach (var assignment in await db.Assignments.AsNoTracking().Where(x => some.Contains(x.EmployeeId)).ToListAsync(cancellation))
            {
                log.Created(assignment, rows[assignment.EmployeeId]);
            }
        }
    }
}
