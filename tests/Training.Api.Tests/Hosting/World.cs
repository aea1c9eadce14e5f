using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Tests.Hosting;

/// <summary>How a test's person stands to the person of a role who calls.</summary>
internal enum Standing
{
    /// <summary>The record belongs to nobody.</summary>
    Any,
    Own,
    Direct,

    /// <summary>Reports to the direct report.</summary>
    Below,

    /// <summary>Reported to the caller until the end of January 2026.</summary>
    Former,

    /// <summary>The caller's own supervisor.</summary>
    Above,

    /// <summary>Another department, no line in common but the head.</summary>
    Other,

    /// <summary>Reports to somebody whose deputy the caller is today. Only where <see cref="World.WithDeputiesAsync"/> was called.</summary>
    Deputised,

    /// <summary>Whose deputy the caller is.</summary>
    StoodInFor,

    /// <summary>As <see cref="Other"/>, and in a session that the caller trains.</summary>
    Trained,
}

/// <summary>The people of the tests: for each role one person who holds just that role, with one direct report, one below that
/// and one former report; above them all the head; and somebody else. Everybody was hired on 1 March 2024. Each caller's user
/// name is the role in camelCase; the password is <see cref="SignedIn.Password"/>.</summary>
internal static class World
{
    public static readonly DateOnly HiredOn = new(2024, 3, 1);

    /// <summary>The first day on which former reports stand under the head.</summary>
    public static readonly DateOnly MovedOn = new(2026, 2, 1);

    private static readonly ConditionalWeakTable<TrainingApp, Lazy<Task>> Deputies = [];

    private static readonly string[] Family = ["赵", "钱", "孙", "李", "周", "吴", "郑", "王"];

    public static string NumberOf(Role role, Standing standing) => standing switch
    {
        Standing.Above => "W000",
        Standing.Other or Standing.Trained => "W001",
        _ => $"W{(((int)role + 1) * 10) + (int)standing:000}",
    };

    public static string UserNameOf(Role role) => char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..];

    /// <summary>The employee that stands so to the person of the role.</summary>
    public static Task<long> PersonAsync(this TrainingApp app, Role role, Standing standing)
    {
        var number = NumberOf(role, standing);
        return app.ReadAsync(db => db.Employees.Where(x => x.EmployeeNumber == number).Select(x => x.Id).SingleAsync());
    }

    /// <summary>The department of the code.</summary>
    public static Task<long> DepartmentAsync(this TrainingApp app, string code) =>
        app.ReadAsync(db => db.Departments.Where(x => x.Code == code).Select(x => x.Id).SingleAsync());

    /// <summary>A client signed in as the person of the role.</summary>
    public static Task<HttpClient> AsAsync(this TrainingApp app, Role role) => app.SignInAsync(UserNameOf(role));

    public static async Task CreateAsync(TrainingApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var callers = await db.WriteAsync(async () =>
        {
            var places = await PlacesAsync(db);
            var head = await AddAsync(db, places.Head, NumberOf(default, Standing.Above), null);
            await AddAsync(db, places.Elsewhere, NumberOf(default, Standing.Other), head);
            var found = new Dictionary<Role, long>();
            foreach (var role in Enum.GetValues<Role>())
            {
                var caller = await AddAsync(db, places.Service, NumberOf(role, Standing.Own), head);
                var direct = await AddAsync(db, places.Service, NumberOf(role, Standing.Direct), caller);
                await AddAsync(db, places.Service, NumberOf(role, Standing.Below), direct);
                await AddAsync(db, places.Service, NumberOf(role, Standing.Former), caller, movesTo: head);
                found.Add(role, caller.Id);
            }

            await scope.ServiceProvider.GetRequiredService<LineKeeper>().RewriteAsync(
                await db.Employees.Select(x => x.Id).ToListAsync(), CancellationToken.None);
            return found;
        });

        foreach (var (role, employeeId) in callers)
        {
            await scope.ServiceProvider.GetRequiredService<OpenAccount>().RunAsync(
                new NewAccount(UserNameOf(role), employeeId, [role], SignedIn.Hash(scope.ServiceProvider), InitialUntil: null), CancellationToken.None);
        }
    }

    /// <summary>Makes each caller the deputy of somebody in another line, with one report. Again it does nothing.</summary>
    public static Task WithDeputiesAsync(this TrainingApp app) => Deputies.GetValue(app, x => new(() => AddDeputiesAsync(x))).Value;

    private static async Task AddDeputiesAsync(TrainingApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        await db.WriteAsync(async () =>
        {
            var head = await db.Employees.SingleAsync(x => x.EmployeeNumber == "W000");
            var service = await db.Assignments.Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.EmployeeNumber == "W011"))
                .Select(x => new Placement(x.DepartmentId, x.PositionId, null)).FirstAsync();
            var added = new List<long>();
            foreach (var role in Enum.GetValues<Role>())
            {
                var seat = await AddAsync(db, service, NumberOf(role, Standing.StoodInFor), head);
                added.AddRange([seat.Id, (await AddAsync(db, service, NumberOf(role, Standing.Deputised), seat)).Id]);
                var number = NumberOf(role, Standing.Own);
                var caller = await db.Employees.SingleAsync(x => x.EmployeeNumber == number);
                db.Delegations.Add(Delegation.Create(seat.Id, caller.Id, MovedOn, MovedOn.AddDays(300), MovedOn));
            }

            await scope.ServiceProvider.GetRequiredService<LineKeeper>().RewriteAsync(added, CancellationToken.None);
        });
    }

    private static async Task<(Placement Head, Placement Service, Placement Elsewhere)> PlacesAsync(TrainingDb db)
    {
        var company = Department.Create("HQ", new Bilingual("总部", "Head office"));
        db.Departments.Add(company);
        await db.FlushAsync(CancellationToken.None);
        var service = Department.Create("CS", new Bilingual("客服部", "Customer service"), company.Id);
        var finance = Department.Create("FIN", new Bilingual("财务部", "Finance"), company.Id);
        db.Departments.AddRange(service, finance);
        await db.FlushAsync(CancellationToken.None);
        var manager = await db.Positions.SingleAsync(x => x.Code == "CS-MANAGER");
        var staff = await db.Positions.OrderBy(x => x.Id).Where(x => x.Code != "CS-MANAGER").FirstAsync();
        return (new(company.Id, manager.Id, null), new(service.Id, staff.Id, null), new(finance.Id, staff.Id, null));
    }

    private static async Task<Employee> AddAsync(
        TrainingDb db, Placement place, string number, Employee? supervisor, Employee? movesTo = null)
    {
        var name = $"{Family[number[^1] % Family.Length]}{number[1..]}";
        var latin = $"Test {number}";
        var employee = Employee.Hire(
            number,
            new EmployeeProfile(
                PersonNames.Of(number, name, latin, null),
                null, null, null, Training.Domain.People.Language.ZhCn),
            new Engagement(HiredOn, ContractKind.OpenEnded, 1m, null));
        db.Employees.Add(employee);
        await db.FlushAsync(CancellationToken.None);
        var timeline = new AssignmentTimeline(employee, []);
        timeline.Start(place with { SupervisorId = supervisor?.Id });
        if (movesTo is not null)
        {
            timeline.ChangeFrom(MovedOn, place with { SupervisorId = movesTo.Id });
        }

        db.Assignments.AddRange(timeline.Added);
        await db.FlushAsync(CancellationToken.None);
        return employee;
    }
}
