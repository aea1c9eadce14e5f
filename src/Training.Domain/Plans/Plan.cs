using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>A training plan: which people have to complete which courses by when. Drafted, approved by somebody else
/// than its author, then started; from then on every person of the audience has a <see cref="TrainingItem"/> per item.</summary>
public sealed partial class Plan : IVersioned
{
    public const int MaxCodeLength = 32;
    public const int MaxTitleLength = 200;
    public const int MaxTextLength = 4000;

    private readonly List<PlanItem> _items = [];
    private readonly List<PlanStage> _stages = [];
    private readonly List<PlanStep> _steps = [];
    private readonly List<PlanBudgetLine> _budget = [];
    private readonly List<PlanEvaluationPart> _evaluation = [];

    private Plan()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key (<c>2026H2-CS</c>), unique without regard to case; never changes.</summary>
    public string Code { get; private set; } = "";

    public string TitleZh { get; private set; } = "";

    public string? TitleEn { get; private set; }

    /// <summary>What lists sort the title by; worked out at the edge.</summary>
    public string TitleSortKey { get; private set; } = "";

    /// <summary>What <c>q</c> looks in: code and titles in their search form; worked out at the edge.</summary>
    public string SearchText { get; private set; } = "";

    public long? TemplateId { get; private set; }

    /// <summary>The department whose people it is for; the next five say which of them.</summary>
    public long DepartmentId { get; private set; }

    /// <summary>Whether the departments below belong to the audience.</summary>
    public bool AudienceWithBelow { get; private set; }

    public IReadOnlyList<long> AudiencePositionIds { get; private set; } = [];

    public DateOnly? AudienceHiredFrom { get; private set; }

    public DateOnly? AudienceHiredTo { get; private set; }

    public IReadOnlyList<ContractKind> AudienceContractKinds { get; private set; } = [];

    /// <summary>Whom it is for. From the start on it follows who comes and goes.</summary>
    public AudienceRule Audience => new(
        DepartmentId, new AudienceFilter(AudienceWithBelow, AudiencePositionIds, AudienceHiredFrom, AudienceHiredTo, AudienceContractKinds));

    /// <summary>First day; due days count from here. The plan can be started from this day on.</summary>
    public DateOnly StartsOn { get; private set; }

    /// <summary>Last day, included; none: open.</summary>
    public DateOnly? EndsOn { get; private set; }

    public string? BackgroundZh { get; private set; }

    public string? BackgroundEn { get; private set; }

    public IReadOnlyList<Bilingual> Objectives { get; private set; } = [];

    /// <summary>What people, rooms and equipment the plan needs from others.</summary>
    public string? SupportZh { get; private set; }

    public string? SupportEn { get; private set; }

    /// <summary>How often a plan of this content is made anew.</summary>
    public PlanRecurrence Recurrence { get; private set; }

    /// <summary>The plan that this one was made from, by hand or because it recurs.</summary>
    public long? SourcePlanId { get; private set; }

    public long AuthorAccountId { get; private set; }

    public long? AuthorEmployeeId { get; private set; }

    public PlanState State { get; private set; }

    /// <summary>The day on which the audience was worked out, once running.</summary>
    public DateOnly? StartedOn { get; private set; }

    public int Version { get; private set; }

    /// <summary>Every item the plan ever had once it was running; those that amendments took out included.</summary>
    public IReadOnlyCollection<PlanItem> Items => _items;

    /// <summary>What the plan asks for now, in order.</summary>
    public IEnumerable<PlanItem> CurrentItems => _items.Where(x => x.IsInPlan).OrderBy(x => x.Sequence);

    public IReadOnlyCollection<PlanStage> Stages => _stages;

    public IReadOnlyCollection<PlanStep> Steps => _steps;

    public IReadOnlyCollection<PlanBudgetLine> Budget => _budget;

    public IReadOnlyCollection<PlanEvaluationPart> Evaluation => _evaluation;

    public BudgetTotal BudgetTotal => new(_budget.Sum(x => x.Planned), _budget.Sum(x => x.Actual ?? 0));

    public static Plan Draft(string code, PlanContent content, PlanActor author)
    {
        content.Check();
        var plan = new Plan
        {
            Code = PlainText.Key(code),
            AuthorAccountId = author.AccountId,
            AuthorEmployeeId = author.EmployeeId,
            State = PlanState.Draft,
        };
        plan.Take(content);
        plan.TakeBudget(content.Budget);
        return plan;
    }

    /// <summary>An author with two accounts is still the author.</summary>
    public PlanRelation RelationTo(PlanActor actor) =>
        actor.AccountId == AuthorAccountId || (AuthorEmployeeId is { } author && actor.EmployeeId == author)
            ? PlanRelation.Author
            : _steps.Any(x => IsWriting(x.Act) && x.IsBy(actor))
                ? PlanRelation.Editor
                : PlanRelation.Other;

    /// <summary>The accounts that wrote the plan, changed it before it was approved or handed it in: they do not decide on it.</summary>
    public IReadOnlyCollection<long> Writers =>
        [AuthorAccountId, .. _steps.Where(x => IsWriting(x.Act)).Select(x => x.ByAccountId)];

    /// <summary>Nobody decides on a plan that is their own, or that they changed or handed in; every other act is open to them.</summary>
    public static bool Permits(PlanRelation relation, PlanAct act) =>
        relation == PlanRelation.Other || act is not (PlanAct.Approve or PlanAct.Return);

