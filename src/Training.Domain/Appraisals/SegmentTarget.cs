using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The target of an item in a segment where it is not, or was once not, the template's. What was agreed last holds until another
/// value is.</summary>
public sealed class SegmentTarget : IVersioned
{
    /// <summary>Characters of a remark at most.</summary>
    public const int MaxRemarkLength = 1000;

    /// <summary>After so many refusals the next above decides.</summary>
    public const int MostRefusals = 2;

    private readonly List<SegmentTargetStep> _steps = [];

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

    /// <summary>All that was said of it, in the order of their ids.</summary>
    public IReadOnlyCollection<SegmentTargetStep> Steps => _steps;

    /// <summary>The first value other than the template's.</summary>
    public static SegmentTarget Begin(long appraisalId, int segmentNumber, long kpiId, TargetProposal proposal, TargetVoice voice)
    {
        var target = new SegmentTarget { AppraisalId = appraisalId, SegmentNumber = segmentNumber, KpiId = kpiId };
        target.Put(proposal, voice);
        return target;
    }

    /// <summary>Refuses an act that its state does not accept.</summary>
    public void Require(SegmentTargetAct act) => SegmentTargetLife.Table.Next(State, act);

    /// <summary>Refuses who proposed the value that waits for an answer.</summary>
    public void RequireOther(TargetSide by)
    {
        if (State == SegmentTargetState.Proposed && by == ProposedBy)
        {
            throw TargetRefusals.OwnProposal.With();
        }
    }

    /// <summary>Puts another value before the other side; what is agreed holds meanwhile. Refused: while the next above decides.</summary>
    public void Propose(TargetProposal proposal, TargetVoice voice)
    {
        State = SegmentTargetLife.Table.Next(State, SegmentTargetAct.Propose);
        Put(proposal, voice);
    }

    /// <summary>The value holds. Refused: to who proposed it; without a proposal.</summary>
    public void Agree(TargetSide by, string? remark, TargetVoice voice)
    {
        var next = SegmentTargetLife.Table.Next(State, SegmentTargetAct.Agree);
        RequireOther(by);
        Settle(next, Proposed, remark);
        Note(SegmentTargetAct.Agree, by, Proposed, voice);
    }

    /// <summary>The value is refused; after the second refusal the next above decides. Refused: to who proposed it; without a
    /// proposal.</summary>
    public void Refuse(TargetSide by, string remark, TargetVoice voice)
    {
        var next = SegmentTargetLife.Table.Next(State, SegmentTargetAct.Refuse);
        RequireOther(by);
        (State, Remark, Refusals) = (next, PlainText.Of(remark), Refusals + 1);
        Note(SegmentTargetAct.Refuse, by, Proposed, voice);
        if (Refusals >= MostRefusals)
        {
            Escalate(TargetVoice.OfNobody(voice.At));
        }
    }

    /// <summary>The next above says what holds, with a reason. Refused: unless it was put before them.</summary>
    public void Decide(decimal value, string reason, TargetVoice voice)
    {
        Settle(SegmentTargetLife.Table.Next(State, SegmentTargetAct.Decide), value, PlainText.Of(reason));
        Note(SegmentTargetAct.Decide, null, value, voice);
    }

    /// <summary>The targets are due: a proposal of the rater that lay before the person in silence long enough is agreed; any other open value goes
    /// to the next above, and keeps the segment from having a total until it is decided.</summary>
    /// <param name="isSilent">It lay there long enough (<see cref="TargetDays.IsSilent"/>).</param>
    /// <param name="now">When.</param>
    public void FallDue(bool isSilent, DateTimeOffset now)
    {
        if (isSilent && State == SegmentTargetState.Proposed && ProposedBy == TargetSide.Rater)
        {
            Settle(SegmentTargetState.Agreed, Proposed, Remark);
            Note(SegmentTargetAct.Agree, null, Proposed, TargetVoice.OfNobody(now), null);
        }
        else if (SegmentTargetLife.Table.Allows(State, SegmentTargetAct.Escalate))
        {
            Escalate(TargetVoice.OfNobody(now));
        }
    }

    private void Put(TargetProposal proposal, TargetVoice voice)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        (Proposed, ProposedBy, ProposedOn, Remark) =
            (Decimals.Trimmed(proposal.Value), proposal.By, proposal.On, PlainText.OrNull(proposal.Remark));
        Note(SegmentTargetAct.Propose, ProposedBy, Proposed, voice);
    }

    private void Escalate(TargetVoice voice)
    {
        State = SegmentTargetLife.Table.Next(State, SegmentTargetAct.Escalate);
        Note(SegmentTargetAct.Escalate, null, null, voice, null);
    }

    private void Settle(SegmentTargetState state, decimal value, string? remark) =>
        (State, Holds, Remark, Refusals) = (state, Decimals.Trimmed(value), PlainText.OrNull(remark), 0);

    private void Note(SegmentTargetAct act, TargetSide? side, decimal? value, TargetVoice voice) => Note(act, side, value, voice, Remark);

    private void Note(SegmentTargetAct act, TargetSide? side, decimal? value, TargetVoice voice, string? remark) =>
        _steps.Add(SegmentTargetStep.Of(act, side, value, voice, remark));
}

/// <summary>A value put before the other side.</summary>
/// <param name="On">The day.</param>
public sealed record TargetProposal(decimal Value, TargetSide By, DateOnly On, string? Remark);

/// <summary>Who speaks, and when.</summary>
/// <param name="EmployeeId">None: nobody employed, or nobody at all, where targets fell due.</param>
/// <param name="ForId">As whose deputy.</param>
public sealed record TargetVoice(long? EmployeeId, long? ForId, DateTimeOffset At)
{
    public static TargetVoice OfNobody(DateTimeOffset at) => new(null, null, at);
}
