using Training.Domain.Calendars;
using Training.Domain.Rules;
using Training.Domain.Sessions;
using static Training.Domain.Tests.Sessions.SessionExamples;

namespace Training.Domain.Tests.Sessions;

public class SessionTests
{
    [Fact]
    public void A_session_is_refused_by_the_member_that_is_wrong()
    {
        Is(SessionRefusals.CapacityOutOfRange, "capacity", Content(0));
        Is(SessionRefusals.CapacityOutOfRange, "capacity", Content(5) with { Minimum = 6 });
        Is(SessionRefusals.OneTrainer, "trainerId", Content() with { TrainerName = "外聘" });
        Is(SessionRefusals.OneTrainer, "trainerId", Content() with { TrainerId = null, TrainerName = " " });
        Is(SessionRefusals.MeetingLength, "meetings[0].endsAt", Content(2, Meeting(1, First, 4)));
        Is(SessionRefusals.MeetingLength, "meetings[0].endsAt", Content(2, Meeting(1, First, 721)));
        Is(SessionRefusals.MeetingLength, "meetings[0].endsAt", Content(2, Meeting(1, First.AddSeconds(30), 60)));
        Is(SessionRefusals.MeetingNumbers, "meetings[1].number", Content(2, Meeting(1, First, 60), Meeting(1, First.AddDays(1), 60)));
        Is(SessionRefusals.MeetingsOverlap, "meetings", Content(2, Meeting(2, First, 60), Meeting(1, First.AddMinutes(59), 60)));
        Is(SessionRefusals.SurveyQuestion, "survey[0].textZh", Content() with { Survey = [new(SurveyQuestionKind.Text, new Bilingual(" ", null))] });
        Assert.Equal(2, TrainingSession.Draft("s", Content(2, Meeting(1, First, 60), Meeting(2, First.AddMinutes(60), 60))).Meetings.Count);
    }

    [Fact]
    public void What_is_published_keeps_its_course_its_taken_seats_and_what_has_begun()
    {
        var session = Published();
        var inFirst = First.AddMinutes(1);

        Assert.Equal(SessionRefusals.CourseFixed, Refused(() => session.Edit(Content() with { CourseId = 8 }, 0, false, Now)).Refusal);
        Assert.Equal(SessionRefusals.CapacityTaken, Refused(() => session.Edit(Content(1), 2, false, Now)).Refusal);
        Assert.Equal(SessionRefusals.MeetingBegun, Refused(() => session.Edit(Content(2, Meeting(2, First.AddDays(1), 180)), 0, false, inFirst)).Refusal);
        Assert.Equal(SessionRefusals.SurveyFixed, Refused(() => session.Edit(Content() with { Survey = [] }, 0, true, Now)).Refusal);
        Assert.Equal(
            SessionRefusals.InPast, Refused(() => session.Edit(Content(2, Meeting(1, First, 180), Meeting(2, First.AddHours(-5), 60)), 0, false, inFirst)).Refusal);
        Assert.False(session.Edit(Content(9), 2, false, Now));
        Assert.True(session.Edit(Content(9, Meeting(1, First, 180), Meeting(2, First.AddDays(3), 180)), 2, false, inFirst));
        Assert.Equal((9, First.AddDays(3).AddHours(3)), (session.Capacity, session.EndsAt));
    }

    [Fact]
    public void It_is_announced_before_it_begins_and_completed_after_it_is_over_and_recorded()
    {
        var draft = TrainingSession.Draft("s-2", Content());
        Assert.Equal(SessionRefusals.InPast, Refused(() => draft.Publish(First)).Refusal);
        var session = Published();

        Assert.Equal(SessionRefusals.NotOver, Refused(() => session.Complete([], First)).Refusal);
        Assert.Equal(SessionRefusals.AttendanceMissing, Refused(() => session.Complete(["0007"], Over)).Refusal);
        Assert.Equal(SessionRefusals.NotInThisState, Refused(() => session.RefuseUnlessDeletable()).Refusal);
        session.Complete([], Over);

        Assert.Equal(SessionState.Completed, session.State);
        Assert.Equal(SessionRefusals.NotInThisState, Refused(() => session.Cancel("停电", Over)).Refusal);
        Assert.Equal(SessionRefusals.Started, Refused(() => Published().Cancel("停电", First)).Refusal);
    }

