using Training.Domain.Rules;

namespace Training.Domain.Tests.Rules;

public class TransitionsTests
{
    private enum Door
    {
        Open,
        Shut,
        Locked,
    }

    private enum Move
    {
        Close,
        Open,
        Lock,
        Unlock,
    }

    private static readonly Transitions<Door, Move> Table = new(
        Refusal.State("door.notNow"),
        (Door.Shut, Move.Lock, Door.Locked),
        (Door.Open, Move.Close, Door.Shut),
        (Door.Shut, Move.Open, Door.Open),
        (Door.Locked, Move.Unlock, Door.Shut));

    [Fact]
    public void Every_pair_of_state_and_act_has_a_next_state_or_is_refused_naming_both()
    {
        foreach (var state in Enum.GetValues<Door>())
        {
            foreach (var act in Enum.GetValues<Move>())
            {
                var row = Table.Rows.Where(x => x.From == state && x.Act == act).ToList();
                Assert.Equal(row.Count == 1, Table.Allows(state, act));
                if (row.Count == 1)
                {
                    Assert.Equal(row[0].To, Table.Next(state, act));
                    continue;
                }

                var refused = Assert.Throws<RuleViolation>(() => Table.Next(state, act));
                Assert.Equal("door.notNow", refused.Refusal.Code);
                Assert.Equal([("state", (object?)state), ("act", act)], refused.Values);
            }
        }
    }

    [Fact]
    public void The_acts_of_a_state_come_in_the_order_of_the_enum()
    {
        Assert.Equal([Move.Open, Move.Lock], Table.From(Door.Shut));
        Assert.Equal([Move.Unlock], Table.From(Door.Locked));
    }

    [Fact]
    public void A_relation_narrows_the_acts_of_a_state()
    {
        Assert.Equal([Move.Open], Table.AllowedActions(Door.Shut, "guest", (who, act) => who == "owner" || act != Move.Lock));
        Assert.Equal([Move.Open, Move.Lock], Table.AllowedActions(Door.Shut, "owner", (who, act) => who == "owner" || act != Move.Lock));
    }

    [Fact]
    public void A_table_with_two_ends_for_one_act_cannot_be_made() =>
        Assert.Throws<ArgumentException>(() => new Transitions<Door, Move>(
            Refusal.State("door.notNow"), (Door.Open, Move.Close, Door.Shut), (Door.Open, Move.Close, Door.Locked)));
}
