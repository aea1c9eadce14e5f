using CsCheck;
using Training.Domain.Rules;
using Training.Domain.Sessions;
using static Training.Domain.Tests.Sessions.SessionExamples;

namespace Training.Domain.Tests.Sessions;

public class SeatQueueTests
{
    private const int People = 9;

    /// <summary>What can happen to a session, to whom, and how many hours later.</summary>
    private static readonly Gen<(int Act, int Person, int Hours)[]> Life = Gen.Select(Gen.Int[0, 12], Gen.Int[0, People - 1], Gen.Int[0, 9]).Array[0, 60];

    [Fact]
    public void Whatever_happens_nobody_overtakes_no_seat_is_given_twice_and_none_is_lost() => Gen.Select(Gen.Int[1, 4], Life).Sample((capacity, acts) =>
    {
        var queue = new Line(capacity);
        foreach (var (act, person, hours) in acts)
        {
            queue.Do(act, person, hours);
        }
    });

    [Fact]
    public void The_last_seat_goes_to_one_of_two_and_the_other_waits()
    {
        var session = Published(1);
        var (first, second) = (Asked(session, 1, Now), Asked(session, 2, Now.AddMinutes(1)));
        first.Approve(Supervisor, Now.AddMinutes(2));
        second.Approve(Supervisor, Now.AddMinutes(2));

        SeatQueue.Give(session, [second, first], Now.AddMinutes(2), First, new HashSet<Enrolment> { second, first });

        Assert.Equal((EnrolmentState.Enrolled, EnrolmentState.Waitlisted), (first.State, second.State));
    }

    [Fact]
    public void A_request_that_nobody_has_approved_is_passed_over_and_keeps_its_place()
    {
        var session = Published(1);
        var (early, seated, late) = (Asked(session, 1, Now), Seated(session, 2), Asked(session, 3, Now.AddMinutes(5)));
        late.Approve(Supervisor, Now.AddMinutes(6));
        early.Approve(Supervisor, Now.AddHours(1));
        seated.Withdraw(Own(seated), null, Now.AddHours(2));

        SeatQueue.Give(session, [seated, late, early], Now.AddHours(2), First);

        Assert.Equal((EnrolmentState.Offered, EnrolmentState.Waitlisted), (early.State, late.State));
    }

    [Fact]
    public void Mandatory_goes_before_voluntary_and_is_enrolled_without_an_offer()
    {
        var session = Published(1);
        var (seated, early) = (Seated(session, 1), Enrolment.Ask(session, 2, EnrolmentSource.Supervisor, false, 1, Now));
        var mandatory = Enrolment.Ask(session, 3, EnrolmentSource.Plan, true, 1, Now.AddHours(1));
        seated.Withdraw(Own(seated), null, Now.AddHours(2));

        SeatQueue.Give(session, [seated, early, mandatory], Now.AddHours(2), First);

        Assert.Equal((EnrolmentState.Waitlisted, EnrolmentState.Enrolled), (early.State, mandatory.State));
    }

    [Fact]
    public void A_withdrawal_while_an_offer_is_held_frees_its_own_seat_alone()
    {
        var session = Published(2);
        var (one, two) = (Seated(session, 1), Seated(session, 2));
        var (next, after) = (Enrolment.Ask(session, 3, EnrolmentSource.Supervisor, false, 1, Now), Enrolment.Ask(session, 4, EnrolmentSource.Supervisor, false, 1, Now.AddMinutes(1)));
        Enrolment[] all = [one, two, next, after];
        one.Withdraw(Own(one), null, Now.AddMinutes(2));
        SeatQueue.Give(session, all, Now.AddMinutes(2), First);

        next.Withdraw(Own(next), null, Now.AddMinutes(3));
        SeatQueue.Give(session, all, Now.AddMinutes(3), First);

        Assert.Equal(
            (EnrolmentState.Withdrawn, EnrolmentState.Enrolled, EnrolmentState.Withdrawn, EnrolmentState.Offered), (one.State, two.State, next.State, after.State));
    }

    [Fact]
    public void An_offer_runs_out_at_its_hour_and_the_next_is_offered_the_seat()
    {
        var (session, until) = (Published(1), Now.AddDays(1));
        var (seated, next, after) = (Seated(session, 1), Enrolment.Ask(session, 2, EnrolmentSource.Supervisor, false, 1, Now), Enrolment.Ask(session, 3, EnrolmentSource.Supervisor, false, 1, Now.AddMinutes(1)));
        seated.Withdraw(Own(seated), null, Now);
        SeatQueue.Give(session, [seated, next, after], Now, until);

        SeatQueue.Give(session, [seated, next, after], until.AddMilliseconds(-1), until);
        Assert.Equal(EnrolmentState.Offered, next.State);
        Assert.Equal(EnrolmentState.Withdrawn, next.StateAt(until));
        Assert.Equal(EnrolmentRefusals.OfferRanOut, Refused(() => next.Accept(Own(next), until)).Refusal);
        SeatQueue.Give(session, [seated, next, after], until, First);

        Assert.Equal((EnrolmentState.Withdrawn, WithdrawalCause.OfferRanOut), (next.State, next.WithdrawalCause));
        Assert.Equal((EnrolmentState.Offered, First), (after.State, after.OfferedUntil));
    }

