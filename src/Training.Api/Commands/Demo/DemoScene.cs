using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Api.Commands.Demo;

/// <summary>What the steps of the history know of the company that is being made, and who acts.</summary>
internal sealed class DemoScene(DemoFile file, OrganisationClock clock, CurrentPerson caller, Actor actor)
{
    private static readonly TimeOnly Opening = new(9, 0);
    private readonly DateOnly _madeOn = clock.Today;
    private readonly Dictionary<string, Account> _accounts = new(StringComparer.Ordinal);

    public DemoFile File => file;

    public Dictionary<string, long> Departments { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Positions { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Courses { get; set; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> People { get; } = new(StringComparer.Ordinal);

    public Dictionary<string, long> Plans { get; } = new(StringComparer.Ordinal);

    public long WorkPlaceId { get; set; }

    /// <summary>First day of the quarter eight quarters before the one in which the company is made.</summary>
    public DateOnly FirstDay => new DateOnly(_madeOn.Year, (_madeOn.Month - 1) / 3 * 3 + 1, 1).AddMonths(-24);

    public DateOnly MonthsAgo(int months) => _madeOn.AddMonths(-months);

    /// <summary>The day so many days ago, or the Monday after it.</summary>
    public DateOnly DaysAgo(int days)
    {
        var day = _madeOn.AddDays(-days);
        return day.DayOfWeek switch { DayOfWeek.Saturday => day.AddDays(2), DayOfWeek.Sunday => day.AddDays(1), _ => day };
    }

    /// <summary>When the n-th act of the day takes place: nine in the morning and n minutes.</summary>
    public DateTimeOffset At(DateOnly day, int n) => clock.At(day, Opening.AddMinutes(n));

    public void Add(Account account) => _accounts.Add(account.UserName!, account);

    /// <summary>The next acts are this person's.</summary>
    public void As(string userName)
    {
        var account = _accounts[userName];
        caller.SignIn(account.Id, 0, account.EmployeeId, file.Accounts.Single(x => x.UserName == userName).Roles.ToHashSet(), actor);
    }

    /// <summary>An HR account that is not this person's own.</summary>
    public string HumanResourcesFor(long employeeId) => _accounts.Values
        .First(x => x.EmployeeId != employeeId && file.Accounts.Single(y => y.UserName == x.UserName).Roles.Contains(Role.HumanResources)).UserName!;
}
