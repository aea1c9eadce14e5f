using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>Another target for an item of a segment.</summary>
/// <param name="Segment">Number of the segment, one with days.</param>
/// <param name="KpiId">An item of its template that is held against a target.</param>
/// <param name="Target">In the unit of the KPI, with at most 4 decimals; above 0 where the method divides by it.</param>
/// <param name="Remark">Why.</param>
public sealed record ProposeTargetRequest(
    int Segment, long KpiId, decimal Target, [TextLength(0, SegmentTarget.MaxRemarkLength)] string? Remark = null);

/// <summary>Agreement to what the other side proposed.</summary>
/// <param name="Remark">What is said with it.</param>
public sealed record AgreeTargetRequest([TextLength(0, SegmentTarget.MaxRemarkLength)] string? Remark = null);

/// <summary>A refusal of what the other side proposed.</summary>
/// <param name="Remark">Why.</param>
public sealed record RefuseTargetRequest([NotBlank, TextLength(1, SegmentTarget.MaxRemarkLength)] string Remark);

/// <summary>What holds where the two sides do not agree.</summary>
/// <param name="Target">One of the values that were proposed, or another; as in a proposal.</param>
/// <param name="Reason">Why.</param>
public sealed record DecideTargetRequest(decimal Target, [NotBlank, TextLength(1, SegmentTarget.MaxRemarkLength)] string Reason);

/// <summary>Something said of a target.</summary>
/// <param name="Act">What was done.</param>
/// <param name="Side">Whose side it was; none: the next above, or nobody, where targets fell due.</param>
/// <param name="Value">The value it was about.</param>
/// <param name="By">Who; none: nobody, or an account that belongs to nobody employed.</param>
/// <param name="For">As whose deputy.</param>
public sealed record TargetStepResponse(
    SegmentTargetAct Act, TargetSide? Side, decimal? Value, Person? By, Person? For, DateTimeOffset At, string? Remark);

/// <summary>The target of an item in a segment.</summary>
/// <param name="KpiNameZh">As the KPI is named now.</param>
/// <param name="TakesTarget">Whether the item is held against a target.</param>
/// <param name="TemplateTarget">As the template has it.</param>
/// <param name="AgreedTarget">Agreed or decided in its place; none: the template's holds.</param>
/// <param name="Target">The one that holds.</param>
/// <param name="Id">Of the target that was talked over; none: nobody proposed another.</param>
/// <param name="State">How far the two sides have come.</param>
/// <param name="Proposed">The value that waits for an answer or a decision, or was refused.</param>
/// <param name="ProposedBy">The side that proposed it.</param>
/// <param name="ProposedOn">The day on which it did.</param>
/// <param name="Remark">What was said last.</param>
/// <param name="Refusals">Refusals since a value was agreed last; after two the next above decides.</param>
/// <param name="History">All that was said of it, the latest last.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
/// <param name="Version">To answer it, or to propose another; 0 before anybody proposed one.</param>
public sealed record TargetItemResponse(
    int Segment, long KpiId, string KpiCode, string KpiNameZh, string? KpiNameEn, ScoringMethodKind Method, bool TakesTarget, decimal? TemplateTarget,
    decimal? AgreedTarget, decimal? Target, long? Id, SegmentTargetState? State, decimal? Proposed, TargetSide? ProposedBy, DateOnly? ProposedOn,
    string? Remark, int Refusals, IReadOnlyList<TargetStepResponse> History, IReadOnlyList<SegmentTargetAct> AllowedActions, int Version) : IVersioned;

/// <summary>The targets of a segment.</summary>
/// <param name="Rater">The supervisor's side: who scores it today.</param>
/// <param name="Decider">Who decides where the two do not agree; none: HR and approvers.</param>
/// <param name="DueOn">The day until which they are agreed.</param>
/// <param name="DueCountedFrom">Of a late start, the day after which ten working days are counted; none: the day of the cycle, or of an extension.</param>
/// <param name="IsDueCertain">The calendar of the years between is complete.</param>
/// <param name="ExtendedTo">The day to which HR gave more time.</param>
/// <param name="ExtensionReason">Why.</param>
/// <param name="AgreedByPersonAt">When the person agreed to them as they stood.</param>
/// <param name="AgreedByRaterAt">When the rater did.</param>
/// <param name="AgreedBy">The rater of that time, or who stood in for them.</param>
/// <param name="AgreedFor">As whose deputy.</param>
/// <param name="Items">In the order of the template; none: its position has no template in the cycle.</param>
public sealed record SegmentTargetsResponse(
    int Number, DateOnly FromOn, DateOnly ToOn, Person? Rater, Person? Decider, DateOnly DueOn, DateOnly? DueCountedFrom, bool IsDueCertain,
    DateOnly? ExtendedTo, string? ExtensionReason, DateTimeOffset? AgreedByPersonAt, DateTimeOffset? AgreedByRaterAt, Person? AgreedBy,
    Person? AgreedFor, IReadOnlyList<TargetItemResponse> Items);

/// <summary>The targets of an appraisal, in the segments with days that the caller may see.</summary>
/// <param name="ByTemplate">It took the template's targets, as nobody had proposed others when people began to judge themselves.</param>
/// <param name="RevisableUntil">The last day on which targets are proposed, agreed and refused: the data cut-off.</param>
/// <param name="AllowedActions">What the caller may do to all of them.</param>
/// <param name="Version">Of the appraisal.</param>
public sealed record AppraisalTargetsResponse(
    long AppraisalId, string Quarter, Person Employee, AppraisalStage Stage, bool ByTemplate, DateOnly RevisableUntil,
    IReadOnlyList<SegmentTargetsResponse> Segments, IReadOnlyList<AppraisalAct> AllowedActions, int Version) : IVersioned;