    [Fact]
    public void When_the_session_begins_nobody_waits_any_longer()
    {
        var session = Published(1);
        var (seated, waiting, asked) = (Seated(session, 1), Enrolment.Ask(session, 2, EnrolmentSource.Supervisor, false, 1, Now), Asked(session, 3, Now));

        SeatQueue.Give(session, [seated, waiting, asked], First, First);

        Assert.Equal(EnrolmentState.Enrolled, seated.State);
        Assert.All([waiting, asked], x => Assert.Equal((EnrolmentState.Withdrawn, WithdrawalCause.SessionBegan), (x.State, x.WithdrawalCause)));
    }

    [Fact]
    public void A_changed_time_asks_those_again_who_come_of_their_own_accord()
    {
        var session = Published(3);
        var (voluntary, mandatory) = (Seated(session, 1), Seated(session, 2));
        mandatory.MakeMandatory(Hr, "岗位要求", Now);

        voluntary.AskAgain(1, Now, First);
        mandatory.AskAgain(1, Now, First);

        Assert.Equal((EnrolmentState.Offered, EnrolmentState.Enrolled), (voluntary.State, mandatory.State));
        Assert.True(SeatQueue.Holds(session, [voluntary, mandatory], Now));
    }

    private static Enrolment Asked(TrainingSession session, long employeeId, DateTimeOffset at) =>
        Enrolment.Ask(session, employeeId, EnrolmentSource.Self, false, employeeId, at);

    /// <summary>A session and its line under any order of acts; what the rules refuse changes nothing.</summary>
    private sealed class Line(int capacity)
    {
        private readonly TrainingSession _session = Published(capacity);
        private readonly List<Enrolment> _all = [];
        private DateTimeOffset _now = Now;

        public void Do(int act, int person, int hours)
        {
            _now = _now.AddHours(hours).AddMinutes(1);
            var own = _all.FindLast(x => x.EmployeeId == person && !SeatQueue.IsOver(x.StateAt(_now)));
            HashSet<Enrolment> reached = [];
            try
            {
                Act(act, person, own, reached);
            }
            catch (RuleViolation)
            {
                reached.Clear();
            }

            GiveAndCheck(reached);
        }

        private void Act(int act, int person, Enrolment? own, HashSet<Enrolment> reached)
        {
            switch (act)
            {
                case 0 or 1 when own is null:
                    _all.Add(Enrolment.Ask(_session, person, EnrolmentSource.Self, false, person, _now));
                    break;
                case 2 when own is null:
                    _all.Add(Enrolment.Ask(_session, person, EnrolmentSource.Supervisor, person % 3 == 0, 1, _now));
                    reached.Add(_all[^1]);
                    break;
                case 3 or 4 when own is not null:
                    own.Approve(Supervisor, _now);
                    reached.Add(own);
                    break;
                case 5:
                    own?.Decline(Supervisor, "忙", _now);
                    break;
                case 6:
                    own?.Withdraw(Hr, "忙", _now);
                    break;
                case 7 when own is not null:
                    own.Accept(Own(own), _now);
                    break;
                case 8 when own is not null:
                    own.Refuse(Own(own), _now);
                    break;
                case 9:
                    own?.MakeMandatory(Hr, "必须", _now);
                    break;
                case 11:
                    own?.TakeOverByPlan(1, _now);
                    break;
                case 12:
                    _all.ForEach(x => x.AskAgain(1, _now, _now.AddHours(24)));
                    break;
                case 10:
                    _session.Edit(Content(_session.Capacity + 1), _all.Count(x => SeatQueue.TakesSeat(x.State)), false, _now);
                    break;
            }
        }

        private void GiveAndCheck(HashSet<Enrolment> reached)
        {
            // The order as the rule says it: mandatory first, then whoever asked first.
            var waited = _all.FindAll(x => x.State == EnrolmentState.Waitlisted);
            waited.Sort((a, b) => a.IsMandatory != b.IsMandatory ? (a.IsMandatory ? -1 : 1) : a.RequestedAt.CompareTo(b.RequestedAt));
            SeatQueue.Give(_session, _all, _now, _now.AddHours(24) < First ? _now.AddHours(24) : First, reached);

            var taken = _all.Count(x => x.State is EnrolmentState.Offered or EnrolmentState.Enrolled);
            Assert.True(taken <= _session.Capacity, $"{taken} seats of {_session.Capacity}");
            Assert.False(taken < _session.Capacity && _now < First && _all.Exists(x => x.State == EnrolmentState.Waitlisted), "a seat is lost");
            Assert.True(SeatQueue.Holds(_session, _all, _now));
            var lastServed = waited.FindLastIndex(x => x.State is EnrolmentState.Offered or EnrolmentState.Enrolled);
            Assert.All(waited.Take(lastServed + 1), x => Assert.NotEqual(EnrolmentState.Waitlisted, x.State));
            Assert.All(_all, x => Assert.Equal(x.State == EnrolmentState.Offered, x.OfferedUntil is not null));
            Assert.All(_all.Where(x => x.IsMandatory), x => Assert.NotEqual(EnrolmentState.Offered, x.State));
        }
    }
}
