using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Imports.Employees;

/// <summary>A department, position or work place as a cell may name it.</summary>
internal sealed record KnownCode(long Id, bool IsRetired);

/// <summary>What the rows of an employee import refer to, read in one query per kind.</summary>
internal sealed class KnownPeople
{
    private const int Some = 1000;

    public required IReadOnlyDictionary<string, KnownCode> Departments { get; init; }

    public required IReadOnlyDictionary<string, KnownCode> Positions { get; init; }

    public required IReadOnlyDictionary<string, KnownCode> WorkPlaces { get; init; }

    /// <summary>Tracked, with their periods, by number.</summary>
    public required IReadOnlyDictionary<string, Employee> Employees { get; init; }

    /// <summary>Everybody's id by number, and the other way.</summary>
    public required IReadOnlyDictionary<string, long> IdsByNumber { get; init; }

    public required IReadOnlyDictionary<long, string> NumbersById { get; init; }

    /// <summary>The assignments of the people of the file, tracked.</summary>
    public required ILookup<long, Assignment> Assignments { get; init; }

    /// <summary>The leave of the people of the file.</summary>
    public required ILookup<long, LeaveRecord> Leave { get; init; }

    /// <summary>Who stood under whom when, of everybody.</summary>
    public required ILookup<long, Supervision> Supervisions { get; init; }

    public static async Task<KnownPeople> OfAsync(TrainingDb db, IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        var ids = await db.Employees.Select(x => new { x.EmployeeNumber, x.Id }).ToDictionaryAsync(x => x.EmployeeNumber, x => x.Id, cancellation);
        var wanted = numbers.Where(ids.ContainsKey).Select(x => ids[x]).ToHashSet();
        var employees = await FewOrAllAsync(wanted, some => db.Employees.Include(x => x.Periods).Where(x => some.Contains(x.Id)), () => db.Employees.Include(x => x.Periods), cancellation);
        var assignments = await FewOrAllAsync(wanted, some => db.Assignments.Where(x => some.Contains(x.EmployeeId)), () => db.Assignments, cancellation);
        var leave = await FewOrAllAsync(wanted, some => db.LeaveRecords.AsNoTracking().Where(x => some.Contains(x.EmployeeId)), () => db.LeaveRecords.AsNoTracking(), cancellation);
        var supervisions = await db.Assignments.AsNoTracking().Select(x => new Supervision(x.EmployeeId, x.SupervisorId, x.From, x.To)).ToListAsync(cancellation);
        return new KnownPeople
        {
            Departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Code, x => new KnownCode(x.Id, x.RetiredAt != null), cancellation),
            Positions = await db.Positions.AsNoTracking().ToDictionaryAsync(x => x.Code, x => new KnownCode(x.Id, x.RetiredAt != null), cancellation),
            WorkPlaces = await db.WorkPlaces.AsNoTracking().ToDictionaryAsync(x => x.Code, x => new KnownCode(x.Id, false), cancellation),
            Employees = employees.Where(x => wanted.Contains(x.Id)).ToDictionary(x => x.EmployeeNumber),
            IdsByNumber = ids,
            NumbersById = ids.ToDictionary(x => x.Value, x => x.Key),
            Assignments = assignments.ToLookup(x => x.EmployeeId),
            Leave = leave.ToLookup(x => x.EmployeeId),
            Supervisions = supervisions.ToLookup(x => x.EmployeeId),
        };
    }

    // A list of thousands of ids costs the store more than reading the table.
    private static async Task<List<T>> FewOrAllAsync<T>(
        HashSet<long> wanted, Func<long[], IQueryable<T>> few, Func<IQueryable<T>> all, CancellationToken cancellation) =>
        await (wanted.Count <= Some ? few([.. wanted]) : all()).ToListAsync(cancellation);
}
