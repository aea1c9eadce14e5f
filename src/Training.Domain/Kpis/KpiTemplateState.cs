using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>Where a version of a template stands.</summary>
public enum KpiTemplateState
{
    Draft,

    /// <summary>Frozen: what it says never changes.</summary>
    Published,

    /// <summary>Out of force from a quarter on; the quarters before keep it.</summary>
    Retired,
}

/// <summary>What can be done to a version of a template.</summary>
public enum KpiTemplateAct
{
    Edit,
    Delete,
    Publish,
    Retire,

    /// <summary>Begin the next version with what this one says.</summary>
    Revise,
}

/// <summary>The life of a version: draft → published → retired. Only a draft is edited or deleted.</summary>
public static class KpiTemplateLife
{
    public static readonly Transitions<KpiTemplateState, KpiTemplateAct> Table = new(
        KpiTemplateLifeRefusals.NotInThisState,
        (KpiTemplateState.Draft, KpiTemplateAct.Edit, KpiTemplateState.Draft),
        (KpiTemplateState.Draft, KpiTemplateAct.Delete, KpiTemplateState.Draft),
        (KpiTemplateState.Draft, KpiTemplateAct.Publish, KpiTemplateState.Published),
        (KpiTemplateState.Published, KpiTemplateAct.Retire, KpiTemplateState.Retired),
        (KpiTemplateState.Published, KpiTemplateAct.Revise, KpiTemplateState.Published),
        (KpiTemplateState.Retired, KpiTemplateAct.Revise, KpiTemplateState.Retired));
}

/// <summary>Why an act on a template is refused, whatever its content.</summary>
public static class KpiTemplateLifeRefusals
{
    public static readonly Refusal CodeTaken = Refusal.State("kpiTemplate.codeTaken");
    public static readonly Refusal NotInThisState = Refusal.State("kpiTemplate.notInThisState");

    /// <summary>A quarter that has begun its course keeps the version it has.</summary>
    public static readonly Refusal QuarterPast = Refusal.State("kpiTemplate.quarterPast");

    /// <summary>One draft of a template at a time.</summary>
    public static readonly Refusal DraftOpen = Refusal.State("kpiTemplate.draftOpen");

    public static readonly Refusal PositionUnknown = Refusal.Content("kpiTemplate.positionUnknown");
    public static readonly Refusal KpiUnknown = Refusal.Content("kpiTemplate.kpiUnknown");

    /// <summary>The KPI is retired.</summary>
    public static readonly Refusal KpiRetired = Refusal.State("kpiTemplate.kpiRetired");

    /// <summary>The KPI is kept for other uses than appraisals.</summary>
    public static readonly Refusal KpiNotForAppraisal = Refusal.State("kpiTemplate.kpiNotForAppraisal");

    /// <summary>The KPI is one of departments; a person has no figures of their own.</summary>
    public static readonly Refusal KpiOfDepartment = Refusal.State("kpiTemplate.kpiOfDepartment");
}