    [Fact]
    public void A_weak_result_or_an_absence_without_an_excuse_orders_retraining_and_an_excuse_does_not()
    {
        var (session, calendar) = (Published(5), WorkingCalendar.Of([], []));
        var (weak, absent, excused) = (Seated(session, 1), Seated(session, 2), Seated(session, 3));
        Attend(weak, AttendanceStatus.Present);
        weak.Score(new SessionResults(59.9m, null, null), Trainer);
        Attend(absent, AttendanceStatus.Absent);
        Attend(excused, AttendanceStatus.Excused);
        foreach (var enrolment in new[] { weak, absent, excused })
        {
            enrolment.Settle(Facts(session), 3, Over);
        }

        Assert.Equal(
            [RetrainingCause.WeakResult, RetrainingCause.UnexcusedAbsence, null], new[] { weak, absent, excused }.Select(RetrainingOrder.CauseOf));
        var order = RetrainingOrder.Of(weak, session, 5, RetrainingCause.WeakResult, 901, new DateOnly(2026, 3, 11), calendar);
        Assert.Equal(new DateOnly(2026, 4, 8), order.DueOn);
        Assert.Equal((false, true), (order.IsOverdueOn(order.DueOn), order.IsOverdueOn(order.DueOn.AddDays(1))));

        void Attend(Enrolment enrolment, AttendanceStatus status)
        {
            enrolment.Attend(session.Meeting(1), new AttendanceEntry(status, null), Trainer, Over);
            enrolment.Attend(session.Meeting(2), new AttendanceEntry(status, null), Trainer, Over);
        }
    }

    [Fact]
    public void A_retraining_order_is_closed_by_HR_supervisor_or_coach_and_cancelled_by_HR()
    {
        var (session, day) = (Published(5), new DateOnly(2026, 3, 11));
        var (coach, hr, supervisor) = (new RetrainingActor(4, 77, false, false), new RetrainingActor(1, 900, true, false), new RetrainingActor(2, 901, false, true));
        RetrainingOrder Order() => RetrainingOrder.Of(Seated(session), session, 5, RetrainingCause.WeakResult, 77, day, WorkingCalendar.Of([], []));
        var order = Order();

        Assert.Equal(RetrainingRefusals.Own, Refused(() => order.Close(RetrainingState.Passed, null, coach with { EmployeeId = 55 }, day)).Refusal);
        Assert.Equal(RetrainingRefusals.NotYours, Refused(() => order.Close(RetrainingState.Passed, null, coach with { EmployeeId = 78 }, day)).Refusal);
        Assert.Equal(RetrainingRefusals.NotYours, Refused(() => order.Edit(78, day, null, coach, day)).Refusal);
        Assert.Equal(RetrainingRefusals.NotYours, Refused(() => order.Close(RetrainingState.Cancelled, null, supervisor, day)).Refusal);
        Assert.Equal((RetrainingRefusals.OutcomeOpen, "outcome"), Refused(() => order.Close(RetrainingState.Open, null, hr, day)));
        Assert.Equal((RetrainingRefusals.CoachIsPerson, "coachId"), Refused(() => order.Edit(55, day, null, hr, day)));
        Assert.Equal((RetrainingRefusals.DueInPast, "dueOn"), Refused(() => order.Edit(77, day.AddDays(-1), null, supervisor, day)));
        order.Close(RetrainingState.NotPassed, "仍需练习", coach, day);
        Assert.Equal((RetrainingState.NotPassed, day, "仍需练习"), (order.State, order.ClosedOn, order.Remark));
        Assert.Equal(RetrainingRefusals.NotOpen, Refused(() => order.Close(RetrainingState.Passed, null, hr, day)).Refusal);
        var other = Order();
        other.Close(RetrainingState.Cancelled, null, hr, day);
        Assert.False(other.MayBeClosedBy(hr));
    }

    private static void Is(Refusal refusal, string field, SessionContent content) =>
        Assert.Equal((refusal, field), Refused(() => TrainingSession.Draft("s", content)));
}
