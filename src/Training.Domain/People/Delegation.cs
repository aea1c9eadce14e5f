using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>A span of days, both ends included, in which a deputy acts for a supervisor.</summary>
public sealed class Delegation : IVersioned
{
    /// <summary>The longest span, in days.</summary>
    public const int MostDays = 366;

    private Delegation()
    {
    }

    public long Id { get; private set; }

    public long SupervisorId { get; private set; }

    public long DeputyId { get; private set; }

    public DateOnly From { get; private set; }

    public DateOnly To { get; private set; }

    public int Version { get; private set; }

    /// <summary>Refused: a deputy who is the supervisor; a span that ends before it begins or is longer than
    /// <see cref="MostDays"/>; one that begins before today.</summary>
    public static Delegation Create(long supervisorId, long deputyId, DateOnly from, DateOnly to, DateOnly today)
    {
        var created = new Delegation { SupervisorId = supervisorId };
        created.Take(deputyId, from, to);
        RefusePast("from", from, today);
        return created;
    }

    /// <summary>Another deputy or span; who acted on past days stands. Refused: as in <see cref="Create"/>; one that is over;
    /// another deputy or first day once it has begun.</summary>
    public void Edit(long deputyId, DateOnly from, DateOnly to, DateOnly today)
    {
        RefuseOver(today);
        if (From <= today)
        {
            if (deputyId != DeputyId || from != From)
            {
                throw DelegationRefusals.Begun.At(deputyId != DeputyId ? "deputyId" : "from", ("from", From));
            }

            RefusePast("to", to, today);
        }
        else
        {
            RefusePast("from", from, today);
        }

        Take(deputyId, from, to);
    }

    /// <summary>Today is the last day. Refused: one that is over or has not begun.</summary>
    public void End(DateOnly today)
    {
        RefuseOver(today);
        To = From <= today ? today : throw DelegationRefusals.NotBegun.With(("from", From));
    }

    /// <summary>To be asked before it is deleted. Refused: one that has begun.</summary>
    public void RefuseDeletion(DateOnly today)
    {
        if (From <= today)
        {
            throw DelegationRefusals.Begun.With(("from", From));
        }
    }

    public bool HoldsOn(DateOnly day) => From <= day && day <= To;

    private static void RefusePast(string field, DateOnly day, DateOnly today)
    {
        if (day < today)
        {
            throw DelegationRefusals.InThePast.At(field, ("day", day), ("today", today));
        }
    }

    private void RefuseOver(DateOnly today)
    {
        if (To < today)
        {
            throw DelegationRefusals.Over.With(("to", To));
        }
    }

    private void Take(long deputyId, DateOnly from, DateOnly to)
    {
        if (deputyId == SupervisorId)
        {
            throw DelegationRefusals.ToOneself.At("deputyId");
        }

        if (to < from || to.DayNumber - from.DayNumber >= MostDays)
        {
            throw DelegationRefusals.SpanOutOfRange.At("to", ("from", from), ("to", to), ("most", MostDays));
        }

        (DeputyId, From, To) = (deputyId, from, to);
    }
}
