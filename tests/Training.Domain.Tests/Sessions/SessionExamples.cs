using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Domain.Tests.Sessions;

/// <summary>Sessions and enrolments for tests: two meetings, 9 to 12 on 9 and 10 March 2026 in UTC.</summary>
internal static class SessionExamples
{
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset First = new(2026, 3, 9, 9, 0, 0, TimeSpan.Zero);
    public static readonly DateTimeOffset Over = First.AddDays(2);
    public static readonly EnrolmentActor Hr = new(1, 900, IsHumanResources: true, IsDirectSupervisor: false);
    public static readonly EnrolmentActor Supervisor = new(2, 901, IsHumanResources: false, IsDirectSupervisor: true);
    public static readonly EnrolmentActor Trainer = new(3, 902, IsHumanResources: false, IsDirectSupervisor: false, IsTrainer: true);
    public static readonly OutcomeMarks Usual = new(new Dictionary<EvaluationMeasure, MarkBand>(), null);

    public static SessionContent Content(int capacity = 2, params MeetingContent[] meetings) => new(
        7, 1, null, "A 101", 902, null, capacity, 0, true, meetings.Length > 0 ? meetings : [Meeting(1, First, 180), Meeting(2, First.AddDays(1), 180)], null,
        [new(SurveyQuestionKind.Scale, new Bilingual("好吗", null)), new(SurveyQuestionKind.Text, new Bilingual("还有", null))]);

    public static MeetingContent Meeting(int number, DateTimeOffset at, int minutes) =>
        new(number, at, at.AddMinutes(minutes), DateOnly.FromDateTime(at.UtcDateTime));

    public static TrainingSession Published(int capacity = 2, params MeetingContent[] meetings)
    {
        var session = TrainingSession.Draft("s-1", Content(capacity, meetings));
        session.Publish(Now);
        return session;
    }

    public static EnrolmentActor Own(Enrolment enrolment) => new(enrolment.EmployeeId, enrolment.EmployeeId, false, false);

    /// <summary>Somebody with a seat.</summary>
    public static Enrolment Seated(TrainingSession session, long employeeId = 55)
    {
        var enrolment = Enrolment.Ask(session, employeeId, EnrolmentSource.Supervisor, false, 1, Now);
        SeatQueue.Give(session, [enrolment], Now, First, new HashSet<Enrolment> { enrolment });
        return enrolment;
    }

    public static CompletionFacts Facts(TrainingSession session, CourseTerms? terms = null, OutcomeMarks? marks = null) => new(
        terms ?? new CourseTerms(1, CompletionRule.Participation, null, null), marks ?? Usual, [.. session.Meetings.Select(x => x.Minutes)], session.LastOn);

    public static (Refusal Refusal, string? Field) Refused(Action act)
    {
        var refused = Assert.Throws<RuleViolation>(act);
        return (refused.Refusal, refused.Field);
    }
}