    /// <summary>The acts that state and relation permit; what the caller's role permits is for the caller to know.</summary>
    public IReadOnlyList<PlanAct> AllowedActions(PlanActor actor) =>
        PlanLife.Table.AllowedActions(State, RelationTo(actor), Permits);

    /// <summary>Replaces the whole content. Only a draft or a returned plan can be edited.</summary>
    public void Edit(PlanContent content, PlanActor by, DateTimeOffset now)
    {
        _ = PlanLife.Table.Next(State, PlanAct.Edit);
        content.Check();
        Take(content);
        Note(PlanAct.Edit, by, now);
    }

    /// <summary>Keeps what the title is sorted and found by; called whenever the title was given or edited.</summary>
    public void FindBy(string titleSortKey, string searchText)
    {
        TitleSortKey = titleSortKey;
        SearchText = searchText;
    }

    /// <summary>Throws unless the plan may be deleted: only a draft or a returned plan.</summary>
    public void RefuseUnlessDeletable() => _ = PlanLife.Table.Next(State, PlanAct.Delete);

    /// <summary>Hands the plan in for approval. Refused without an item.</summary>
    public void Submit(PlanActor by, DateTimeOffset now)
    {
        var next = PlanLife.Table.Next(State, PlanAct.Submit);
        if (_items.Count == 0)
        {
            throw PlanRefusals.ItemsMissing.With(("code", Code));
        }

        Move(PlanAct.Submit, next, by, now, null);
    }

    /// <summary>Approves the plan. Refused to who wrote it, changed it or handed it in.</summary>
    public void Approve(PlanActor by, DateTimeOffset now, string? remark) => Decide(PlanAct.Approve, by, now, remark);

    /// <summary>Gives the plan back to be improved, with the reason. Refused to who wrote it, changed it or handed it in.</summary>
    public void Return(PlanActor by, DateTimeOffset now, string reason) => Decide(PlanAct.Return, by, now, reason);

    /// <summary>Starts the plan on <paramref name="today"/>, the day its audience is worked out on. Refused before its
    /// first and after its last day.</summary>
    public void Start(PlanActor by, DateOnly today, DateTimeOffset now)
    {
        var next = PlanLife.Table.Next(State, PlanAct.Start);
        if (today < StartsOn)
        {
            throw PlanRefusals.StartTooEarly.With(("startsOn", StartsOn), ("today", today));
        }

        if (today > EndsOn)
        {
            throw PlanRefusals.StartTooLate.With(("endsOn", EndsOn), ("today", today));
        }

        StartedOn = today;
        Move(PlanAct.Start, next, by, now, null);
    }

    /// <summary>Closes the plan. Refused while people have to be trained again for it, and while mandatory items are open, naming
    /// them, unless with a reason.</summary>
    public void Close(PlanActor by, DateTimeOffset now, OpenMandatoryItems open, string? reason)
    {
        var next = PlanLife.Table.Next(State, PlanAct.Close);
        if (open.Retraining > 0)
        {
            throw PlanRefusals.RetrainingOpen.With(("code", Code), ("open", open.Retraining), ("id", Id));
        }

        if (open.Count > 0 && PlainText.OrNull(reason) is null)
        {
            throw PlanRefusals.MandatoryItemsOpen.Naming(
                "reason", [.. open.Named.Select(x => x.Detail)], ("code", Code), ("open", open.Count), ("id", Id), ("named", open.Named.Count));
        }

        Move(PlanAct.Close, next, by, now, reason);
    }

    /// <summary>Cancels the plan, with the reason; the open training items of a running plan are dropped by the caller.</summary>
    public void Cancel(PlanActor by, DateTimeOffset now, string reason) =>
        Move(PlanAct.Cancel, PlanLife.Table.Next(State, PlanAct.Cancel), by, now, reason);

    /// <summary>Throws when the act is one that nobody may do to a plan that they wrote, changed or handed in.</summary>
    public void RefuseOwn(PlanAct act, PlanActor by)
    {
        if (!Permits(RelationTo(by), act))
        {
            throw PlanRefusals.OwnApproval.With(("code", Code));
        }
    }

    private static bool IsWriting(PlanAct act) => act is PlanAct.Edit or PlanAct.EditBudget or PlanAct.Submit;

    private void Decide(PlanAct act, PlanActor by, DateTimeOffset now, string? remark)
    {
        RefuseOwn(act, by);
        Move(act, PlanLife.Table.Next(State, act), by, now, remark);
    }

    /// <summary>That somebody else than the author changed the plan before it was approved; once for changes in a row.</summary>
    private void Note(PlanAct act, PlanActor by, DateTimeOffset now)
    {
        var isLast = _steps.MaxBy(x => x.At) is { } last && last.Act is PlanAct.Edit or PlanAct.EditBudget && last.IsBy(by);
        if (State is PlanState.Draft or PlanState.Returned && RelationTo(by) != PlanRelation.Author && !isLast)
        {
            _steps.Add(PlanStep.Of(act, by, now, null));
        }
    }

    private void Move(PlanAct act, PlanState next, PlanActor by, DateTimeOffset now, string? remark)
    {
        State = next;
        _steps.Add(PlanStep.Of(act, by, now, remark));
    }
}
