using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>What was made.</summary>
/// <param name="Left">How many are not employed any more.</param>
/// <param name="Returned">How many left and came back.</param>
internal sealed record GeneratedPeople(string FirstNumber, string LastNumber, int Departments, int Left, int Returned);

/// <summary>Makes a company of made-up people, for trials and measurements: its departments, everybody in one batch of
/// <see cref="HireEmployee"/>, then those who left and came back; work places and positions are made where there are none.
/// Run again, another company stands beside the first, and the numbers go on.</summary>
internal sealed class GeneratePeople(TrainingDb db, HireEmployee hire, LineKeeper lines, FollowAudience follow, OrganisationClock clock)
{
    public const int Most = 100_000;
    private const int Some = 1000;
    private const string PersonPrefix = "G";
    private const string DepartmentPrefix = "GD";

    private static readonly (string Zh, string En)[] Areas =
        [("华东", "East"), ("华南", "South"), ("华北", "North"), ("华中", "Central"), ("西南", "South-west"), ("西北", "North-west"), ("东北", "North-east")];

    private static readonly (string Code, Bilingual Name, decimal MinimumWage)[] Sites =
    [
        ("G-SH", new("上海客服中心", "Shanghai service centre"), 2690m),
        ("G-CD", new("成都客服中心", "Chengdu service centre"), 2100m),
        ("G-SY", new("沈阳客服中心", "Shenyang service centre"), 2100m),
    ];

    private static readonly (string Zh, string En)[] Works =
        [("客服部", "service"), ("售后部", "after-sales"), ("热线部", "hotline"), ("回访部", "follow-up"), ("投诉部", "complaints")];

