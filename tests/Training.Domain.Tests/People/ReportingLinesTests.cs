using System.Diagnostics;
using System.Globalization;
using CsCheck;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Tests.People;

public class ReportingLinesTests
{
    private const int Days = 24;
    private const int People = 7;
    private static readonly DateOnly Start = new(2026, 1, 1);

    /// <summary>Somebody's assignments: stretches of days with or without a hole between, the last open or not.</summary>
    private static Gen<Supervision[]> AssignmentsOf(int person, Gen<long?> supervisor) =>
        Gen.Select(Gen.Int[0, 6], Gen.Select(Gen.Int[0, 9], Gen.Int[0, 4], supervisor).Array[0, 4], Gen.Bool).Select((begin, parts, isOpen) =>
        {
            var (rows, day) = (new List<Supervision>(), Start.AddDays(begin));
            foreach (var (length, hole, above) in parts)
            {
                rows.Add(new(person, above, day, day.AddDays(length)));
                day = day.AddDays(length + 1 + (hole == 4 ? 3 : 0));
            }

            if (rows.Count > 0 && isOpen)
            {
                rows[^1] = rows[^1] with { To = null };
            }

            return rows.ToArray();
        });

    /// <summary>Supervisors have lower ids, so that there is never a loop.</summary>
    private static readonly Gen<Supervision[]> WithoutLoops = Company(person =>
        Gen.Int[0, person - 1].Select(x => x == 0 ? (long?)null : x));

    private static readonly Gen<Supervision[]> WithLoops = Company(person =>
        Gen.Int[0, 2 * People].Select(x => x == 0 || x > People || x == person ? (long?)(person > 1 ? person - 1 : null) : x));

    [Fact]
    public void Lines_are_what_walking_the_tree_day_by_day_finds() => WithoutLoops.Sample(
        company =>
        {
            var lines = Lines(company);
            foreach (var (day, person) in EveryDayAndPerson())
            {
                var walked = Walk(company, person, day)!.OrderBy(x => x).ToList();
                var found = lines.Where(x => x.EmployeeId == person && x.From <= day && day <= (x.To ?? DateOnly.MaxValue))
                    .Select(x => (x.SupervisorId, x.IsDirect)).OrderBy(x => x).ToList();
                Assert.Equal(walked, found);
            }
        },
        iter: 500);

    [Fact]
    public void Lines_of_one_pair_neither_overlap_nor_could_be_merged() => WithoutLoops.Sample(company =>
    {
        foreach (var pair in Lines(company).GroupBy(x => (x.EmployeeId, x.SupervisorId)))
        {
            foreach (var (before, after) in pair.Zip(pair.Skip(1)))
            {
                Assert.True(before.To < after.From);
                Assert.True(before.IsDirect != after.IsDirect || before.To!.Value.AddDays(1) < after.From);
            }
        }
    });

    [Fact]
    public void A_loop_on_any_day_is_refused_naming_a_day_of_it_and_its_people() => WithLoops.Sample(
        company =>
        {
            var hasLoop = EveryDayAndPerson().Any(x => Walk(company, x.Person, x.Day) is null);
            if (!hasLoop)
            {
                Lines(company);
                return;
            }

            var refused = Assert.Throws<RuleViolation>(() => Lines(company));
            Assert.Equal(AssignmentRefusals.Loop, refused.Refusal);
            var day = (DateOnly)refused.Values.Single(x => x.Name == "day").Value!;
            var people = ((string)refused.Values.Single(x => x.Name == "people").Value!).Split(" → ");
            Assert.Equal(people[0], people[^1]);
            Assert.All(people.Zip(people.Skip(1)), x =>
                Assert.Equal(x.Second, Number(LastUpTo(company, Id(x.First), day)!.Value.SupervisorId!.Value)));
            Assert.Contains(Enumerable.Range(1, People), x => Walk(company, x, day) is null);
        },
        iter: 500);

    [Fact]
    public void After_a_change_only_the_lines_of_those_at_and_below_it_differ() =>
        Gen.Select(WithoutLoops, WithoutLoops, Gen.Int[1, People]).Sample((before, other, changed) =>
        {
            Supervision[] after = [.. before.Where(x => x.EmployeeId != changed), .. other.Where(x => x.EmployeeId == changed)];
            var affected = ReportingLines.WithAllBelow([.. before, .. after], [changed]);

            var kept = Lines(before).Where(x => !affected.Contains(x.EmployeeId));
            var renewed = ReportingLines.Of(after, affected, Number);

            Assert.Equal(Lines(after), kept.Concat(renewed).OrderBy(x => x.EmployeeId).ThenBy(x => x.SupervisorId).ThenBy(x => x.From));
        });

