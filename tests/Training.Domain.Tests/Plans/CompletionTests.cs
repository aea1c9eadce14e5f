using CsCheck;
using Training.Domain.Courses;
using Training.Domain.Plans;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

public class CompletionTests
{
    private const long Employee = 55;
    private static readonly DateOnly Hired = new(2024, 3, 1);
    private static readonly DateOnly Today = new(2026, 7, 10);
    private static readonly CompletionContent Content = new(Today, CompletionResult.Excellent, 98.5m, " 签到表 ");

    [Fact]
    public void Hr_and_the_direct_supervisor_record_a_completion()
    {
        var completion = Recorded(Content, new(3, 30, true, false));

        Assert.Equal((Employee, 8, Today, 98.5m), (completion.EmployeeId, completion.CourseId, completion.CompletedOn, completion.Score));
        Assert.Equal(("签到表", 3), (completion.Evidence, completion.RecordedByAccountId));
        Assert.Equal(4, Recorded(Content, new(4, 40, false, true)).RecordedByAccountId);
    }

    [Fact]
    public void Nobody_records_a_completion_of_their_own_whatever_their_role()
    {
        Refused(CompletionRefusals.Own, () => Recorded(Content, new(3, Employee, true, true)));
        Refused(CompletionRefusals.NotYours, () => Recorded(Content, new(3, 30, false, false)));
    }

    [Fact]
    public void A_completion_lies_between_the_first_hire_and_today()
    {
        Refused(CompletionRefusals.InFuture, "completedOn", () => Recorded(Content with { CompletedOn = Today.AddDays(1) }));
        Refused(CompletionRefusals.BeforeHire, "completedOn", () => Recorded(Content with { CompletedOn = Hired.AddDays(-1) }));
        Assert.Equal(Hired, Recorded(Content with { CompletedOn = Hired }).CompletedOn);
    }

    [Fact]
    public void A_score_has_one_decimal_between_0_and_100()
    {
        Gen.Int[-500, 10_500].Sample(hundredths =>
        {
            var score = hundredths / 100m;
            var act = () => Recorded(Content with { Score = score });
            if (hundredths is >= 0 and <= 10_000 && hundredths % 10 == 0)
            {
                Assert.Equal(score, act().Score);
            }
            else
            {
                Refused(CompletionRefusals.ScoreOutOfRange, "score", () => act());
            }
        });
    }

    [Fact]
    public void The_completion_rule_of_the_course_is_kept_but_for_who_failed()
    {
        var (evidence, mark) = (Terms with { CompletionRule = CompletionRule.Evidence }, Terms with { CompletionRule = CompletionRule.PassMark, PassMark = 60m });

        Refused(CompletionRefusals.EvidenceMissing, "evidence", () => Recorded(Content with { Evidence = " " }, terms: evidence));
        Refused(CompletionRefusals.ScoreMissing, "score", () => Recorded(Content with { Score = null }, terms: mark));
        Refused(CompletionRefusals.BelowPassMark, "score", () => Recorded(Content with { Score = 59.9m }, terms: mark));
        Assert.Equal(60m, Recorded(Content with { Score = 60m }, terms: mark).Score);
        Assert.Null(Recorded(new(Today, CompletionResult.Failed, null, null), terms: mark).Score);
        Assert.Null(Recorded(new(Today, CompletionResult.Failed, null, null), terms: evidence).Evidence);
    }

    [Fact]
    public void A_completion_counts_from_its_day_to_the_last_day_of_its_validity()
    {
        Gen.Select(Gen.Int[1, 120], Gen.Int[-10, 4000]).Sample((months, days) =>
        {
            var completion = Recorded(Content, terms: Terms with { ValidityMonths = months });
            var day = Today.AddDays(days);
            Assert.Equal(day >= Today && day <= Today.AddMonths(months), completion.CountsOn(day));
        });
        Assert.True(Recorded(Content).CountsOn(Today.AddYears(100)));
    }

    [Fact]
    public void What_was_recorded_wrongly_is_put_right_by_whoever_may_record_it()
    {
        var completion = Recorded(Content, terms: Terms with { ValidityMonths = 12 });

        completion.Correct(Terms with { ValidityMonths = 12 }, new(Hired, CompletionResult.Failed, null, null), new(4, 40, false, true, 41), Hired, Today);

        Assert.Equal((Hired, Hired.AddMonths(12), CompletionResult.Failed), (completion.CompletedOn, completion.ValidUntil, completion.Result));
        Assert.Equal((4, 41), (completion.RecordedByAccountId, completion.RecordedForId));
        Refused(CompletionRefusals.Own, () => completion.Correct(Terms, Content, new(5, Employee, true, false), Hired, Today));
        Refused(CompletionRefusals.NotYours, () => completion.Attach(7, new(5, 50, false, false)));
        Assert.Null(completion.Attach(7, new(3, 30, true, false)));
        Assert.Equal(7, completion.Attach(8, new(3, 30, true, false)));
    }

    private static readonly CourseTerms Terms = new(1, CompletionRule.Participation, null, null);

    private static Completion Recorded(CompletionContent content, CompletionRecorder? by = null, CourseTerms? terms = null) =>
        Completion.Record(Employee, 8, terms ?? Terms, content, by ?? new(3, 30, true, false), Hired, Today, Now);
}
