using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The two who agree on a target.</summary>
public enum TargetSide
{
    /// <summary>The person.</summary>
    Person,

    /// <summary>The rater of the segment.</summary>
    Rater,
}

/// <summary>How far the two have come with a target.</summary>
public enum SegmentTargetState
{
    /// <summary>One side put a value before the other.</summary>
    Proposed,

    /// <summary>The other side refused the last value.</summary>
    Refused,

    /// <summary>The next above decides: two values were refused, or the targets were due.</summary>
    Escalated,

    /// <summary>The value holds.</summary>
    Agreed,
}

/// <summary>What can be done to a target.</summary>
public enum SegmentTargetAct
{
    /// <summary>Put another value before the other side.</summary>
    Propose,

    /// <summary>Take the value that the other side proposed.</summary>
    Agree,

    /// <summary>Refuse it, with a word why.</summary>
    Refuse,

    /// <summary>The second refusal, or the targets are due: the next above decides.</summary>
    Escalate,

    /// <summary>The next above says what holds.</summary>
    Decide,
}

/// <summary>The life of a target that deviates from the template's, or did.</summary>
public static class SegmentTargetLife
{
    public static readonly Transitions<SegmentTargetState, SegmentTargetAct> Table = new(
        TargetRefusals.NotInThisState,
        (SegmentTargetState.Proposed, SegmentTargetAct.Propose, SegmentTargetState.Proposed),
        (SegmentTargetState.Proposed, SegmentTargetAct.Agree, SegmentTargetState.Agreed),
        (SegmentTargetState.Proposed, SegmentTargetAct.Refuse, SegmentTargetState.Refused),
        (SegmentTargetState.Proposed, SegmentTargetAct.Escalate, SegmentTargetState.Escalated),
        (SegmentTargetState.Refused, SegmentTargetAct.Propose, SegmentTargetState.Proposed),
        (SegmentTargetState.Refused, SegmentTargetAct.Escalate, SegmentTargetState.Escalated),
        (SegmentTargetState.Escalated, SegmentTargetAct.Decide, SegmentTargetState.Agreed),
        (SegmentTargetState.Agreed, SegmentTargetAct.Propose, SegmentTargetState.Proposed));
}

/// <summary>The target of an item in a segment where it is not, or was once not, the template's. What was agreed last holds until another
/// value is.</summary>
public sealed class SegmentTarget : IVersioned
{
    /// <summary>Characters of a remark at most.</summary>
    public const int MaxRemarkLength = 1000;

    /// <summary>After so many refusals the next above decides.</summary>
    public const int MostRefusals = 2;

    private SegmentTarget()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    public int SegmentNumber { get; private set; }

    /// <summary>Unique with the appraisal and the segment.</summary>
    public long KpiId { get; private set; }

    public SegmentTargetState State { get; private set; }

    /// <summary>The value that holds; none: the template's.</summary>
    public decimal? Holds { get; private set; }

    /// <summary>The value that was put before the other side last.</summary>
    public decimal Proposed { get; private set; }

    public TargetSide ProposedBy { get; private set; }

    /// <summary>The day on which it was put before the other side.</summary>
    public DateOnly ProposedOn { get; private set; }

    /// <summary>What was said with the last proposal, refusal or decision.</summary>
    public string? Remark { get; private set; }

    /// <summary>Refusals since a value was agreed last.</summary>
    public int Refusals { get; private set; }

    public int Version { get; private set; }

    /// <summary>The first value other than the template's.</summary>
    public static SegmentTarget Begin(long appraisalId, int segmentNumber, long kpiId, TargetProposal proposal)
    {
        var target = new SegmentTarget { AppraisalId = appraisalId, SegmentNumber = segmentNumber, KpiId = kpiId };
        target.Put(proposal);
        return target;
    }

    /// <summary>Puts another value before the other side; what is agreed holds meanwhile. Refused: while the next above decides.</summary>
    public void Propose(TargetProposal proposal)
    {
        State = SegmentTargetLife.Table.Next(State, SegmentTargetAct.Propose);
        Put(proposal);
    }

    /// <summary>The value holds. Refused: to who proposed it; without a proposal.</summary>
    public void Agree(TargetSide by, string? remark)
    {
        var next = SegmentTargetLife.Table.Next(State, SegmentTargetAct.Agree);
        RequireOther(by);
        Settle(next, Proposed, remark);
    }

    /// <summary>The value is refused; after the second refusal the next above decides. Refused: to who proposed it; without a
    /// proposal.</summary>
    public void Refuse(TargetSide by, string remark)
    {
        var next = SegmentTargetLife.Table.Next(State, SegmentTargetAct.Refuse);
        RequireOther(by);
        (State, Remark, Refusals) = (next, PlainText.Of(remark), Refusals + 1);
        if (Refusals >= MostRefusals)
        {
            Escalate();
        }
    }

    /// <summary>The next above says what holds, with a reason. Refused: unless it was put before them.</summary>
    public void Decide(decimal value, string reason) =>
        Settle(SegmentTargetLife.Table.Next(State, SegmentTargetAct.Decide), value, PlainText.Of(reason));

    /// <summary>The targets are due: what the rater put before the person lies there in silence long enough is agreed; any other open value
    /// goes to the next above, and keeps the segment from having a total until it is decided.</summary>
    /// <param name="silentSince">The latest day on which it must have been put before the person.</param>
    public void FallDue(DateOnly silentSince)
    {
        if (State == SegmentTargetState.Proposed && ProposedBy == TargetSide.Rater && ProposedOn <= silentSince)
        {
            Settle(SegmentTargetState.Agreed, Proposed, Remark);
        }
        else if (SegmentTargetLife.Table.Allows(State, SegmentTargetAct.Escalate))
        {
            Escalate();
        }
    }

    private void Put(TargetProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        (Proposed, ProposedBy, ProposedOn, Remark) = (proposal.Value, proposal.By, proposal.On, PlainText.OrNull(proposal.Remark));
    }

    private void Escalate() => State = SegmentTargetLife.Table.Next(State, SegmentTargetAct.Escalate);

    private void Settle(SegmentTargetState state, decimal value, string? remark) =>
        (State, Holds, Remark, Refusals) = (state, value, PlainText.OrNull(remark), 0);

    private void RequireOther(TargetSide by)
    {
        if (by == ProposedBy)
        {
            throw TargetRefusals.OwnProposal.With();
        }
    }
}

/// <summary>A value put before the other side.</summary>
/// <param name="On">The day.</param>
public sealed record TargetProposal(decimal Value, TargetSide By, DateOnly On, string? Remark);

/// <summary>Why an act on a target is refused.</summary>
public static class TargetRefusals
{
    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotInThisState = Refusal.State("appraisalTarget.notInThisState");

    /// <summary>Who proposed it neither agrees to it nor refuses it.</summary>
    public static readonly Refusal OwnProposal = Refusal.Relation("appraisalTarget.ownProposal");
}
