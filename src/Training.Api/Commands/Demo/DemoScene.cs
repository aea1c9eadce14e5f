using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Domain.Calendars;

namespace Training.Api.Commands.Demo;

/// <summary>What the steps of the history know of the company that is being made, and who acts.</summary>
internal sealed class DemoScene(DemoFile file, DemoHistory history, OrganisationClock clock, CurrentPerson caller, Actor actor)
{
    /// <summary>How many quarters the history is long: eight with results, and the last one.</summary>
    public const int Quarters = 9;

    private static readonly TimeOnly Opening = new(9, 0);
    private readonly DateOnly _madeOn = clock.Today;
    private readonly Dictionary<string, (Account Account, IReadOnlySet<Role> Roles)> _accounts = new(StringComparer.Ordinal);

    public DemoFile File => file;

    public DemoHistory History => history;

    public Dictionary<string, long> Departments { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Positions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Courses { get; set; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Plans { get; } = new(StringComparer.Ordinal);

    public long WorkPlaceId { get; set; }

    /// <summary>First day of the history.</summary>
    public DateOnly FirstDay => Quarter(Quarters).FirstDay;

    /// <summary>So many quarters before the one in which the company is made.</summary>
    public Quarter Quarter(int ago) => Domain.Calendars.Quarter.Of(_madeOn).Before(ago);

    public DateOnly MonthsAgo(int months) => _madeOn.AddMonths(-months);

    /// <summary>The day so many days ago, or the Monday after it.</summary>
    public DateOnly DaysAgo(int days) => OrMonday(_madeOn.AddDays(-days));

    /// <summary>All that happened, with its day, in order.</summary>
    public IEnumerable<(DemoStep Step, DateOnly On)> Steps() => history.Steps.Concat(history.Appraisals.Steps())
        .Select(x => (Step: x, On: DayOf(x))).Where(x => x.On < _madeOn).OrderBy(x => x.On);

    /// <summary>When the n-th act of the day takes place: nine in the morning and n minutes.</summary>
    public DateTimeOffset At(DateOnly day, int n) => clock.At(day, Opening.AddMinutes(n));

    public void Add(Account account, IReadOnlyCollection<Role> roles) => _accounts.Add(account.UserName!, (account, roles.ToHashSet()));

    /// <summary>The next acts are this person's.</summary>
    public void As(string userName)
    {
        var (account, roles) = _accounts[userName];
        caller.SignIn(account.Id, 0, account.EmployeeId, roles, actor);
    }

    /// <summary>The next acts are the employee's.</summary>
    public void As(long employeeId) => As(_accounts.Values.First(x => x.Account.EmployeeId == employeeId).Account.UserName!);

    /// <summary>An HR account that is not this person's own.</summary>
    public string HumanResourcesFor(long employeeId) =>
        _accounts.Values.First(x => x.Account.EmployeeId != employeeId && x.Roles.Contains(Role.HumanResources)).Account.UserName!;

    private DateOnly DayOf(DemoStep step) => step switch
    {
        DemoCycleStep x => DayOf(Quarter(x.Cycle - (x.After ? 1 : 0)), x.Day),
        { QuartersAgo: { } ago } => DayOf(Quarter(ago), step.Day),
        _ => DaysAgo(step.DaysAgo),
    };

    private static DateOnly DayOf(Quarter quarter, int day) =>
        day > 0 ? OrMonday(quarter.FirstDay.AddDays(day - 1)) : OrFriday(quarter.LastDay.AddDays(day + 1));

    private static DateOnly OrMonday(DateOnly day) =>
        day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };

    private static DateOnly OrFriday(DateOnly day) =>
        day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(-1), DayOfWeek.Sunday => day.AddDays(-2), _ => day };
}
