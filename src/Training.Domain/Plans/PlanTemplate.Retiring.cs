namespace Training.Domain.Plans;

/// <summary>How a template is found and retired, and what its plans begin with beside courses.</summary>
public sealed partial class PlanTemplate
{
    private readonly List<PlanTemplateEvaluationPart> _evaluation = [];
    private readonly List<PlanTemplateCost> _budget = [];

    /// <summary>What lists sort the name by; worked out from the name at the edge.</summary>
    public string NameSortKey { get; private set; } = "";

    /// <summary>What <c>q</c> looks in: code, names and initials in their search form; worked out at the edge.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>From when no plan is made from it any more. It can then not be edited.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public bool IsRetired => RetiredAt is not null;

    public IReadOnlyCollection<PlanTemplateEvaluationPart> Evaluation => _evaluation;

    public IReadOnlyCollection<PlanTemplateCost> Budget => _budget;

    /// <summary>Keeps what the name is sorted and found by; called whenever the name was given or edited.</summary>
    public void FindBy(string nameSortKey, string searchText)
    {
        NameSortKey = nameSortKey;
        SearchText = searchText;
    }

    /// <summary>No plan is made from it from <paramref name="now"/> on; plans made before stay, and those that come round go on.
    /// Refused: a second time.</summary>
    public void Retire(DateTimeOffset now)
    {
        RefuseIfRetired();
        RetiredAt = now;
    }

    /// <summary>Refuses whatever changes a retired template.</summary>
    private void RefuseIfRetired()
    {
        if (IsRetired)
        {
            throw PlanTemplateRefusals.Retired.With(("code", Code));
        }
    }

    private void TakeEvaluation(IReadOnlyList<EvaluationPartContent> parts)
    {
        _evaluation.RemoveAll(old => old.Sequence > parts.Count);
        foreach (var (i, part) in parts.Index())
        {
            if (_evaluation.Find(x => x.Sequence == i + 1) is { } kept)
            {
                kept.Take(part);
            }
            else
            {
                _evaluation.Add(PlanTemplateEvaluationPart.Of(part, i + 1));
            }
        }
    }

    private void TakeBudget(IReadOnlyList<PlanTemplateCostContent> costs)
    {
        _budget.RemoveAll(old => old.Sequence > costs.Count);
        foreach (var (i, cost) in costs.Index())
        {
            if (_budget.Find(x => x.Sequence == i + 1) is { } kept)
            {
                kept.Take(cost);
            }
            else
            {
                _budget.Add(PlanTemplateCost.Of(cost, i + 1));
            }
        }
    }
}
