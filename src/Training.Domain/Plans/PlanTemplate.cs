using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>How often a plan of this template is made.</summary>
public enum PlanRecurrence
{
    /// <summary>When needed.</summary>
    None,
    HalfYearly,
}

/// <summary>What a template asks: as an item of a plan, due working days after the plan's start.</summary>
public sealed record PlanTemplateItemContent(long CourseId, int? Stage, bool IsMandatory, int DueWorkingDays);

/// <summary>What plans of the template spend money on.</summary>
public sealed record PlanTemplateCostContent(BudgetKind Kind, string Description);

/// <summary>All of a template that can be edited, as one whole.</summary>
public sealed record PlanTemplateContent(
    Bilingual Name,
    Bilingual? Background,
    Bilingual? Audience,
    IReadOnlyList<Bilingual> Objectives,
    IReadOnlyList<Bilingual> Methods,
    decimal? ClassHours,
    decimal? PracticeHours,
    PlanRecurrence Recurrence,
    SourcePlace? Source,
    IReadOnlyList<PlanStageContent> Stages,
    IReadOnlyList<PlanTemplateItemContent> Items)
{
    /// <summary>What people, rooms and equipment its plans need from others.</summary>
    public Bilingual? Support { get; init; }

    /// <summary>The parts by which the people of its plans are judged, in their order.</summary>
    public IReadOnlyList<EvaluationPartContent> Evaluation { get; init; } = [];

    /// <summary>What its plans spend money on, in their order; how much is planned by the plan.</summary>
    public IReadOnlyList<PlanTemplateCostContent> Budget { get; init; } = [];
}

/// <summary>A pattern for plans, for instance the department's plan of three days each half-year. A plan made from it
/// has its own copy: changing the template changes no plan.</summary>
public sealed partial class PlanTemplate : IVersioned
{
    private readonly List<PlanTemplateItem> _items = [];
    private readonly List<PlanTemplateStage> _stages = [];

    private PlanTemplate()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key (<c>TP06</c>), unique without regard to case; never changes.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public string? BackgroundZh { get; private set; }

    public string? BackgroundEn { get; private set; }

    public string? AudienceZh { get; private set; }

    public string? AudienceEn { get; private set; }

    public IReadOnlyList<Bilingual> Objectives { get; private set; } = [];

    public IReadOnlyList<Bilingual> Methods { get; private set; } = [];

    public decimal? ClassHours { get; private set; }

    public decimal? PracticeHours { get; private set; }

    public PlanRecurrence Recurrence { get; private set; }

    /// <summary>What people, rooms and equipment its plans need from others.</summary>
    public string? SupportZh { get; private set; }

    public string? SupportEn { get; private set; }

    public string? SourceDocument { get; private set; }

    public string? SourceLocator { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<PlanTemplateItem> Items => _items;

    public IReadOnlyCollection<PlanTemplateStage> Stages => _stages;

    public static PlanTemplate Create(string code, PlanTemplateContent content)
    {
        Check(content);
        var template = new PlanTemplate { Code = PlainText.Key(code) };
        template.Take(content);
        return template;
    }

    /// <summary>Replaces the whole content; plans made before keep theirs. Refused once the template is retired.</summary>
    public void Edit(PlanTemplateContent content)
    {
        RefuseIfRetired();
        Check(content);
        Take(content);
    }

    /// <summary>The content of a plan made from this template for one department, its costs planned with 0; the title is the
    /// template's name unless another is given.</summary>
    public PlanContent For(long departmentId, DateOnly startsOn, DateOnly? endsOn, Bilingual? title) => new(
        title ?? new Bilingual(NameZh, NameEn),
        Id,
        departmentId,
        startsOn,
        endsOn,
        BackgroundZh is null ? null : new Bilingual(BackgroundZh, BackgroundEn),
        Objectives,
        [.. _stages.OrderBy(x => x.Number).Select(x => new PlanStageContent(x.Number, x.LengthValue, x.LengthUnit))],
        [.. _items.OrderBy(x => x.Sequence).Select(x => new PlanItemContent(x.CourseId, x.Stage, x.IsMandatory, x.DueWorkingDays, null))])
    {
        Recurrence = Recurrence,
        Support = SupportZh is null ? null : new Bilingual(SupportZh, SupportEn),
        Evaluation = [.. _evaluation.OrderBy(x => x.Sequence).Select(x => x.Content)],
        Budget = [.. _budget.OrderBy(x => x.Sequence).Select((x, i) => new BudgetLineContent(i + 1, x.Kind, x.Description, 0, null))],
    };

    private static void Check(PlanTemplateContent content)
    {
        Course.CheckHours("classHours", content.ClassHours);
        Course.CheckHours("practiceHours", content.PracticeHours);
        PlanShape.CheckStages(content.Stages);
        PlanEvaluationPart.Check(content.Evaluation);
        var courses = new HashSet<long>();
        for (var i = 0; i < content.Items.Count; i++)
        {
            var item = content.Items[i];
            PlanShape.CheckStage($"items[{i}].stage", item.Stage, content.Stages);
            if (item.DueWorkingDays is < 1 or > PlanShape.MaxDueWorkingDays)
            {
                throw PlanRefusals.DueRule.At(
                    $"items[{i}].dueWorkingDays", ("dueWorkingDays", item.DueWorkingDays), ("dueOn", null), ("max", PlanShape.MaxDueWorkingDays));
            }

            if (!courses.Add(item.CourseId))
            {
                throw PlanRefusals.CourseTwice.At($"items[{i}].courseId", ("courseId", item.CourseId));
            }
        }
    }

    private void Take(PlanTemplateContent content)
    {
        NameZh = PlainText.Of(content.Name.Zh);
        NameEn = PlainText.OrNull(content.Name.En);
        BackgroundZh = PlainText.OrNull(content.Background?.Zh);
        BackgroundEn = PlainText.OrNull(content.Background?.En);
        AudienceZh = PlainText.OrNull(content.Audience?.Zh);
        AudienceEn = PlainText.OrNull(content.Audience?.En);
        Objectives = Texts(Objectives, content.Objectives);
        Methods = Texts(Methods, content.Methods);
        ClassHours = content.ClassHours;
        PracticeHours = content.PracticeHours;
        Recurrence = content.Recurrence;
        (SupportZh, SupportEn) = (PlainText.OrNull(content.Support?.Zh), PlainText.OrNull(content.Support?.En));
        SourceDocument = PlainText.OrNull(content.Source?.Document);
        SourceLocator = PlainText.OrNull(content.Source?.Locator);
        TakeStages(content.Stages);
        TakeItems(content.Items);
        TakeEvaluation(content.Evaluation);
        TakeBudget(content.Budget);
    }

    private static IReadOnlyList<Bilingual> Texts(IReadOnlyList<Bilingual> old, IReadOnlyList<Bilingual> given)
    {
        List<Bilingual> plain = [.. given.Select(x => Bilingual.Of(x.Zh, x.En))];
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
                _stages.Add(PlanTemplateStage.Of(stage));
            }
        }
    }

    private void TakeItems(IReadOnlyList<PlanTemplateItemContent> items)
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
                _items.Add(PlanTemplateItem.Of(items[i], i + 1));
            }
        }
    }
}
