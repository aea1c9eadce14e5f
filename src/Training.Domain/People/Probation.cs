using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>How a probation is, or is proposed to be, decided.</summary>
public enum ProbationOutcome
{
    Passed,

    /// <summary>Goes on until a later day; once only.</summary>
    Extended,
    Ended,
}

public enum ProbationState
{
    /// <summary>The employment has no probation.</summary>
    None,
    Running,
    Extended,
    Passed,
    Ended,
}

/// <summary>The probation of one employment period: the supervisor proposes an outcome, HR decides. An extension starts a
/// second round of the same, the last one.</summary>
public sealed class Probation
{
    /// <summary>Which outcome may be decided in which state. A second extension is refused with its own reason.</summary>
    public static readonly Transitions<ProbationState, ProbationOutcome> Table = new(
        ProbationRefusals.NotNow,
        (ProbationState.Running, ProbationOutcome.Passed, ProbationState.Passed),
        (ProbationState.Running, ProbationOutcome.Extended, ProbationState.Extended),
        (ProbationState.Running, ProbationOutcome.Ended, ProbationState.Ended),
        (ProbationState.Extended, ProbationOutcome.Passed, ProbationState.Passed),
        (ProbationState.Extended, ProbationOutcome.Ended, ProbationState.Ended));

    /// <summary>Last day of probation.</summary>
    public DateOnly? EndsOn { get; private set; }

    public ProbationOutcome? ProposedOutcome { get; private set; }

    /// <summary>The employee who proposed.</summary>
    public long? ProposedById { get; private set; }

    /// <summary>The supervisor in whose place a deputy proposed; none where the supervisor did.</summary>
    public long? ProposedForId { get; private set; }

    public DateOnly? ProposedOn { get; private set; }

    /// <summary>The last decision.</summary>
    public ProbationOutcome? Outcome { get; private set; }

    /// <summary>The employee who decided.</summary>
    public long? DecidedById { get; private set; }

    public DateOnly? DecidedOn { get; private set; }

    public ProbationState State => (EndsOn, Outcome) switch
    {
        (null, _) => ProbationState.None,
        (_, null) => ProbationState.Running,
        (_, ProbationOutcome.Extended) => ProbationState.Extended,
        (_, ProbationOutcome.Passed) => ProbationState.Passed,
        _ => ProbationState.Ended,
    };

    /// <summary>Whether it still runs on the day: its last day has not passed, and it was not decided as passed by then.</summary>
    public bool HoldsOn(DateOnly day) => EndsOn >= day && !(Outcome == ProbationOutcome.Passed && DecidedOn <= day);

    internal void Set(DateOnly? endsOn)
    {
        if (endsOn == EndsOn)
        {
            return;
        }

        // A day that a decision rests on is corrected by nobody silently.
        if (Outcome is not null)
        {
            throw ProbationRefusals.NotNow.At("probationEndsOn", ("state", State), ("act", Outcome));
        }

        EndsOn = endsOn;
    }

    internal void Propose(ProbationOutcome outcome, long proposerId, long? forSupervisorId, DateOnly today)
    {
        RefuseNotNow(outcome);
        (ProposedOutcome, ProposedById, ProposedForId, ProposedOn) = (outcome, proposerId, forSupervisorId, today);
    }

    internal void Decide(ProbationOutcome outcome, DateOnly? extendedTo, long deciderId, DateOnly today)
    {
        RefuseNotNow(outcome);
        if (outcome == ProbationOutcome.Extended)
        {
            if (extendedTo is null || extendedTo <= EndsOn)
            {
                throw ProbationRefusals.ExtensionNeedsLaterDay.At("extendedTo", ("endsOn", EndsOn), ("newEndsOn", extendedTo));
            }

            EndsOn = extendedTo;
            (ProposedOutcome, ProposedById, ProposedForId, ProposedOn) = (null, null, null, null);
        }

        (Outcome, DecidedById, DecidedOn) = (outcome, deciderId, today);
    }

    private void RefuseNotNow(ProbationOutcome outcome)
    {
        if (State == ProbationState.Extended && outcome == ProbationOutcome.Extended)
        {
            throw ProbationRefusals.ExtendedOnce.At("outcome", ("endsOn", EndsOn));
        }

        Table.Next(State, outcome);
    }
}
