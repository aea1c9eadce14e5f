using CsCheck;
using Training.Domain.Plans;

namespace Training.Domain.Tests.Plans;

public class TrainingCompletionReportTests
{
    [Theory]
    [InlineData(3, 1, "33.3")]
    [InlineData(3, 2, "66.7")]
    [InlineData(8, 1, "12.5")]
    [InlineData(80, 1, "1.3")]
    [InlineData(400, 1, "0.3")]
    [InlineData(5, 5, "100")]
    [InlineData(5, 0, "0")]
    public void The_rate_has_one_decimal_and_halves_go_away_from_zero(int assigned, int completed, string rate)
    {
        Assert.Equal(decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture), new CompletionTally(assigned, completed, 0).CompletionRate);
    }

    [Fact]
    public void Nothing_assigned_has_no_rate()
    {
        Assert.Null(default(CompletionTally).CompletionRate);
    }

    [Fact]
    public void Rows_add_up_to_the_counts_and_leave_dropped_items_out()
    {
        var fact = Gen.Select(Gen.Long[1, 4], Gen.Long[1, 2], Gen.Long[1, 4], Gen.Enum<TrainingItemState>());
        fact.List[0, 60].Sample(facts =>
        {
            var rows = TrainingCompletionReport.Rows(facts.Select(x => new TrainingCount(x.Item1, null, x.Item2, x.Item3, CompletionTally.Of(x.Item4))));
            var total = TrainingCompletionReport.Total(rows.Select(x => x.Tally));

            Assert.Equal(facts.Count(x => x.Item4 != TrainingItemState.Dropped), total.Assigned);
            Assert.Equal(facts.Count(x => x.Item4 == TrainingItemState.Completed), total.Completed);
            Assert.Equal(facts.Count(x => x.Item4 == TrainingItemState.Overdue), total.Overdue);
            Assert.Equal(rows.Count, rows.Select(x => (x.DepartmentId, x.PlanId, x.CourseId)).Distinct().Count());
            Assert.All(rows, x => Assert.InRange(x.Tally.CompletionRate!.Value, 0, 100));
        });
    }
}
