using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>Why an act on a target is refused.</summary>
public static class TargetRefusals
{
    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotInThisState = Refusal.State("appraisalTarget.notInThisState");

    /// <summary>Who proposed it neither agrees to it nor refuses it.</summary>
    public static readonly Refusal OwnProposal = Refusal.Relation("appraisalTarget.ownProposal");

    /// <summary>Neither the person nor the rater of the segment, nor who stands in for that one.</summary>
    public static readonly Refusal NotASide = Refusal.Relation("appraisalTarget.notASide");

    /// <summary>Not the next above, nor who stands in for them.</summary>
    public static readonly Refusal NotTheDecider = Refusal.Relation("appraisalTarget.notTheDecider");

    /// <summary>Targets are revised until the data cut-off. Values: lastDay.</summary>
    public static readonly Refusal DataCutOff = Refusal.State("appraisalTarget.dataCutOff");

    /// <summary>The method divides by the target. Values: target, code.</summary>
    public static readonly Refusal NotAboveZero = Refusal.Content("appraisalTarget.notAboveZero");

    /// <summary>The item is scored without a target. Values: code.</summary>
    public static readonly Refusal NotTaken = Refusal.Content("appraisalTarget.notTaken");

    /// <summary>Too large, or too many decimals. Values: target, max, decimals.</summary>
    public static readonly Refusal OutOfRange = Refusal.Content("appraisalTarget.outOfRange");

    /// <summary>Other values are still talked over, or wait for a decision. Values: codes.</summary>
    public static readonly Refusal TalkedOver = Refusal.State("appraisalTarget.talkedOver");

    /// <summary>The caller has agreed already, or no segment is left to agree to.</summary>
    public static readonly Refusal NothingToAgree = Refusal.State("appraisalTarget.nothingToAgree");

    /// <summary>The next above has still to decide. Values: codes.</summary>
    public static readonly Refusal Undecided = Refusal.State("appraisalTarget.undecided");

    /// <summary>Before today or after the data cut-off. Values: day, from, to.</summary>
    public static readonly Refusal DueDayOutOfRange = Refusal.State("appraisalTarget.dueDayOutOfRange");

    /// <summary>Neither one department nor one person, or both.</summary>
    public static readonly Refusal OneScope = Refusal.Content("appraisalTarget.oneScope");
}

/// <summary>What a target has to be.</summary>
public static class TargetRules
{
    /// <summary>Refuses a value that the item cannot be held against: any, where its method asks for none; 0 or less, where the method divides
    /// by it; one too large or with too many decimals.</summary>
    /// <param name="method">Of the item.</param>
    /// <param name="code">Of its KPI.</param>
    /// <param name="value">The target.</param>
    public static void Check(ScoringMethod method, string code, decimal value)
    {
        if (KpiTemplateRules.TargetFaults(method, value, "target") is not [var fault, ..])
        {
            return;
        }

        throw fault.Refusal == KpiTemplateRefusals.TargetNotOfKind ? TargetRefusals.NotTaken.At("target", ("code", code))
            : fault.Refusal == KpiTemplateRefusals.TargetNotAboveZero ? TargetRefusals.NotAboveZero.At("target", ("target", value), ("code", code))
            : TargetRefusals.OutOfRange.At("target", ("target", value), ("max", KpiTemplateRules.MaxFigure), ("decimals", Kpi.MaxDecimals));
    }

    /// <summary>Whether items of the method are held against a target.</summary>
    public static bool IsTaken(ScoringMethod method) => KpiTemplateRules.TargetFaults(method, null, "target").Count > 0;
}
