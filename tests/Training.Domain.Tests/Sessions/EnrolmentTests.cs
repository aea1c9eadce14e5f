using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Sessions;
using static Training.Domain.Tests.Sessions.SessionExamples;

namespace Training.Domain.Tests.Sessions;

public class EnrolmentTests
{
    private readonly TrainingSession _session = Published(5);

    [Fact]
    public void Only_the_direct_supervisor_approves_and_never_their_own()
    {
        var asked = Enrolment.Ask(_session, 901, EnrolmentSource.Self, false, 2, Now);

        Assert.Equal(EnrolmentRefusals.NotYours, Refused(() => asked.Approve(Hr, Now)).Refusal);
        Assert.Equal(EnrolmentRefusals.Own, Refused(() => asked.Approve(Supervisor, Now)).Refusal);
        asked.Approve(Supervisor with { EmployeeId = 77 }, Now);

        Assert.Equal([EnrolmentState.Requested, EnrolmentState.Approved, EnrolmentState.Waitlisted], asked.Steps.Select(x => x.State));
    }

    [Fact]
    public void What_is_mandatory_is_given_up_by_supervisor_or_HR_with_the_reason_alone()
    {
        var seated = Seated(_session);
        seated.MakeMandatory(Hr, "上岗要求", Now);

        Assert.Equal(EnrolmentRefusals.AlreadyMandatory, Refused(() => seated.MakeMandatory(Hr, "再来", Now)).Refusal);
        Assert.Equal(EnrolmentRefusals.Mandatory, Refused(() => seated.Withdraw(Own(seated), "忙", Now)).Refusal);
        Assert.Equal((EnrolmentRefusals.ReasonMissing, "reason"), Refused(() => seated.Withdraw(Supervisor, " ", Now)));
        seated.Withdraw(Supervisor, "项目上线", Now);

        Assert.Equal((EnrolmentState.Withdrawn, WithdrawalCause.Withdrawn, "项目上线"), (seated.State, seated.WithdrawalCause, seated.Reason));
    }

    [Theory]
    [InlineData(144, EnrolmentState.Failed)]
    [InlineData(145, EnrolmentState.Completed)]
    public void Minutes_at_the_exact_share_of_the_rule_complete_the_course(int minutes, EnrolmentState state)
    {
        // 80 % of 181 minutes are 144.8: 145 are needed.
        var session = Published(1, Meeting(1, First, 181));
        var seated = Seated(session);
        seated.Attend(session.Meeting(1), new AttendanceEntry(AttendanceStatus.LeftEarly, minutes), Trainer, Over);

        var check = seated.Settle(Facts(session), 3, Over);

        Assert.Equal(state, seated.State);
        Assert.Equal(state == EnrolmentState.Completed ? [] : [new MissingPart(Missing.AttendanceShare, minutes, 145, true)], check.Parts);
    }

    [Fact]
    public void What_is_missing_is_named_until_nothing_is()
    {
        var (seated, terms) = (Seated(_session), new CourseTerms(1, CompletionRule.PassMark, 60, 12, 80, RequiresSurvey: true, RequiresSignOff: true));
        var facts = Facts(_session, terms);
        Assert.Equal([Missing.Attendance, Missing.Result, Missing.Survey, Missing.SignOff], CompletionCheck.Of(seated, facts).Parts.Select(x => x.Missing));

        Present(seated);
        seated.Score(new SessionResults(60, null, 20), Trainer);
        seated.SignOff(Trainer, Over);

        // The stage quiz is weak by the usual marks, below the pass mark of 60, and that does not mend by waiting.
        Assert.Equal([Missing.WeakResult, Missing.Survey], seated.Settle(facts, 3, Over).Parts.Select(x => x.Missing));
        Assert.Equal(EnrolmentState.Failed, seated.State);
        seated.Score(new SessionResults(60, null, 60), Trainer);
        Assert.Equal([Missing.Survey], seated.Settle(facts, 3, Over).Parts.Select(x => x.Missing));
        Assert.Equal(EnrolmentState.Attended, seated.State);
        seated.Answer(_session, new SurveyContent([new SurveyValue(5, null), new SurveyValue(null, "好")]), Own(seated), Over);
        Assert.True(seated.Settle(facts, 3, Over).IsMet);
        Assert.Equal((EnrolmentState.Completed, SessionOutcome.Passed, 60m), (seated.State, seated.Outcome, seated.Results.Score));
    }

