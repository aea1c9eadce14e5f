using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>An amendment of a running plan: what it proposes to change, old → new, who proposed it and what became of it. At most
/// one per plan waits for a decision. It is written once, decided once and kept; what was returned is proposed anew.</summary>
public sealed class PlanAmendment : IVersioned
{
    private readonly List<PlanAmendmentItem> _items = [];

    private PlanAmendment()
    {
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    /// <summary>1, 2, 3 … within the plan.</summary>
    public int Number { get; private set; }

    public AmendmentState State { get; private set; }

    /// <summary>Why the plan is to change.</summary>
    public string Reason { get; private set; } = "";

    public AudienceFilter OldAudience { get; private set; } = AudienceFilter.Everybody;

    /// <summary>As the old one where the audience is not to change.</summary>
    public AudienceFilter NewAudience { get; private set; } = AudienceFilter.Everybody;

    public DateOnly? OldEndsOn { get; private set; }

    /// <summary>As the old one where the last day is not to change; none: open.</summary>
    public DateOnly? NewEndsOn { get; private set; }

    public long AuthorAccountId { get; private set; }

    public long? AuthorEmployeeId { get; private set; }

    public DateTimeOffset ProposedAt { get; private set; }

    /// <summary>Who approved, returned or withdrew it.</summary>
    public long? DecidedByAccountId { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was returned.</summary>
    public string? Remark { get; private set; }

    public int Version { get; private set; }

    /// <summary>The items that change, and no others.</summary>
    public IReadOnlyCollection<PlanAmendmentItem> Items => _items;

    public bool ChangesAudience => !OldAudience.AdmitsAs(NewAudience);

    public bool ChangesEnd => OldEndsOn != NewEndsOn;

    /// <summary>What a plan would become by the content. Refused when that is what it is, and when items are to be added after
    /// the last day, on which nobody would get them.</summary>
    internal static PlanAmendment Of(Plan plan, int number, AmendmentContent content, PlanActor author, DateOnly today, DateTimeOffset now)
    {
        var amendment = new PlanAmendment
        {
            PlanId = plan.Id,
            Number = number,
            State = AmendmentState.Submitted,
            Reason = PlainText.Of(content.Reason),
            OldAudience = plan.Audience.Filter,
            NewAudience = content.Audience.Plain(),
            OldEndsOn = plan.EndsOn,
            NewEndsOn = content.EndsOn,
            AuthorAccountId = author.AccountId,
            AuthorEmployeeId = author.EmployeeId,
            ProposedAt = now,
        };
        amendment._items.AddRange(PlanAmendmentItem.Between([.. plan.CurrentItems.Select(x => x.Content)], content.Items));
        if (amendment._items.Count == 0 && !amendment.ChangesAudience && !amendment.ChangesEnd)
        {
            throw AmendmentRefusals.ChangesNothing.With(("code", plan.Code));
        }

        amendment.RefuseAdditionsAfterEnd(today);
        return amendment;
    }

    /// <summary>An author with two accounts is still the author.</summary>
    public PlanRelation RelationTo(PlanActor actor) =>
        actor.AccountId == AuthorAccountId || (AuthorEmployeeId is { } author && actor.EmployeeId == author)
            ? PlanRelation.Author
            : PlanRelation.Other;

    /// <summary>The author withdraws, somebody else decides.</summary>
    public static bool Permits(PlanRelation relation, AmendmentAct act) => relation == PlanRelation.Author == (act == AmendmentAct.Withdraw);

    /// <summary>The acts that both states and the relation permit: no amendment of a plan that no longer runs is approved. What the
    /// caller's role permits is for the caller to know.</summary>
    public IReadOnlyList<AmendmentAct> AllowedActions(PlanActor actor, PlanState plan) =>
    [
        .. AmendmentLife.Table.AllowedActions(State, RelationTo(actor), Permits)
            .Where(x => x != AmendmentAct.Approve || PlanLife.Table.Allows(plan, PlanAct.Amend)),
    ];

    /// <summary>Gives it back with the reason. Refused to its author.</summary>
    public void Return(PlanActor by, DateTimeOffset now, string reason) => Decide(AmendmentAct.Return, by, now, reason);

    /// <summary>Takes it back. Refused to everybody but its author.</summary>
    public void Withdraw(PlanActor by, DateTimeOffset now) => Decide(AmendmentAct.Withdraw, by, now, null);

    /// <summary>Approves it; the plan carries it out.</summary>
    internal void Approve(PlanActor by, DateOnly today, DateTimeOffset now)
    {
        _ = AmendmentLife.Table.Next(State, AmendmentAct.Approve);
        RefuseAdditionsAfterEnd(today);
        Decide(AmendmentAct.Approve, by, now, null);
    }

    /// <summary>Throws when the act is not one for the actor: nobody decides on an amendment of their own, and only the author
    /// withdraws it.</summary>
    public void RefuseUnlessMay(AmendmentAct act, PlanActor by)
    {
        if (!Permits(RelationTo(by), act))
        {
            throw act == AmendmentAct.Withdraw ? AccessRefusals.NotInRelation.With() : AmendmentRefusals.OwnApproval.With(("number", Number));
        }
    }

    private void RefuseAdditionsAfterEnd(DateOnly today)
    {
        if (NewEndsOn < today && _items.Any(x => x.Change == ItemChange.Added))
        {
            throw AmendmentRefusals.AfterEnd.With(("endsOn", NewEndsOn), ("today", today));
        }
    }

    private void Decide(AmendmentAct act, PlanActor by, DateTimeOffset now, string? remark)
    {
        RefuseUnlessMay(act, by);
        State = AmendmentLife.Table.Next(State, act);
        (DecidedByAccountId, DecidedAt, Remark) = (by.AccountId, now, PlainText.OrNull(remark));
    }
}
