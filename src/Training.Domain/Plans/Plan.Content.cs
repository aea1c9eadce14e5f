using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>What a plan says, and how it takes another content.</summary>
public sealed partial class Plan
{
    /// <summary>The content of a new plan after this one, for instance last year's: everything but costs and history, with fixed
    /// days and hire days as much later as the new plan starts later: in months where it starts whole months later, where the last
    /// day of a month stays the last; otherwise in days.</summary>
    public PlanContent ContentFor(long departmentId, DateOnly startsOn, DateOnly? endsOn, Bilingual? title)
    {
        var shift = DayShift.Between(StartsOn, startsOn);
        return new PlanContent(
            title ?? new Bilingual(TitleZh, TitleEn),
            TemplateId,
            departmentId,
            startsOn,
            endsOn ?? shift.Of(EndsOn),
            BackgroundZh is null ? null : new Bilingual(BackgroundZh, BackgroundEn),
            Objectives,
            [.. _stages.OrderBy(x => x.Number).Select(x => new PlanStageContent(x.Number, x.LengthValue, x.LengthUnit))],
            [.. CurrentItems.Select(x => x.Content with { DueOn = shift.Of(x.DueOn) })])
        {
            Audience = Audience.Filter.Shift(shift),
            Support = SupportZh is null ? null : new Bilingual(SupportZh, SupportEn),
            Recurrence = Recurrence,
            SourcePlanId = Id,
            Evaluation = [.. _evaluation.OrderBy(x => x.Sequence).Select(x => x.Content)],
            Budget = [.. _budget.Where(x => x.Planned != 0 || x.Actual is null).OrderBy(x => x.Number).Select((x, i) => x.Content with { Number = i + 1, Actual = null })],
        };
    }

    /// <summary>Another budget as a whole. In a draft or returned plan anything may change; from the approval on what was planned
    /// stands, and actual amounts and costs that nobody planned are entered.</summary>
    public void EditBudget(IReadOnlyList<BudgetLineContent> lines, PlanActor by, DateTimeOffset now)
    {
        _ = PlanLife.Table.Next(State, PlanAct.EditBudget);
        BudgetShape.Check(lines);
        if (State is not (PlanState.Draft or PlanState.Returned))
        {
            BudgetShape.CheckFixed(_budget, lines);
        }

        TakeBudget(lines);
        Note(PlanAct.EditBudget, by, now);
    }

    private void Take(PlanContent content)
    {
        TitleZh = PlainText.Of(content.Title.Zh);
        TitleEn = PlainText.OrNull(content.Title.En);
        TemplateId = content.TemplateId;
        DepartmentId = content.DepartmentId;
        TakeAudience(content.Audience);
        LapseToldOn = StartsOn == content.StartsOn ? LapseToldOn : null;
        StartsOn = content.StartsOn;
        EndsOn = content.EndsOn;
        BackgroundZh = PlainText.OrNull(content.Background?.Zh);
        BackgroundEn = PlainText.OrNull(content.Background?.En);
        var objectives = content.Objectives.Select(x => Bilingual.Of(x.Zh, x.En)).ToList();
        if (!Objectives.SequenceEqual(objectives))
        {
            Objectives = objectives;
        }

        (SupportZh, SupportEn) = (PlainText.OrNull(content.Support?.Zh), PlainText.OrNull(content.Support?.En));
        (Recurrence, SourcePlanId) = (content.Recurrence, content.SourcePlanId);
        TakeStages(content.Stages);
        TakeItems(content.Items);
        TakeEvaluation(content.Evaluation);
    }

    private void TakeAudience(AudienceFilter filter)
    {
        (AudienceWithBelow, AudienceHiredFrom, AudienceHiredTo) = (filter.WithBelow, filter.HiredFrom, filter.HiredTo);
        AudiencePositionIds = Kept(AudiencePositionIds, filter.PositionIds);
        AudienceContractKinds = Kept(AudienceContractKinds, filter.ContractKinds);
    }

    /// <summary>Each once and in order; the old list where it says the same, so that nothing counts as changed.</summary>
    private static IReadOnlyList<T> Kept<T>(IReadOnlyList<T> old, IReadOnlyList<T> given)
    {
        List<T> plain = [.. given.Distinct().Order()];
        return old.SequenceEqual(plain) ? old : plain;
    }

    private void TakeStages(IReadOnlyList<PlanStageContent> stages)
    {
        _stages.RemoveAll(old => stages.All(x => x.Number != old.Number));
        foreach (var stage in stages)
        {
            if (_stages.Find(x => x.Number == stage.Number) is { } kept)
            {
                kept.Take(stage);
            }
            else
            {
                _stages.Add(PlanStage.Of(stage));
            }
        }
    }

    private void TakeEvaluation(IReadOnlyList<EvaluationPartContent> parts)
    {
        _evaluation.RemoveAll(old => old.Sequence > parts.Count);
        for (var i = 0; i < parts.Count; i++)
        {
            if (_evaluation.Find(x => x.Sequence == i + 1) is { } kept)
            {
                kept.Take(parts[i]);
            }
            else
            {
                _evaluation.Add(PlanEvaluationPart.Of(parts[i], i + 1));
            }
        }
    }

    private void TakeBudget(IReadOnlyList<BudgetLineContent> lines)
    {
        _budget.RemoveAll(old => lines.All(x => x.Number != old.Number));
        foreach (var line in lines)
        {
            if (_budget.Find(x => x.Number == line.Number) is { } kept)
            {
                kept.Take(line);
            }
            else
            {
                _budget.Add(PlanBudgetLine.Of(line));
            }
        }
    }

    private void TakeItems(IReadOnlyList<PlanItemContent> items)
    {
        _items.RemoveAll(old => items.All(x => x.CourseId != old.CourseId));
        for (var i = 0; i < items.Count; i++)
        {
            if (_items.Find(x => x.CourseId == items[i].CourseId) is { } kept)
            {
                kept.Take(items[i], i + 1);
            }
            else
            {
                _items.Add(PlanItem.Of(items[i], i + 1));
            }
        }
    }
}
