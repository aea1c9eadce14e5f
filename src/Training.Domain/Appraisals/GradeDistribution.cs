using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The grade of a person, and where they worked.</summary>
/// <param name="DepartmentId">None: it is not known; the person counts in the total alone.</param>
public sealed record GradedPerson(long? DepartmentId, string Grade);

/// <summary>How many people of a department or group have a grade.</summary>
/// <param name="Rank">Place of the grade in the cycle, 1 the best.</param>
/// <param name="Percent">Of all its people that have a grade, 2 decimals, halves away from zero.</param>
public sealed record GradeCount(string Grade, int Rank, int People, decimal Percent);

/// <summary>A share of the guideline that a group does not meet.</summary>
/// <param name="Points">Percentage points above at most, or below at least; 2 decimals, halves away from zero.</param>
/// <param name="People">How many people too many or too few these are, counted in whole people.</param>
/// <param name="IsExcess">Too many; otherwise too few.</param>
public sealed record BrokenShare(DistributionShare Share, decimal Points, int People, bool IsExcess);

/// <summary>People whose grades are held against the guideline together.</summary>
/// <param name="DepartmentId">The department they were pooled into; none: everybody.</param>
/// <param name="Grades">One for each grade of the cycle, the best first.</param>
/// <param name="Broken">Of a group that is large enough the shares that it does not meet, in the order of the guideline.</param>
public sealed record GradeGroup(long? DepartmentId, int People, IReadOnlyList<GradeCount> Grades, IReadOnlyList<BrokenShare> Broken)
{
    /// <summary>The worst excess of a share with the grade; none: there is none.</summary>
    public BrokenShare? ExcessOf(string grade) => WorstOf(grade, isExcess: true);

    /// <summary>The worst lack of a share with the grade; none: there is none.</summary>
    public BrokenShare? LackOf(string grade) => WorstOf(grade, isExcess: false);

    private BrokenShare? WorstOf(string grade, bool isExcess) =>
        Broken.Where(x => x.IsExcess == isExcess && x.Share.Grades.Contains(grade)).MaxBy(x => x.Points);
}

/// <summary>The grades of the people of one department itself.</summary>
/// <param name="Group">The group in which they are held against the guideline.</param>
public sealed record DepartmentGrades(long DepartmentId, int People, IReadOnlyList<GradeCount> Grades, GradeGroup Group);

/// <summary>How grades are spread over departments (scoring 5). A department with fewer people than the guideline's smallest group
/// pools upward: its people are looked at together with those of the department above that stand in no group of their own, and so on; what
/// is left at the top is looked at with everybody.</summary>
/// <param name="Departments">Those in which somebody has a grade.</param>
/// <param name="Total">Everybody.</param>
public sealed record GradeDistribution(IReadOnlyList<DepartmentGrades> Departments, GradeGroup Total)
{
    /// <summary>The distribution of some people.</summary>
    /// <param name="people">With a grade.</param>
    /// <param name="parents">The department above each; none: it is at the top.</param>
    /// <param name="grades">Of the cycle, the best first.</param>
    /// <param name="guideline">The guideline of the cycle.</param>
    public static GradeDistribution Of(
        IReadOnlyCollection<GradedPerson> people, IReadOnlyDictionary<long, long?> parents, IReadOnlyList<string> grades, DistributionGuideline guideline)
    {
        ArgumentNullException.ThrowIfNull(people);
        ArgumentNullException.ThrowIfNull(parents);
        ArgumentNullException.ThrowIfNull(grades);
        ArgumentNullException.ThrowIfNull(guideline);
        var own = people.Where(x => x.DepartmentId is not null).ToLookup(x => x.DepartmentId!.Value, x => x.Grade);
        var total = Group(null, [.. people.Select(x => x.Grade)], grades, guideline);
        var groups = new Dictionary<long, GradeGroup>();
        foreach (var (department, pooled) in Pooled(own, parents, guideline.SmallestGroup))
        {
            var group = Group(department, [.. pooled.SelectMany(x => own[x])], grades, guideline);
            foreach (var member in pooled)
            {
                groups.Add(member, group);
            }
        }

        return new(
            [
                .. own.OrderBy(x => x.Key).Select(x =>
                {
                    List<string> held = [.. x];
                    return new DepartmentGrades(x.Key, held.Count, Counts(held, grades), groups.GetValueOrDefault(x.Key) ?? total);
                }),
            ],
            total);
    }

    // From the lowest departments upward: one that is large enough with what came to it from below is a group; another hands all on.
    private static IEnumerable<(long DepartmentId, IReadOnlyList<long> Pooled)> Pooled(
        ILookup<long, string> own, IReadOnlyDictionary<long, long?> parents, int smallest)
    {
        var handed = new Dictionary<long, List<long>>();
        foreach (var department in own.Select(x => x.Key).SelectMany(x => Path(x, parents)).Distinct().OrderByDescending(x => Path(x, parents).Count()))
        {
            List<long> here = [.. own.Contains(department) ? [department] : Array.Empty<long>(), .. handed.GetValueOrDefault(department) ?? []];
            if (here.Sum(x => own[x].Count()) >= smallest)
            {
                yield return (department, here);
            }
            else if (parents.GetValueOrDefault(department) is { } above)
            {
                handed[above] = [.. handed.GetValueOrDefault(above) ?? [], .. here];
            }
        }
    }

    /// <summary>The department and those above it.</summary>
    private static IEnumerable<long> Path(long department, IReadOnlyDictionary<long, long?> parents)
    {
        for (long? at = department; at is { } here; at = parents.GetValueOrDefault(here))
        {
            yield return here;
        }
    }

    private static GradeGroup Group(long? department, List<string> held, IReadOnlyList<string> grades, DistributionGuideline guideline) => new(
        department, held.Count, Counts(held, grades),
        held.Count < guideline.SmallestGroup ? [] : [.. guideline.Shares.SelectMany(x => Broken(x, held.Count(x.Grades.Contains), held.Count))]);

    private static List<GradeCount> Counts(List<string> held, IReadOnlyList<string> grades) =>
        [.. grades.Select((grade, i) => Count(grade, i + 1, held.Count(x => x == grade), held.Count))];

    private static GradeCount Count(string grade, int rank, int people, int of) =>
        new(grade, rank, people, of == 0 ? 0 : new Fraction(100m * people, of).Rounded(ItemScore.Decimals));

    // Compared before anything is divided: 100·n against at most·N and at least·N.
    private static IEnumerable<BrokenShare> Broken(DistributionShare share, int people, int of)
    {
        var hundredfold = 100m * people;
        if (share.AtMost * of < hundredfold)
        {
            var allowed = share.AtMost!.Value * of;
            yield return new(share, new Fraction(hundredfold - allowed, of).Rounded(ItemScore.Decimals), people - (int)decimal.Floor(allowed / 100), true);
        }

        if (share.AtLeast * of > hundredfold)
        {
            var asked = share.AtLeast!.Value * of;
            yield return new(share, new Fraction(asked - hundredfold, of).Rounded(ItemScore.Decimals), (int)decimal.Ceiling(asked / 100) - people, false);
        }
    }
}
