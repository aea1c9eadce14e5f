using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>A stage of a template.</summary>
public sealed class PlanTemplateStage
{
    private PlanTemplateStage()
    {
    }

    public long Id { get; private set; }

    public long TemplateId { get; private set; }

    public int Number { get; private set; }

    public int LengthValue { get; private set; }

    public LengthUnit LengthUnit { get; private set; }

    internal static PlanTemplateStage Of(PlanStageContent content)
    {
        var stage = new PlanTemplateStage { Number = content.Number };
        stage.Take(content);
        return stage;
    }

    internal void Take(PlanStageContent content)
    {
        LengthValue = content.LengthValue;
        LengthUnit = content.LengthUnit;
    }
}

/// <summary>A course that plans made from the template ask of their people. Unique by course within the template.</summary>
public sealed class PlanTemplateItem
{
    private PlanTemplateItem()
    {
    }

    public long Id { get; private set; }

    public long TemplateId { get; private set; }

    /// <summary>Place in the template, from 1.</summary>
    public int Sequence { get; private set; }

    public long CourseId { get; private set; }

    public int? Stage { get; private set; }

    public bool IsMandatory { get; private set; }

    /// <summary>Due so many working days after the plan's start.</summary>
    public int DueWorkingDays { get; private set; }

    internal static PlanTemplateItem Of(PlanTemplateItemContent content, int sequence)
    {
        var item = new PlanTemplateItem { CourseId = content.CourseId };
        item.Take(content, sequence);
        return item;
    }

    internal void Take(PlanTemplateItemContent content, int sequence)
    {
        Sequence = sequence;
        Stage = content.Stage;
        IsMandatory = content.IsMandatory;
        DueWorkingDays = content.DueWorkingDays;
    }
}

/// <summary>A part by which the people of plans made from the template are judged.</summary>
public sealed class PlanTemplateEvaluationPart
{
    private PlanTemplateEvaluationPart()
    {
    }

    public long Id { get; private set; }

    public long TemplateId { get; private set; }

    /// <summary>Place in the evaluation, from 1.</summary>
    public int Sequence { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public decimal MaxMarks { get; private set; }

    public decimal ExcellentFrom { get; private set; }

    public decimal WeakBelow { get; private set; }

    public EvaluationMeasure? Measure { get; private set; }

    internal EvaluationPartContent Content => new(new Bilingual(NameZh, NameEn), MaxMarks, ExcellentFrom, WeakBelow, Measure);

    internal static PlanTemplateEvaluationPart Of(EvaluationPartContent content, int sequence)
    {
        var part = new PlanTemplateEvaluationPart { Sequence = sequence };
        part.Take(content);
        return part;
    }

    internal void Take(EvaluationPartContent content)
    {
        (NameZh, NameEn) = (PlainText.Of(content.Name.Zh), PlainText.OrNull(content.Name.En));
        (MaxMarks, ExcellentFrom, WeakBelow, Measure) = (content.MaxMarks, content.ExcellentFrom, content.WeakBelow, content.Measure);
    }
}

/// <summary>What plans made from the template spend money on.</summary>
public sealed class PlanTemplateCost
{
    private PlanTemplateCost()
    {
    }

    public long Id { get; private set; }

    public long TemplateId { get; private set; }

    /// <summary>Place in the budget, from 1.</summary>
    public int Sequence { get; private set; }

    public BudgetKind Kind { get; private set; }

    public string Description { get; private set; } = "";

    internal static PlanTemplateCost Of(PlanTemplateCostContent content, int sequence)
    {
        var cost = new PlanTemplateCost { Sequence = sequence };
        cost.Take(content);
        return cost;
    }

    internal void Take(PlanTemplateCostContent content) => (Kind, Description) = (content.Kind, PlainText.Of(content.Description));
}
