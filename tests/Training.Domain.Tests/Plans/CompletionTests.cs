using CsCheck;
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

    private static Completion Recorded(CompletionContent content, CompletionRecorder? by = null) =>
        Completion.Record(Employee, 8, content, by ?? new(3, 30, true, false), Hired, Today, Now);
}
