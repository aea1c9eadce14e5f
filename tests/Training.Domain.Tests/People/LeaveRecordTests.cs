using CsCheck;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Domain.Tests.People;

public class LeaveRecordTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    /// <summary>The Sunday of that week is worked, the Wednesday is a holiday.</summary>
    private static readonly WorkingCalendar Calendar = new(
        [(Monday.AddDays(6), CalendarDayKind.WorkingWeekend), (Monday.AddDays(2), CalendarDayKind.Holiday)], []);

    private static readonly Gen<LeaveSpan> SomeSpan = Gen.Select(Gen.Int[0, 20], Gen.Int[0, 12]).Select((first, length) =>
        new LeaveSpan(DayOf(first), HalfOf(first), DayOf(first + length), HalfOf(first + length)));

    [Theory]
    [InlineData(0, HalfDay.Morning, 0, HalfDay.Afternoon, "1")]
    [InlineData(0, HalfDay.Morning, 0, HalfDay.Morning, "0.5")]
    [InlineData(0, HalfDay.Afternoon, 0, HalfDay.Afternoon, "0.5")]
    [InlineData(0, HalfDay.Afternoon, 1, HalfDay.Morning, "1")]
    [InlineData(2, HalfDay.Afternoon, 2, HalfDay.Afternoon, "0")] // a holiday
    [InlineData(0, HalfDay.Morning, 6, HalfDay.Morning, "4.5")] // four days of the week and the worked Sunday's morning
    public void Only_halves_of_working_days_count(int first, HalfDay fromHalf, int last, HalfDay toHalf, string expected)
    {
        var record = Record(new(Monday.AddDays(first), fromHalf, Monday.AddDays(last), toHalf));

        Assert.Equal(decimal.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), record.WorkingDays(Calendar));
    }

    [Fact]
    public void Leave_and_the_leave_after_it_count_as_much_as_both_in_one() =>
        Gen.Select(SomeSpan, Gen.Int[1, 12]).Sample((first, more) =>
        {
            var next = HalfNumber(first.ToOn, first.ToHalf) + 1;
            var second = new LeaveSpan(DayOf(next), HalfOf(next), DayOf(next + more), HalfOf(next + more));
            var both = first with { ToOn = second.ToOn, ToHalf = second.ToHalf };
            return !Record(first).Overlaps(Record(second))
                && Record(first).WorkingDays(Calendar) + Record(second).WorkingDays(Calendar) == Record(both).WorkingDays(Calendar);
        });

    [Fact]
    public void Two_records_overlap_exactly_when_they_share_a_half_day() =>
        Gen.Select(SomeSpan, SomeSpan).Sample((one, other) =>
        {
            var shared = Halves(one).Intersect(Halves(other)).Any();
            if (shared)
            {
                Someone.Refuses(LeaveRefusals.Overlap, () => Record(one, Record(other)));
                return;
            }

            Assert.False(Record(one, Record(other)).Overlaps(Record(other)));
        });

    [Fact]
    public void A_record_does_not_stand_in_its_own_way_when_edited()
    {
        var record = Record(new(Monday, HalfDay.Morning, Monday, HalfDay.Afternoon));
        record.Edit(Someone.Hired(), LeaveKind.Sick, new(Monday, HalfDay.Afternoon, Monday.AddDays(1), HalfDay.Morning), null, [record]);

        Assert.Equal((LeaveKind.Sick, Monday.AddDays(1)), (record.Kind, record.ToOn));
    }

    [Fact]
    public void A_span_that_runs_backwards_or_too_long_or_beyond_employment_is_refused()
    {
        var afternoon = new LeaveSpan(Monday, HalfDay.Afternoon, Monday, HalfDay.Morning);
        Someone.Refuses(LeaveRefusals.SpanOutOfRange, () => Record(afternoon));
        Someone.Refuses(LeaveRefusals.SpanOutOfRange, () => Record(afternoon with { ToOn = Monday.AddDays(LeaveRecord.MostDays) }));
        Record(afternoon with { ToOn = Monday.AddDays(LeaveRecord.MostDays - 1) });
        Someone.Refuses(LeaveRefusals.NotEmployed, () => Record(afternoon with { FromOn = Someone.HiredOn.AddDays(-1) }));
    }

    private static LeaveRecord Record(LeaveSpan span, params LeaveRecord[] others) =>
        LeaveRecord.Create(Someone.Hired(), LeaveKind.Annual, span, null, others);

    private static DateOnly DayOf(int half) => Monday.AddDays(half / 2);

    private static HalfDay HalfOf(int half) => half % 2 == 0 ? HalfDay.Morning : HalfDay.Afternoon;

    private static int HalfNumber(DateOnly day, HalfDay half) => ((day.DayNumber - Monday.DayNumber) * 2) + (int)half;

    private static IEnumerable<int> Halves(LeaveSpan span) => Enumerable.Range(
        HalfNumber(span.FromOn, span.FromHalf),
        HalfNumber(span.ToOn, span.ToHalf) - HalfNumber(span.FromOn, span.FromHalf) + 1);
}
