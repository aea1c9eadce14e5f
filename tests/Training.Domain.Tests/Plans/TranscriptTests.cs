using CsCheck;
using Training.Domain.Courses;
using Training.Domain.Plans;

namespace Training.Domain.Tests.Plans;

public class TranscriptTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);

    [Theory]
    [InlineData(null, Validity.Permanent)]
    [InlineData("2026-03-01", Validity.Expired)]
    [InlineData("2026-03-02", Validity.Expiring)]
    [InlineData("2026-05-01", Validity.Expiring)]
    [InlineData("2026-05-02", Validity.Valid)]
    public void The_last_valid_day_counts_and_sixty_days_before_it_the_end_is_near(string? validUntil, Validity expected)
    {
        var line = Line(1, 7, "2025-01-06", validUntil: validUntil);

        Assert.Equal(expected, Transcript.ValidityOf([line], Today)[1]);
    }

    [Fact]
    public void What_was_completed_on_a_leap_day_ends_with_February()
    {
        var terms = new CourseTerms(1, CompletionRule.Participation, null, 24);
        var validUntil = terms.ValidUntil(new DateOnly(2024, 2, 29));
        var line = Line(1, 7, "2024-02-29") with { ValidUntil = validUntil };

        Assert.Equal(new DateOnly(2026, 2, 28), validUntil);
        Assert.Equal(Validity.Expiring, Transcript.ValidityOf([line], new DateOnly(2026, 2, 28))[1]);
        Assert.Equal(Validity.Expired, Transcript.ValidityOf([line], new DateOnly(2026, 3, 1))[1]);
    }

    [Fact]
    public void Sixty_days_are_counted_over_a_leap_day()
    {
        var line = Line(1, 7, "2023-01-02", validUntil: "2024-03-01");

        Assert.Equal(Validity.Expiring, Transcript.ValidityOf([line], new DateOnly(2024, 1, 1))[1]);
        Assert.Equal(Validity.Valid, Transcript.ValidityOf([line], new DateOnly(2023, 12, 31))[1]);
    }

    [Fact]
    public void A_later_completion_of_the_course_takes_the_place_of_the_earlier_ones()
    {
        var found = Transcript.ValidityOf(
            [
                Line(3, 7, "2026-02-01", validUntil: "2027-02-01"), Line(1, 7, "2024-06-03", validUntil: "2025-06-03"),
                Line(2, 7, "2025-05-05", validUntil: "2026-05-05"), Line(4, 8, "2025-01-06", validUntil: "2026-01-06"),
            ],
            Today);

        Assert.Equal([Validity.Superseded, Validity.Superseded, Validity.Valid, Validity.Expired], Enumerable.Range(1, 4).Select(x => found[x]));
    }

    [Fact]
    public void Failing_takes_no_place_and_never_counts()
    {
        var found = Transcript.ValidityOf(
            [Line(1, 7, "2025-04-01", validUntil: "2026-04-01"), Line(2, 7, "2026-02-02", CompletionResult.Failed)], Today);

        Assert.Equal(Validity.Expiring, found[1]);
        Assert.Null(found[2]);
    }

    [Fact]
    public void Of_two_on_the_same_day_the_one_recorded_later_counts()
    {
        var found = Transcript.ValidityOf([Line(2, 7, "2026-03-02"), Line(1, 7, "2026-03-02")], Today);

        Assert.Equal((Validity.Superseded, Validity.Permanent), (found[1], found[2]));
    }

    [Fact]
    public void Hours_are_summed_by_year_and_mode_without_the_failed()
    {
        var hours = TranscriptHours.Of(
        [
            Line(1, 7, "2025-12-31", classHours: 4.5m, practiceHours: 2), Line(2, 8, "2026-01-01", classHours: 1.5m),
            Line(3, 9, "2026-02-02", mode: CourseMode.Online, classHours: 8), Line(4, 7, "2026-02-03", CompletionResult.Failed, classHours: 4.5m),
            Line(5, 8, "2026-03-02", classHours: 1.5m), Line(6, 10, "2026-03-02"),
        ]);

        Assert.Equal(
            [
                new(2025, CourseMode.Classroom, 1, 4.5m, 2), new(2026, CourseMode.Classroom, 2, 3, 0), new(2026, CourseMode.Online, 1, 8, 0),
            ],
            hours);
    }

    [Fact]
    public void Nothing_completed_has_no_hours()
    {
        Assert.Empty(TranscriptHours.Of([]));
        Assert.Empty(Transcript.ValidityOf([], Today));
    }

    [Fact]
    public void Of_each_course_one_completion_at_most_is_not_superseded()
    {
        var fact = Gen.Select(Gen.Long[1, 3], Gen.Int[0, 800], Gen.Int[0, 800], Gen.Enum<CompletionResult>());
        fact.List[0, 30].Sample(facts =>
        {
            var lines = facts.Select((x, i) => Line(i + 1, x.Item1, "2024-01-01", x.Item4) with
            {
                CompletedOn = new DateOnly(2024, 1, 1).AddDays(x.Item2),
                ValidUntil = new DateOnly(2024, 1, 1).AddDays(x.Item2 + x.Item3),
            }).ToList();
            var found = Transcript.ValidityOf(lines, Today);

            Assert.Equal(lines.Count, found.Count);
            Assert.All(lines, x => Assert.Equal(x.IsFailed, found[x.CompletionId] is null));
            Assert.All(
                lines.Where(x => !x.IsFailed).GroupBy(x => x.CourseId),
                x => Assert.Single(x, line => found[line.CompletionId] != Validity.Superseded));
        });
    }

    private static TranscriptLine Line(
        long id, long course, string completedOn, CompletionResult result = CompletionResult.Passed, string? validUntil = null,
        CourseMode mode = CourseMode.Classroom, decimal? classHours = null, decimal? practiceHours = null) => new(
        id, course, 1, mode, classHours, practiceHours, Day(completedOn), result, null, validUntil is null ? null : Day(validUntil));

    private static DateOnly Day(string day) => DateOnly.Parse(day, System.Globalization.CultureInfo.InvariantCulture);
}
