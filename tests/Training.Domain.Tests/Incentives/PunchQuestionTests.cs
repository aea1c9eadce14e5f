using Training.Domain.Incentives;
using Training.Domain.Tests.People;

namespace Training.Domain.Tests.Incentives;

public sealed class PunchQuestionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly EventActor Supervisor = new(2, 102, IsHumanResources: false, MayDecide: false);

    [Theory]
    [InlineData(PunchQuestionState.Open, "Answer,Settle")]
    [InlineData(PunchQuestionState.Answered, "")]
    [InlineData(PunchQuestionState.Settled, "")]
    public void Each_state_has_its_acts(PunchQuestionState state, string acts) => Assert.Equal(acts, string.Join(',', PunchQuestionLife.Table.From(state)));

    [Fact]
    public void People_answer_and_a_file_settles_what_is_open_and_nothing_else()
    {
        var (answered, settled) = (Asked(), Asked());
        Assert.Equal([PunchQuestionAct.Answer], answered.AllowedActions(mayAnswer: true));
        Assert.Empty(answered.AllowedActions(mayAnswer: false));

        answered.AnswerWith(PunchAnswer.OnTime, null, null, Supervisor, Now);
        settled.Settle();

        Assert.Equal((PunchQuestionState.Answered, PunchQuestionState.Settled), (answered.State, settled.State));
        Someone.Refuses(PunchQuestionRefusals.NotInThisState, answered.Settle);
        Someone.Refuses(PunchQuestionRefusals.NotInThisState, settled.Settle);
        Assert.Empty(settled.AllowedActions(mayAnswer: true));
    }

    private static PunchQuestion Asked() => PunchQuestion.Ask(1, new(2026, 3, 2), MissingPunch.Out, Now);
}
