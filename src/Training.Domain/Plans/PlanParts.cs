using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>A stage of a plan.</summary>
public sealed class PlanStage
{
    private PlanStage()
    {
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    public int Number { get; private set; }

    public int LengthValue { get; private set; }

    public LengthUnit LengthUnit { get; private set; }

    internal static PlanStage Of(PlanStageContent content)
    {
        var stage = new PlanStage { Number = content.Number };
        stage.Take(content);
        return stage;
    }

    internal void Take(PlanStageContent content)
    {
        LengthValue = content.LengthValue;
        LengthUnit = content.LengthUnit;
    }
}

/// <summary>What the working days of an item count from.</summary>
public enum DueFrom
{
    PlanStart,

    /// <summary>The day on which the person was given the item.</summary>
    Assignment,

    /// <summary>The person's first day of employment.</summary>
    HireDay,
}

/// <summary>A course that a plan asks of its people. Unique by course within the plan; editing the plan keeps the row of
/// a course that stays, and amending a running plan keeps every row: what was taken out is marked, and asked for again by the
/// same row when a later amendment adds the course again.</summary>
public sealed class PlanItem
{
    private PlanItem()
    {
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    /// <summary>Place in the plan, from 1; of an item that was taken out, the last it had.</summary>
    public int Sequence { get; private set; }

    public long CourseId { get; private set; }

    public int? Stage { get; private set; }

    public bool IsMandatory { get; private set; }

    /// <summary>Working days after <see cref="DueFrom"/>; exactly one of this and <see cref="DueOn"/> is there.</summary>
    public int? DueWorkingDays { get; private set; }

    public DueFrom DueFrom { get; private set; }

    public DateOnly? DueOn { get; private set; }

    /// <summary>The day on which an amendment changed when the item is due; nobody has less than
    /// <see cref="TrainingItem.LeastWorkingDays"/> working days from it on.</summary>
    public DateOnly? DueRuleChangedOn { get; private set; }

    /// <summary>The day on which an amendment took the item out of the plan.</summary>
    public DateOnly? RemovedOn { get; private set; }

    public bool IsInPlan => RemovedOn is null;

    public PlanItemContent Content => new(CourseId, Stage, IsMandatory, DueWorkingDays, DueOn, DueFrom);

    internal static PlanItem Of(PlanItemContent content, int sequence)
    {
        var item = new PlanItem { CourseId = content.CourseId };
        item.Take(content, sequence);
        return item;
    }

    internal void Take(PlanItemContent content, int sequence)
    {
        Sequence = sequence;
        Stage = content.Stage;
        IsMandatory = content.IsMandatory;
        DueWorkingDays = content.DueWorkingDays;
        DueFrom = content.DueFrom;
        DueOn = content.DueOn;
    }

    internal void Place(int sequence) => Sequence = sequence;

    /// <summary>Asks otherwise from <paramref name="today"/> on.</summary>
    internal void Change(PlanItemContent content, DateOnly today)
    {
        DueRuleChangedOn = content.DueRule == Content.DueRule ? DueRuleChangedOn : today;
        Take(content, Sequence);
    }

    internal void Remove(DateOnly today) => RemovedOn = today;

    /// <summary>Asks for it again, as the content says; whoever has it anew has it from that day.</summary>
    internal void AddAgain(PlanItemContent content)
    {
        (RemovedOn, DueRuleChangedOn) = (null, null);
        Take(content, Sequence);
    }
}

/// <summary>One step in the history of a plan: who did what when, and why. Written once, never changed.</summary>
public sealed class PlanStep
{
    public const int MaxRemarkLength = 1000;

    private PlanStep()
    {
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    /// <summary>Submit, approve, return, start, amend, close or cancel; and edits by others than the author, who then may not decide.</summary>
    public PlanAct Act { get; private set; }

    public long ByAccountId { get; private set; }

    /// <summary>The employee behind the account, where there is one.</summary>
    public long? ByEmployeeId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public string? Remark { get; private set; }

    internal static PlanStep Of(PlanAct act, PlanActor by, DateTimeOffset now, string? remark) =>
        new() { Act = act, ByAccountId = by.AccountId, ByEmployeeId = by.EmployeeId, At = now, Remark = PlainText.OrNull(remark) };

    /// <summary>Taken by the actor, with this or another account of the same person.</summary>
    internal bool IsBy(PlanActor actor) => actor.AccountId == ByAccountId || (ByEmployeeId is { } by && actor.EmployeeId == by);
}

/// <summary>The mandatory training items of a plan that are open.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Named">Of these, the first <see cref="MostNamed"/> by due day, of people whom the one who closes may see.</param>
public sealed record OpenMandatoryItems(int Count, IReadOnlyList<OpenMandatoryItem> Named)
{
    /// <summary>A refusal names no more than this.</summary>
    public const int MostNamed = 50;

    public static readonly OpenMandatoryItems None = new(0, []);

    /// <summary>How many people have still to be trained again for the plan.</summary>
    public int Retraining { get; init; }
}

/// <summary>Who has not completed which mandatory course, and until when they had.</summary>
public sealed record OpenMandatoryItem(string EmployeeNumber, Bilingual Person, string CourseCode, Bilingual Course, DateOnly DueOn)
{
    internal RuleDetail Detail => new(
        "plan.mandatoryItemOpen",
        ("employeeNumber", EmployeeNumber), ("person", Person), ("courseCode", CourseCode), ("course", Course), ("dueOn", DueOn));
}

/// <summary>Who acts on a plan: the account, and the employee behind it where there is one.</summary>
public sealed record PlanActor(long AccountId, long? EmployeeId);

/// <summary>How the one who acts stands to a plan.</summary>
public enum PlanRelation
{
    /// <summary>Wrote it, with this or another account of the same person.</summary>
    Author,

    /// <summary>Changed it before it was approved, or handed it in.</summary>
    Editor,
    Other,
}
