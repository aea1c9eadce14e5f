using Training.Domain.Kpis;
using Training.Domain.Tests.People;

namespace Training.Domain.Tests.Kpis;

public sealed class CorrectionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly MeasuredValue Old = new(90, 12);

    [Theory]
    [InlineData(CorrectionState.Queued, "Accept,Leave")]
    [InlineData(CorrectionState.Accepted, "")]
    [InlineData(CorrectionState.Left, "")]
    public void Each_state_has_its_acts(CorrectionState state, string acts) => Assert.Equal(acts, string.Join(',', CorrectionLife.Table.From(state)));

    [Fact]
    public void What_waits_is_accepted_or_left_by_who_may_decide_and_what_is_decided_is_not()
    {
        var (accepted, left) = (Queued(), Queued());
        Assert.Equal([CorrectionAct.Accept, CorrectionAct.Leave], accepted.AllowedActions(Old, mayDecide: true));
        Assert.Empty(accepted.AllowedActions(Old, mayDecide: false));

        accepted.Accept(Old, 7, "已核对", Now);
        left.Leave(null, null, Now);

        Assert.Equal((CorrectionState.Accepted, CorrectionState.Left), (accepted.State, left.State));
        foreach (var decided in new[] { accepted, left })
        {
            Assert.Empty(decided.AllowedActions(Old, mayDecide: true));
            Someone.Refuses(MeasurementRefusals.Decided, () => decided.Accept(Old, 7, null, Now));
            Someone.Refuses(MeasurementRefusals.Decided, () => decided.Leave(7, null, Now));
        }
    }

    [Fact]
    public void What_is_another_figure_today_can_only_be_left()
    {
        var queued = Queued();

        Assert.Equal([CorrectionAct.Leave], queued.AllowedActions(null, mayDecide: true));
        Someone.Refuses(MeasurementRefusals.Outdated, () => queued.Accept(null, 7, null, Now));
        Assert.Equal(CorrectionState.Queued, queued.State);
    }

    private static Correction Queued()
    {
        var period = MeasuredPeriod.Month(new(2025, 12, 1));
        return Correction.Queue(
            new(1, null, 2, period.From, period.To), period.Kind, Old, new(95, 12), new(7, Now, new(MeasurementSource.Manual, null, false), null));
    }
}
