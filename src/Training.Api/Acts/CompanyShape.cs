namespace Training.Api.Acts;

/// <summary>Who stands where in a made-up company, people and departments counted from 0: departments of 25 in a tree of four
/// levels, in each a head, three team leaders under the head and the rest under the leaders. From about 300 people on that is
/// five levels of supervisors.</summary>
/// <param name="people">How many, at least 1.</param>
internal sealed class CompanyShape(int people)
{
    private const int PerDepartment = 25;
    private const int Leaders = 3;
    private readonly int _branches = BranchesFor(CountDepartments(people));

    public int People => people;

    public int Departments => CountDepartments(people);

    /// <summary>The department above; none for the top.</summary>
    public int? ParentOf(int department) => department == 0 ? null : (department - 1) / _branches;

    /// <summary>How many departments stand above.</summary>
    public int DepthOf(int department) => ParentOf(department) is { } parent ? DepthOf(parent) + 1 : 0;

    public static int HeadOf(int department) => department * PerDepartment;

    public static int DepartmentOf(int person) => person / PerDepartment;

    public static bool IsHead(int person) => person % PerDepartment == 0;

    /// <summary>Neither a head nor a team leader: nobody stands below.</summary>
    public static bool IsStaff(int person) => person % PerDepartment > Leaders;

    /// <summary>The direct supervisor; none for the head of the top.</summary>
    public int? SupervisorOf(int person)
    {
        var (department, place) = (DepartmentOf(person), person % PerDepartment);
        return place switch
        {
            0 => ParentOf(department) is { } parent ? HeadOf(parent) : null,
            <= Leaders => HeadOf(department),
            _ => HeadOf(department) + 1 + (place % Leaders),
        };
    }

    /// <summary>How many supervisors stand above.</summary>
    public int LevelOf(int person) => SupervisorOf(person) is { } supervisor ? LevelOf(supervisor) + 1 : 0;

    private static int CountDepartments(int people) => (people + PerDepartment - 1) / PerDepartment;

    private static int BranchesFor(int departments)
    {
        var branches = 1;
        while (1 + branches + (branches * branches) + (branches * branches * branches) < departments)
        {
            branches++;
        }

        return branches;
    }
}
