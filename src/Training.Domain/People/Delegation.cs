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
    /// <see cref="MostDays"/>.</summary>
    public static Delegation Create(long supervisorId, long deputyId, DateOnly from, DateOnly to)
    {
        var created = new Delegation { SupervisorId = supervisorId };
        created.Edit(deputyId, from, to);
        return created;
    }

    /// <summary>Another deputy or span; refused as in <see cref="Create"/>.</summary>
    public void Edit(long deputyId, DateOnly from, DateOnly to)
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

    public bool HoldsOn(DateOnly day) => From <= day && day <= To;
}