    [Fact]
    public void When_a_supervisor_leaves_the_next_above_becomes_direct()
    {
        var lines = Lines([
            new(1, null, Start, null),
            new(2, 1, Start, Start.AddDays(9)),
            new(3, 2, Start, null),
        ]);

        Assert.Equal(
            [
                new(1, 2, true, Start, Start.AddDays(9)),
                new(1, 3, false, Start, Start.AddDays(9)),
                new(1, 3, true, Start.AddDays(10), null),
                new(2, 3, true, Start, Start.AddDays(9)),
            ],
            lines);
    }

    [Fact]
    public void A_line_of_more_levels_than_thirty_is_refused()
    {
        Supervision[] column = [.. Enumerable.Range(1, ReportingLines.MostLevels + 1).Select(x => new Supervision(x, x == 1 ? null : x - 1, Start, null))];
        Assert.Equal(ReportingLines.MostLevels, Lines(column).Count(x => x.EmployeeId == column.Length));

        var refused = Assert.Throws<RuleViolation>(() => Lines([.. column, new(column.Length + 1, column.Length, Start, null)]));

        Assert.Equal(AssignmentRefusals.TooManyLevels, refused.Refusal);
    }

    [Fact]
    public void Ten_thousand_people_with_six_changes_each_take_seconds_and_not_minutes()
    {
        var company = Enumerable.Range(1, 10_000).SelectMany(person => Enumerable.Range(0, 6).Select(x => new Supervision(
            person,
            person == 1 ? null : Math.Max(1, (person / 6) + (x % 2)) is var above && above < person ? above : 1,
            Start.AddDays((x * 200) + (person % 100)),
            x == 5 ? null : Start.AddDays((x * 200) + 199 + (person % 100))))).ToList();
        var watch = Stopwatch.StartNew();

        var lines = ReportingLines.Of(company, null, Number);

        Assert.True(lines.Count > 100_000);
        // About a second on two idle cores; the room is for a busy machine. Days walked one by one would take minutes.
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(30), $"{watch.Elapsed} for {lines.Count} lines");
    }

    private static Gen<Supervision[]> Company(Func<int, Gen<long?>> supervisorOf) =>
        Enumerable.Range(1, People).Select(person => AssignmentsOf(person, supervisorOf(person)))
            .Aggregate(Gen.Const(Array.Empty<Supervision>()), (all, one) => Gen.Select(all, one, (x, y) => x.Concat(y).ToArray()));

    private static string Number(long id) => $"E{id}";

    private static long Id(string number) => long.Parse(number[1..], CultureInfo.InvariantCulture);

    private static IReadOnlyList<ReportingLine> Lines(Supervision[] company) => ReportingLines.Of(company, null, Number);

    private static IEnumerable<(DateOnly Day, long Person)> EveryDayAndPerson() =>
        from day in Enumerable.Range(0, Days + 60)
        from person in Enumerable.Range(1, People)
        select (Start.AddDays(day), (long)person);

    /// <summary>Those above the person on the day, nearest first; null when the way up comes back to somebody.</summary>
    private static List<(long SupervisorId, bool IsDirect)>? Walk(Supervision[] company, long person, DateOnly day)
    {
        var (above, passed) = (new List<(long, bool)>(), new HashSet<long> { person });
        if (company.All(x => x.EmployeeId != person || !HoldsOn(x, day)))
        {
            return above;
        }

        for (var next = LastUpTo(company, person, day)?.SupervisorId; next is { } id; next = LastUpTo(company, id, day)?.SupervisorId)
        {
            if (LastUpTo(company, id, day) is not { } supervision)
            {
                break;
            }

            if (!passed.Add(id))
            {
                return null;
            }

            if (HoldsOn(supervision, day))
            {
                above.Add((id, above.Count == 0));
            }
        }

        return above;
    }

    private static bool HoldsOn(Supervision x, DateOnly day) => x.From <= day && day <= (x.To ?? DateOnly.MaxValue);

    private static Supervision? LastUpTo(Supervision[] company, long person, DateOnly day) =>
        company.Where(x => x.EmployeeId == person && x.From <= day).OrderBy(x => x.From).Select(x => (Supervision?)x).LastOrDefault();
}
