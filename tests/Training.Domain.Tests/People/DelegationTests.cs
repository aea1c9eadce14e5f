using Training.Domain.People;

namespace Training.Domain.Tests.People;

public sealed class DelegationTests
{
    private static readonly DateOnly Monday = new(2026, 3, 2);

    [Fact]
    public void A_deputy_is_another_person_for_at_most_a_year()
    {
        var sunday = Monday.AddDays(-1);
        var delegation = Delegation.Create(1, 2, Monday, Monday, sunday);

        Someone.Refuses(DelegationRefusals.ToOneself, () => delegation.Edit(1, Monday, Monday, sunday));
        Someone.Refuses(DelegationRefusals.SpanOutOfRange, () => delegation.Edit(2, Monday, Monday.AddDays(-1), sunday));
        Someone.Refuses(DelegationRefusals.SpanOutOfRange, () => delegation.Edit(2, Monday, Monday.AddDays(366), sunday));
        delegation.Edit(3, Monday, Monday.AddDays(365), sunday);

        Assert.Equal([false, true, true, false], new[] { -1, 0, 365, 366 }.Select(x => delegation.HoldsOn(Monday.AddDays(x))));
    }

    [Fact]
    public void Who_acted_on_past_days_stands()
    {
        Someone.Refuses(DelegationRefusals.InThePast, () => Delegation.Create(1, 2, Monday.AddDays(-1), Monday, Monday));
        var delegation = Delegation.Create(1, 2, Monday, Monday.AddDays(4), Monday);
        var tuesday = Monday.AddDays(1);

        Someone.Refuses(DelegationRefusals.Begun, () => delegation.Edit(3, Monday, Monday.AddDays(4), tuesday));
        Someone.Refuses(DelegationRefusals.Begun, () => delegation.Edit(2, tuesday, Monday.AddDays(4), tuesday));
        Someone.Refuses(DelegationRefusals.InThePast, () => delegation.Edit(2, Monday, Monday, tuesday));
        Someone.Refuses(DelegationRefusals.Begun, () => delegation.RefuseDeletion(tuesday));
        // On the first day too: the deputy may have acted this morning.
        Someone.Refuses(DelegationRefusals.Begun, () => delegation.RefuseDeletion(Monday));
        Someone.Refuses(DelegationRefusals.Begun, () => delegation.Edit(3, Monday, Monday.AddDays(4), Monday));
        delegation.RefuseDeletion(Monday.AddDays(-1));
        delegation.Edit(2, Monday, tuesday, tuesday);

        Assert.Equal((2L, Monday, tuesday), (delegation.DeputyId, delegation.From, delegation.To));
    }

    [Fact]
    public void Ending_makes_today_the_last_day_of_one_that_runs()
    {
        var delegation = Delegation.Create(1, 2, Monday, Monday.AddDays(4), Monday.AddDays(-1));

        Someone.Refuses(DelegationRefusals.NotBegun, () => delegation.End(Monday.AddDays(-1)));
        delegation.End(Monday.AddDays(2));

        Assert.Equal(Monday.AddDays(2), delegation.To);
        Someone.Refuses(DelegationRefusals.Over, () => delegation.End(Monday.AddDays(3)));
        Someone.Refuses(DelegationRefusals.Over, () => delegation.Edit(2, Monday, Monday.AddDays(9), Monday.AddDays(3)));
    }
}
