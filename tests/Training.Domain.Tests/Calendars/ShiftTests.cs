using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Calendars;

public class ShiftTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("08:00", "16:00", false, "2026-03-31 16:00")]
    [InlineData("22:00", "06:00", true, "2026-04-01 06:00")]
    [InlineData("16:00", "00:00", true, "2026-04-01 00:00")]
    [InlineData("00:00", "08:00", false, "2026-03-31 08:00")]
    public void A_shift_whose_end_is_not_after_its_start_ends_on_the_next_day(string starts, string ends, bool endsNextDay, string end)
    {
        var shift = Shift.Create("a", Bilingual.Of("甲班", null), Times(starts, ends));

        Assert.Equal(endsNextDay, shift.Times.EndsNextDay);
        Assert.Equal(DateTime.Parse(end, null), shift.Times.On(new(2026, 3, 31)).To);
    }

    [Fact]
    public void The_code_is_kept_as_a_key_names_plain_and_times_in_whole_minutes()
    {
        var shift = Shift.Create(" ｎight ", new Bilingual(" 夜班 ", " "), new(new(22, 0, 30), new(6, 0, 59)));

        Assert.Equal(("NIGHT", "夜班", null), (shift.Code, shift.NameZh, shift.NameEn));
        Assert.Equal((new TimeOnly(22, 0), new TimeOnly(6, 0)), (shift.StartsAt, shift.EndsAt));
    }

    [Fact]
    public void A_shift_of_no_length_is_refused_when_made_and_when_edited()
    {
        var shift = Shift.Create("a", Bilingual.Of("甲班", null), Times("08:00", "16:00"));

        Assert.Equal(ShiftRefusals.EndsAsItStarts, Refused(() => Shift.Create("b", Bilingual.Of("乙班", null), Times("08:00", "08:00"))));
        Assert.Equal(ShiftRefusals.EndsAsItStarts, Refused(() => shift.Edit(Bilingual.Of("甲班", null), Times("09:00", "09:00"))));
        Assert.Equal(new TimeOnly(8, 0), shift.StartsAt);
    }

    [Fact]
    public void A_retired_shift_is_neither_edited_nor_retired_nor_chosen()
    {
        var shift = Shift.Create("a", Bilingual.Of("甲班", null), Times("08:00", "16:00"));
        shift.Retire(Now);

        Assert.Equal(ShiftRefusals.Retired, Refused(() => shift.Edit(Bilingual.Of("甲班", null), Times("09:00", "17:00"))));
        Assert.Equal(ShiftRefusals.Retired, Refused(() => shift.Retire(Now)));
        Assert.Equal(ShiftRefusals.Retired, Refused(() => RosterEntry.Create(1, new(2026, 3, 2), shift)));
        Assert.Equal(ShiftRefusals.Retired, Refused(() => RosterEntry.Create(1, new(2026, 3, 2), null).Change(shift)));
    }

    private static ShiftTimes Times(string starts, string ends) => new(TimeOnly.Parse(starts, null), TimeOnly.Parse(ends, null));

    private static Refusal Refused(Action act) => Assert.Throws<RuleViolation>(act).Refusal;
}
