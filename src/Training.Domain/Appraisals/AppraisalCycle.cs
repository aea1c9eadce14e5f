using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The appraisal of a quarter: whom it takes in, until when each phase lasts, and by which templates, bands and ceilings
/// people are scored. There is one for a quarter at most. Its data cut-off holds in the place of the usual one from the day it is
/// planned.</summary>
public sealed class AppraisalCycle : IVersioned
{
    /// <summary>How many quarters before the current one a cycle can be planned for.</summary>
    public const int MostBack = 8;

    /// <summary>How many quarters after the current one.</summary>
    public const int MostAhead = 4;

    private readonly List<AppraisalCycleTemplate> _templates = [];

    private AppraisalCycle()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key: the quarter (<c>2026Q4</c>), unique; never changes.</summary>
    public string Code { get; private set; } = "";

    public Quarter Quarter => Quarter.Parse(Code)!.Value;

    public AppraisalCyclePhase Phase { get; private set; }

    public CyclePopulation Population { get; private set; } = null!;

    public CycleDates Dates { get; private set; } = null!;

    public ScoringSettings Settings { get; private set; } = null!;

    public DistributionGuideline Distribution { get; private set; } = null!;

    public IReadOnlyList<CycleEventCeiling> EventCeilings { get; private set; } = [];

    /// <summary>Under this final score an improvement plan is proposed.</summary>
    public decimal ImprovementBelow { get; private set; }

    public int Version { get; private set; }

    /// <summary>One for each position at most.</summary>
    public IReadOnlyCollection<AppraisalCycleTemplate> Templates => _templates;

    /// <summary>A planned cycle. Refused: a content that breaks the rules.</summary>
    public static AppraisalCycle Plan(Quarter quarter, AppraisalCycleContent content, CycleReferences known)
    {
        var cycle = new AppraisalCycle { Code = quarter.ToString() };
        cycle.Take(content, known);
        return cycle;
    }

    /// <summary>Refuses a quarter that lies too far from the current one to be planned now; one that is over is taken.</summary>
    public static void RequireInReach(Quarter quarter, Quarter current)
    {
        if (quarter.Since(current) is < -MostBack or > MostAhead)
        {
            throw AppraisalCycleRefusals.QuarterOutOfRange.At(
                "quarter", ("quarter", quarter.ToString()), ("earliest", current.Before(MostBack).ToString()),
                ("latest", current.Before(-MostAhead).ToString()));
        }
    }

    /// <summary>Replaces the whole content; the quarter stays. Refused: in a phase that does not accept it; a content that breaks the
    /// rules.</summary>
    public void Edit(AppraisalCycleContent content, CycleReferences known)
    {
        RequireEditable();
        Take(content, known);
    }

    /// <summary>To be asked before what an edit says is looked at.</summary>
    public void RequireEditable() => AppraisalCycleLife.Table.Next(Phase, AppraisalCycleAct.Edit);

    /// <summary>To be asked before it is deleted. Refused: once opened.</summary>
    public void RefuseDeletion() => AppraisalCycleLife.Table.Next(Phase, AppraisalCycleAct.Delete);

    /// <summary>Opens it, or opens it again. Refused: in a later phase; before the quarter begins.</summary>
    public void Open(DateOnly today)
    {
        var next = AppraisalCycleLife.Table.Next(Phase, AppraisalCycleAct.Open);
        if (today < Quarter.FirstDay)
        {
            throw AppraisalCycleRefusals.NotBegun.With(("quarter", Code), ("from", Quarter.FirstDay));
        }

        Phase = next;
    }

    /// <summary>Begins the next phase. Refused: in a phase that is not advanced so; another than the next; supervisors' scoring before the
    /// quarter is over.</summary>
    /// <param name="to">The phase to begin; named so that a second click begins no further one.</param>
    /// <param name="today">The day of the organisation.</param>
    public void Advance(AppraisalCyclePhase to, DateOnly today)
    {
        var next = AppraisalCycleLife.Table.Next(Phase, AppraisalCycleAct.Advance);
        if (to != next)
        {
            throw AppraisalCycleRefusals.NotTheNextPhase.At("to", ("to", to), ("state", Phase), ("next", next));
        }

        if (!MayBegin(next, today))
        {
            throw AppraisalCycleRefusals.QuarterRunning.At("to", ("quarter", Code), ("from", Quarter.LastDay.AddDays(1)));
        }

        Phase = next;
    }

