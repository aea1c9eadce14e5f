using Training.Domain.Courses;

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