    [Fact]
    public void Below_the_pass_mark_nothing_is_completed()
    {
        var (seated, facts) = (Seated(_session), Facts(_session, new CourseTerms(1, CompletionRule.PassMark, 60, null)));
        Present(seated);
        seated.Score(new SessionResults(95, 59.9m, null), Trainer);

        Assert.Equal([new MissingPart(Missing.PassMark, 59.9m, 60, true)], seated.Settle(facts, 3, Over).Parts);
        Assert.Equal(EnrolmentState.Failed, seated.State);
    }

    [Fact]
    public void Results_are_judged_by_the_marks_of_the_plan_scaled_to_a_hundred()
    {
        var plan = Plan.Draft("P", Plans.PlanExamples.Content(Plans.PlanExamples.Item(0)) with
        {
            Evaluation =
            [
                new EvaluationPartContent(new("理论", null), 50, 45, 35, EvaluationMeasure.Theory),
                new EvaluationPartContent(new("口碑", null), 10, 9, 6),
            ],
        }, new PlanActor(1, null));
        var marks = OutcomeMarks.Of(plan.Evaluation, null);

        Assert.Equal(new MarkBand(90, 70), marks.BandOf(EvaluationMeasure.Theory));
        Assert.Equal(new MarkBand(90, 60), marks.BandOf(EvaluationMeasure.Practical));
        Assert.Equal(SessionOutcome.Weak, marks.Judge(new SessionResults(69.9m, 100, null)));
        Assert.Equal(SessionOutcome.Passed, marks.Judge(new SessionResults(70, 100, null)));
        Assert.Equal(SessionOutcome.Excellent, marks.Judge(new SessionResults(90, 90, null)));
        Assert.Null(marks.Judge(SessionResults.None));

        // Below the pass mark of the course every test is weak, whatever the plan says.
        Assert.Equal(SessionOutcome.Weak, OutcomeMarks.Of(plan.Evaluation, 80).Judge(new SessionResults(79.9m, 100, null)));
    }

    [Fact]
    public void A_correction_keeps_the_old_value_and_the_state_follows()
    {
        var seated = Seated(_session);
        Present(seated);
        seated.Settle(Facts(_session), 3, Over);
        Assert.Equal(EnrolmentState.Completed, seated.State);

        Assert.False(seated.Attend(_session.Meeting(2), new AttendanceEntry(AttendanceStatus.Present, null), Hr, Over));
        Attend(seated, 1, AttendanceStatus.Absent);
        Attend(seated, 2, AttendanceStatus.Excused);
        seated.Settle(Facts(_session), 3, Over);

        Assert.Equal(EnrolmentState.Absent, seated.State);
        Assert.True(seated.HasUnexcusedAbsence);
        Assert.Equal(
            [(AttendanceStatus.Present, 180, AttendanceStatus.Absent, 0), (AttendanceStatus.Present, 180, AttendanceStatus.Excused, 0)],
            seated.Corrections.Select(x => (x.OldStatus, x.OldMinutes, x.NewStatus, x.NewMinutes)));
    }

    [Theory]
    [InlineData(AttendanceStatus.Present, 179, 180, 180)]
    [InlineData(AttendanceStatus.Late, 180, 1, 179)]
    [InlineData(AttendanceStatus.LeftEarly, null, 1, 179)]
    [InlineData(AttendanceStatus.Absent, 5, 0, 0)]
    [InlineData(AttendanceStatus.Excused, -1, 0, 0)]
    public void Minutes_fit_the_status(AttendanceStatus status, int? minutes, int least, int most)
    {
        var refused = Assert.Throws<Domain.Rules.RuleViolation>(
            () => Seated(_session).Attend(_session.Meeting(1), new AttendanceEntry(status, minutes), Trainer, Over, "entries[3]."));

        Assert.Equal((AttendanceRefusals.Minutes, "entries[3].minutes"), (refused.Refusal, refused.Field));
        Assert.Contains(("min", least), refused.Values);
        Assert.Contains(("max", most), refused.Values);
    }

