using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Rules;
using Training.Domain.Tests.People;

namespace Training.Domain.Tests.Incentives;

public sealed class PerformanceEventTests
{
    private static readonly DateOnly Today = new(2026, 3, 2);
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly WorkingCalendar Calendar = new([], []);
    private static readonly EventActor Reporter = new(1, 101, IsHumanResources: true, MayDecide: true);
    private static readonly EventActor Decider = new(2, 102, IsHumanResources: true, MayDecide: true);
    private static readonly EventActor Person = new(3, 1, IsHumanResources: false, MayDecide: false);

    [Fact]
    public void The_time_for_a_view_is_five_working_days_after_the_day_of_the_report()
    {
        var found = Reported();

        Assert.Equal(new DateOnly(2026, 3, 9), found.ViewUntil);
        Assert.False(found.IsHeardOn(new(2026, 3, 9)));
        Assert.True(found.IsHeardOn(new(2026, 3, 10)));
        Assert.Equal(new DueDay(Today, 5, DueAnchor.Told, new(2026, 3, 9)), found.ViewDue);
    }

    [Theory]
    [InlineData(PerformanceEventState.Reported, "Edit,Respond,Confirm,Reject")]
    [InlineData(PerformanceEventState.Confirmed, "Revoke")]
    [InlineData(PerformanceEventState.Rejected, "")]
    public void Each_state_has_its_acts(PerformanceEventState state, string acts) =>
        Assert.Equal(acts, string.Join(',', PerformanceEventLife.Table.From(state)));

    [Fact]
    public void The_reporter_edits_the_person_answers_and_another_decides()
    {
        var found = Reported();

        Assert.Equal([PerformanceEventAct.Edit], found.AllowedActions(Reporter, Today));
        Assert.Equal([PerformanceEventAct.Respond], found.AllowedActions(Person, Today));
        Assert.Equal([PerformanceEventAct.Edit, PerformanceEventAct.Reject], found.AllowedActions(Decider, Today));
        found.Respond(isObjection: false, null, Person, Now, Today);
        Assert.Equal([PerformanceEventAct.Edit, PerformanceEventAct.Confirm, PerformanceEventAct.Reject], found.AllowedActions(Decider, Today));
        Someone.Refuses(PerformanceEventRefusals.OwnReport, () => found.Confirm(null, Reporter, Now, Today));
        found.Confirm(null, Decider, Now, Today);
        Assert.Empty(found.AllowedActions(Decider, Today));
        Assert.Equal([PerformanceEventAct.Revoke], found.AllowedActions(Reporter, Today));
        Someone.Refuses(PerformanceEventRefusals.NotInThisState, () => found.Confirm(null, Decider, Now, Today));
    }

    [Fact]
    public void A_feed_is_decided_by_its_importer_unless_the_person_objects_or_the_importer_edits_it()
    {
        var (quiet, objected, edited) = (Imported(), Imported(), Imported());
        objected.Respond(isObjection: true, "不是我", Person, Now, Today);
        edited.Edit(Someone.Hired(), Commendation(), Content(), Reporter, Today, Calendar);
        var later = Today.AddDays(10);

        Assert.Null(quiet.LeftOutOfBulk(Reporter, later));
        Assert.Equal(PerformanceEventRefusals.ViewTimeOpen, quiet.LeftOutOfBulk(Reporter, Today));
        Assert.Equal(PerformanceEventRefusals.Objected, objected.LeftOutOfBulk(Decider, later));
        Assert.Equal(PerformanceEventRefusals.OwnReport, edited.LeftOutOfBulk(Reporter, later));
        Assert.Null(edited.LeftOutOfBulk(Decider, later));
        Assert.Equal(AccessRefusals.OwnRecord, quiet.LeftOutOfBulk(Decider with { EmployeeId = 1 }, later));
        Someone.Refuses(PerformanceEventRefusals.OwnImport, () => objected.Reject("不算", Reporter, Now));
        objected.Reject("不算", Decider, Now);
    }

    [Fact]
    public void What_is_allowed_is_what_is_not_refused()
    {
        var later = Today.AddDays(10);
        EventActor[] actors = [Reporter, Decider, Decider with { EmployeeId = 1 }, Reporter with { IsHumanResources = false }, Decider with { IsHumanResources = false }];
        foreach (var make in new Func<PerformanceEvent>[] { Reported, Imported, Objected, Edited, Confirmed, Rejected })
        {
            foreach (var by in actors)
            {
                var allowed = make().AllowedActions(by, later);
                Assert.Equal(allowed, Enum.GetValues<PerformanceEventAct>().Where(act => IsTaken(act, make(), by, later)));
                Assert.True(make().LeftOutOfBulk(by, later) is not null || allowed.Contains(PerformanceEventAct.Confirm));
            }
        }

        static PerformanceEvent Objected() => Told(Imported(), x => x.Respond(isObjection: true, "不是我", Person, Now, Today));

        static PerformanceEvent Edited() => Told(Imported(), x => x.Edit(Someone.Hired(), Commendation(), Content(), Reporter, Today, Calendar));

        static PerformanceEvent Confirmed() => Told(Reported(), x => x.Confirm(null, Decider, Now, Today.AddDays(10)));

        static PerformanceEvent Rejected() => Told(Reported(), x => x.Reject("查无此事", Decider, Now));
    }

