using Training.Domain.People;

namespace Training.Domain.Appraisals;

/// <summary>The terms of somebody's last employment in the quarter.</summary>
/// <param name="IsOnProbation">They are on probation on the last day of the quarter.</param>
public sealed record PopulationTerms(ContractKind ContractKind, bool IsOnProbation);

/// <summary>Who belongs to the population of a cycle.</summary>
public static class PopulationRule
{
    /// <summary>Why somebody is left out; none: they belong to it. Who turns out too new, gone or on leave is not: their appraisal ends
    /// unrated.</summary>
    /// <param name="cycle">With its rule and templates.</param>
    /// <param name="terms">Of the last employment in the quarter.</param>
    /// <param name="stretches">Their places in the quarter.</param>
    public static LeftOutReason? WhyLeftOut(this AppraisalCycle cycle, PopulationTerms terms, IReadOnlyList<PlacedStretch> stretches)
    {
        ArgumentNullException.ThrowIfNull(cycle);
        ArgumentNullException.ThrowIfNull(terms);
        ArgumentNullException.ThrowIfNull(stretches);
        var isOutside = (terms.ContractKind == ContractKind.Agency && !cycle.Population.IncludesAgency)
            || (terms.ContractKind == ContractKind.Intern && !cycle.Population.IncludesInterns)
            || (terms.IsOnProbation && !cycle.Population.IncludesProbation);
        return isOutside ? LeftOutReason.OutsidePopulation
            : !stretches.Any(x => cycle.Templates.Any(y => y.PositionId == x.Placement.PositionId)) ? LeftOutReason.NoTemplate
            : stretches.All(x => x.Placement.SupervisorId is null) ? LeftOutReason.NobodyAbove
            : null;
    }
}