    /// <param name="count">1 to <see cref="Most"/>.</param>
    /// <param name="seed">The same seed on the same day makes the same people in an equal database.</param>
    /// <exception cref="InvalidOperationException">All positions are retired.</exception>
    public Task<GeneratedPeople> RunAsync(int count, int seed, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(LineKeeper.Lock, cancellation);
                var shape = new CompanyShape(count);
                var first = await NextPersonAsync(cancellation);
                var departments = await AddDepartmentsAsync(shape, cancellation);
                var places = await PlacesAsync([.. departments.Select(x => x.Id)], cancellation);
                var made = new MadeUpPeople(shape, seed + first, clock.Today).Make(x => Number(first + x), places);
                var hired = await hire.RunAsync([.. made.Select(x => x.Person)], cancellation);
                await NameHeadsAsync(departments, hired, cancellation);
                await LeaveAsync([.. hired.Select(x => x.Id).Zip(made).Where(x => x.Second.Leaving is not null)], cancellation);
                return new GeneratedPeople(
                    Number(first), Number(first + count - 1), departments.Count,
                    made.Count(x => x.Leaving is not null && x.Return is null), made.Count(x => x.Return is not null));
            },
            cancellation);

    private static string Number(int number) => string.Create(CultureInfo.InvariantCulture, $"{PersonPrefix}{number:000000}");

    private async Task<int> NextPersonAsync(CancellationToken cancellation) =>
        Next(PersonPrefix, await db.Employees.Select(x => x.EmployeeNumber).ToListAsync(cancellation));

    private static int Next(string prefix, IEnumerable<string> taken) => taken
        .Select(x => x.StartsWith(prefix, StringComparison.Ordinal)
            && int.TryParse(x.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0)
        .DefaultIfEmpty().Max() + 1;

    /// <summary>Level by level, because a department needs the id of the one above.</summary>
    private async Task<IReadOnlyList<Department>> AddDepartmentsAsync(CompanyShape shape, CancellationToken cancellation)
    {
        var first = Next(DepartmentPrefix, await db.Departments.Select(x => x.Code).ToListAsync(cancellation));
        var made = new Department[shape.Departments];
        foreach (var level in Enumerable.Range(0, made.Length).GroupBy(shape.DepthOf).OrderBy(x => x.Key))
        {
            foreach (var place in level)
            {
                var ((areaZh, areaEn), (workZh, workEn)) = (Areas[place % Areas.Length], Works[place % Works.Length]);
                var number = first + place;
                made[place] = Department.Create(
                    string.Create(CultureInfo.InvariantCulture, $"{DepartmentPrefix}{number:0000}"),
                    new Bilingual($"{areaZh}{workZh} {number}", $"{areaEn} {workEn} {number}"),
                    shape.ParentOf(place) is { } parent ? made[parent].Id : null);
            }

            await Bulk.InsertAsync(db, [.. level.Select(x => made[x])], cancellation);
        }

        return made;
    }

    private async Task<MadeUpPlaces> PlacesAsync(IReadOnlyList<long> departments, CancellationToken cancellation)
    {
        var open = await db.Positions.AsNoTracking().Where(x => x.RetiredAt == null).OrderBy(x => x.Id).Select(x => new { x.Id, x.Code }).ToListAsync(cancellation);
        if (open.Count == 0)
        {
            throw new InvalidOperationException("No position is open in which people could work: make one, or run migrate for those that come with the program.");
        }

        var manager = open.Find(x => x.Code == "CS-MANAGER") ?? open[0];
        var supervisor = open.Find(x => x.Code == "CS-SUPERVISOR") ?? open[0];
        var staff = open.Where(x => x != manager && x != supervisor).DefaultIfEmpty(open[0]);
        return new(departments, await WorkPlacesAsync(cancellation), manager.Id, supervisor.Id, [.. staff.Select(x => x.Id)]);
    }

    private async Task<IReadOnlyList<long>> WorkPlacesAsync(CancellationToken cancellation)
    {
        if (!await db.WorkPlaces.AnyAsync(cancellation))
        {
            var from = new DateOnly(clock.Today.Year, 1, 1);
            db.WorkPlaces.AddRange(Sites.Select(x => WorkPlace.Create(x.Code, x.Name, [(from, x.MinimumWage)])));
            await db.FlushAsync(cancellation);
        }

        return await db.WorkPlaces.OrderBy(x => x.Id).Select(x => x.Id).ToListAsync(cancellation);
    }

    private async Task NameHeadsAsync(IReadOnlyList<Department> departments, IReadOnlyList<Employee> hired, CancellationToken cancellation)
    {
        var heads = departments.Index().ToDictionary(x => x.Item.Id, x => hired[CompanyShape.HeadOf(x.Index)]);
        foreach (var some in heads.Keys.Chunk(Some))
        {
            foreach (var department in await db.Departments.Where(x => some.Contains(x.Id)).ToListAsync(cancellation))
            {
                var head = heads[department.Id];
                department.NameHead(head, head.LatestPeriod.HiredOn, clock.Today);
            }
        }

        await db.FlushAsync(cancellation);
    }

    private async Task LeaveAsync(IReadOnlyList<(long Id, MadeUpPerson Person)> leavers, CancellationToken cancellation)
    {
        foreach (var some in leavers.Chunk(Some))
        {
            var ids = some.Select(x => x.Id).ToList();
            var people = await db.Employees.Include(x => x.Periods).Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
            var assignments = (await db.Assignments.Where(x => ids.Contains(x.EmployeeId)).ToListAsync(cancellation)).ToLookup(x => x.EmployeeId);
            foreach (var (id, made) in some)
            {
                db.Assignments.AddRange(Leave(made, people[id], [.. assignments[id]]));
            }
        }

        await lines.RewriteAsync([.. leavers.Select(x => x.Id)], cancellation);
        await follow.RunAsync([.. leavers.Select(x => x.Id)], cancellation);
    }

    /// <summary>The assignments that are added by it.</summary>
    private static IReadOnlyCollection<Assignment> Leave(MadeUpPerson made, Employee person, IReadOnlyList<Assignment> assignments)
    {
        var timeline = new AssignmentTimeline(person, assignments);
        person.EndEmployment(made.Leaving!);
        timeline.FollowEmployment();
        if (made.Return is { } engagement)
        {
            person.Rehire(engagement);
            timeline.Start(assignments[^1].Placement);
        }

        return timeline.Added;
    }
}