    [Fact]
    public void Nobody_records_their_own_and_nothing_before_the_meeting_or_without_a_seat()
    {
        var (seated, asked) = (Seated(_session, 902), Enrolment.Ask(_session, 56, EnrolmentSource.Self, false, 1, Now));
        var present = new AttendanceEntry(AttendanceStatus.Present, null);

        Assert.Equal(EnrolmentRefusals.Own, Refused(() => seated.Attend(_session.Meeting(1), present, Trainer, Over)).Refusal);
        Assert.Equal(SessionRefusals.NotItsTrainer, Refused(() => seated.Score(SessionResults.None, Supervisor)).Refusal);
        Assert.Equal(AttendanceRefusals.TooEarly, Refused(() => seated.Attend(_session.Meeting(1), present, Hr, First.AddSeconds(-1))).Refusal);
        Assert.Equal(AttendanceRefusals.NoSeat, Refused(() => asked.Attend(_session.Meeting(1), present, Hr, Over)).Refusal);
        Assert.Equal(ResultRefusals.NoSeat, Refused(() => asked.Score(SessionResults.None, Hr)).Refusal);
        Assert.Equal((ResultRefusals.OutOfRange, "theory"), Refused(() => seated.Score(new SessionResults(100.1m, null, null), Hr)));
        Assert.Equal((ResultRefusals.OutOfRange, "stageQuiz"), Refused(() => seated.Score(new SessionResults(null, null, 50.55m), Hr)));
    }

    [Fact]
    public void A_survey_is_answered_once_after_the_session_by_who_was_there()
    {
        var (seated, absent) = (Seated(_session), Seated(_session, 56));
        Present(seated);
        Attend(absent, 1, AttendanceStatus.Absent);
        Attend(absent, 2, AttendanceStatus.Absent);
        absent.Settle(Facts(_session), 3, Over);
        var content = new SurveyContent([new SurveyValue(4, null), new SurveyValue(null, null)]);

        Assert.Equal(SessionRefusals.NotOver, Refused(() => seated.Answer(_session, content, Own(seated), First)).Refusal);
        Assert.Equal(EnrolmentRefusals.NotOwn, Refused(() => seated.Answer(_session, content, Hr, Over)).Refusal);
        Assert.Equal(SurveyRefusals.NotAttended, Refused(() => absent.Answer(_session, content, Own(absent), Over)).Refusal);
        Assert.Equal((SurveyRefusals.AnswerCount, "answers"), Refused(() => seated.Answer(_session, new SurveyContent([]), Own(seated), Over)));
        Assert.Equal(
            (SurveyRefusals.Answer, "answers[0]"),
            Refused(() => seated.Answer(_session, new SurveyContent([new SurveyValue(6, null), new SurveyValue(null, "")]), Own(seated), Over)));
        seated.Answer(_session, content, Own(seated), Over);
        Assert.Equal(SurveyRefusals.AlreadyAnswered, Refused(() => seated.Answer(_session, content, Own(seated), Over)).Refusal);
    }

    [Fact]
    public void A_survey_is_summed_up_from_five_answers()
    {
        var answers = Enumerable.Range(1, 5).Select(x =>
        {
            var seated = Seated(_session, x);
            return seated.Answer(_session, new SurveyContent([new SurveyValue(x == 5 ? 5 : 4, null), new SurveyValue(null, $"第{x}")]), Own(seated), Over);
        }).ToList();

        Assert.Empty(SurveySummary.Of(_session.Survey, [.. answers.Take(4)]));
        Assert.Equal(4.2m, SurveySummary.Of(_session.Survey, [.. answers, answers[4]])[0].Mean);
        var summary = SurveySummary.Of(_session.Survey, answers);

        Assert.Equal(4.2m, summary[0].Mean);
        Assert.Equal([0, 0, 0, 4, 1], summary[0].Counts);
        Assert.Equal(5, summary[1].Texts.Count);
    }

    private void Present(Enrolment enrolment)
    {
        Attend(enrolment, 1, AttendanceStatus.Present);
        Attend(enrolment, 2, AttendanceStatus.Present);
    }

    private void Attend(Enrolment enrolment, int meeting, AttendanceStatus status) =>
        enrolment.Attend(_session.Meeting(meeting), new AttendanceEntry(status, null), Trainer, Over);
}