    [Theory]
    [InlineData("9999999.99", true)]
    [InlineData("10000000", false)]
    [InlineData("-0.01", false)]
    [InlineData("1.005", false)]
    public void An_amount_has_two_decimals_and_bounds(string amount, bool isTaken)
    {
        var content = Content() with { Amount = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture) };
        void Report() => PerformanceEvent.Report(Someone.Hired(), Commendation(), content, Reporter, Now, Today, Calendar);

        if (isTaken)
        {
            Report();
        }
        else
        {
            Assert.Equal("amount", Someone.Refuses(PerformanceEventRefusals.AmountOutOfRange, Report).Field);
        }
    }

    [Fact]
    public void Minutes_are_those_of_a_day_at_most()
    {
        var lateness = Kind(PerformanceEventKind.LatenessCode, minutes: EventDetailUse.Required);

        Someone.Refuses(PerformanceEventRefusals.MinutesOutOfRange, () => PerformanceEvent.Report(
            Someone.Hired(), lateness, Content() with { Minutes = 1441 }, Reporter, Now, Today, Calendar));
    }

    [Fact]
    public void The_last_day_of_employment_is_one_on_which_things_happen_and_the_day_after_is_not()
    {
        var person = Someone.Hired();
        person.EndEmployment(new(new DateOnly(2026, 2, 27), null));

        PerformanceEvent.Report(person, Commendation(), Content() with { OccurredOn = new(2026, 2, 27) }, Reporter, Now, Today, Calendar);
        Someone.Refuses(PerformanceEventRefusals.NotEmployed, () => PerformanceEvent.Report(
            person, Commendation(), Content() with { OccurredOn = new(2026, 2, 28) }, Reporter, Now, Today, Calendar));
    }

    [Fact]
    public void Lateness_asks_for_minutes_alone()
    {
        Someone.Refuses(PerformanceEventKindRefusals.NeededByMachine, () => Kind(PerformanceEventKind.LatenessCode));
        foreach (var field in new[] { "severity", "isUpheld", "article", "amount" })
        {
            EventDetailUse Use(string name) => name == field ? EventDetailUse.Required : EventDetailUse.NotTaken;
            var refused = Someone.Refuses(PerformanceEventKindRefusals.NeededByMachine, () => PerformanceEventKind.Create(
                PerformanceEventKind.LatenessCode, new Bilingual("迟到", null),
                new EventDetails(Use("severity"), Use("isUpheld"), EventDetailUse.Required, Use("article"), Use("amount"))));
            Assert.Equal(field, refused.Field);
        }
    }

    private static PerformanceEvent Told(PerformanceEvent found, Action<PerformanceEvent> act)
    {
        act(found);
        return found;
    }

    private static bool IsTaken(PerformanceEventAct act, PerformanceEvent found, EventActor by, DateOnly today)
    {
        try
        {
            switch (act)
            {
                case PerformanceEventAct.Edit:
                    found.RefuseUnlessEditable(by);
                    break;
                case PerformanceEventAct.Respond:
                    found.Respond(isObjection: false, null, by, Now, today);
                    break;
                case PerformanceEventAct.Confirm:
                    found.Confirm(null, by, Now, today);
                    break;
                case PerformanceEventAct.Reject:
                    found.Reject("查无此事", by, Now);
                    break;
                default:
                    found.Revoke("记错了人", by, Now);
                    break;
            }

            return true;
        }
        catch (RuleViolation)
        {
            return false;
        }
    }

    private static PerformanceEvent Reported() => PerformanceEvent.Report(Someone.Hired(), Commendation(), Content(), Reporter, Now, Today, Calendar);

    private static PerformanceEvent Imported() => PerformanceEvent.Import(Someone.Hired(), Commendation(), Content(), Reporter, Now, Today, Calendar);

    private static PerformanceEventContent Content() => new(new DateOnly(2026, 2, 27), null, null, null, null, null, null, "表扬", null);

    private static PerformanceEventKind Commendation() => Kind("COMMENDATION", amount: EventDetailUse.Optional);

    private static PerformanceEventKind Kind(
        string code, EventDetailUse minutes = EventDetailUse.NotTaken, EventDetailUse amount = EventDetailUse.NotTaken) => PerformanceEventKind.Create(
        code, new Bilingual("事件", null), new EventDetails(EventDetailUse.NotTaken, EventDetailUse.NotTaken, minutes, EventDetailUse.NotTaken,
            amount)).WithId(7);
}