    /// <summary>Results are shown. Refused: before calibration.</summary>
    public void Publish() => Phase = AppraisalCycleLife.Table.Next(Phase, AppraisalCycleAct.Publish);

    /// <summary>Ends it. Refused: before results are shown.</summary>
    public void Close() => Phase = AppraisalCycleLife.Table.Next(Phase, AppraisalCycleAct.Close);

    /// <summary>Whether the phase can be advanced from today.</summary>
    public bool MayAdvance(DateOnly today) =>
        AppraisalCycleLife.Table.Allows(Phase, AppraisalCycleAct.Advance)
        && MayBegin(AppraisalCycleLife.Table.Next(Phase, AppraisalCycleAct.Advance), today);

    /// <summary>Whether its quarter is over, so that scores can be final.</summary>
    public bool IsOver(DateOnly today) => today > Quarter.LastDay;

    /// <summary>Refuses what is final while the quarter runs.</summary>
    public void RequireOver(DateOnly today)
    {
        if (!IsOver(today))
        {
            throw AppraisalCycleRefusals.QuarterRunning.With(("quarter", Code), ("from", Quarter.LastDay.AddDays(1)));
        }
    }

    /// <summary>The stage in which an appraisal begins that is made now, for somebody whose days fall so.</summary>
    public AppraisalStage FirstStage(SegmentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return Phase switch
        {
            AppraisalCyclePhase.Planned or AppraisalCyclePhase.Open => AppraisalStage.Targets,
            AppraisalCyclePhase.SelfReview => AppraisalStage.SelfReview,
            _ => plan.Segments.Where(x => HasTemplate(x.Placement.PositionId)).Sum(x => x.Days) < Settings.LeastDays ? AppraisalStage.Unrated : AppraisalStage.Scoring,
        };
    }

    /// <summary>Whether a segment is to be scored: it has days, and its position has a template. One without drops out with its days.</summary>
    public bool Asks(AppraisalSegment segment)
    {
        ArgumentNullException.ThrowIfNull(segment);
        return segment.Days > 0 && HasTemplate(segment.PositionId);
    }

    private bool HasTemplate(long positionId) => _templates.Exists(x => x.PositionId == positionId);

    private bool MayBegin(AppraisalCyclePhase phase, DateOnly today) => phase < AppraisalCyclePhase.Scoring || IsOver(today);

    private void Take(AppraisalCycleContent content, CycleReferences known)
    {
        AppraisalCycleRules.Check(Quarter, content, known);
        (Population, Dates, Settings) = (content.Population, content.Dates, content.Settings);
        (Distribution, EventCeilings, ImprovementBelow) = (content.Distribution, content.EventCeilings, content.ImprovementBelow);
        _templates.RemoveAll(old => content.Templates.All(x => x.PositionId != old.PositionId));
        foreach (var named in content.Templates)
        {
            if (_templates.Find(x => x.PositionId == named.PositionId) is { } kept)
            {
                kept.Take(named.TemplateId);
            }
            else
            {
                _templates.Add(AppraisalCycleTemplate.Of(named));
            }
        }
    }
}

/// <summary>By which version of a template the people of a position are scored in a cycle. Unique by position within it.</summary>
public sealed class AppraisalCycleTemplate
{
    private AppraisalCycleTemplate()
    {
    }

    public long Id { get; private set; }

    public long CycleId { get; private set; }

    public long PositionId { get; private set; }

    public long TemplateId { get; private set; }

    internal static AppraisalCycleTemplate Of(CycleTemplate named) => new() { PositionId = named.PositionId, TemplateId = named.TemplateId };

    internal void Take(long templateId) => TemplateId = templateId;
}
