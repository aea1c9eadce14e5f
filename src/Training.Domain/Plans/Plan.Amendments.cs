using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>How a running plan is changed: somebody proposes an amendment, somebody else approves it, and with that it is
/// carried out.</summary>
public sealed partial class Plan
{
    /// <summary>The plan as an amendment would leave it, as far as its content is checked by it.</summary>
    public PlanContent ContentWith(AmendmentContent content) => new(
        new Bilingual(TitleZh, TitleEn),
        TemplateId,
        DepartmentId,
        StartsOn,
        content.EndsOn,
        null,
        [],
        [.. _stages.Select(x => new PlanStageContent(x.Number, x.LengthValue, x.LengthUnit))],
        content.Items)
    {
        Audience = content.Audience,
    };

    /// <summary>Proposes an amendment. Refused unless the plan runs; while another one waits for a decision; content that a plan
    /// may not have; without any item left; and as <see cref="PlanAmendment"/> says.</summary>
    /// <param name="latest">The amendment of the plan with the highest number, decided or not.</param>
    /// <param name="content">How the plan is to be.</param>
    /// <param name="by">Who proposes it.</param>
    /// <param name="today">Today in the organisation's zone.</param>
    /// <param name="now">The instant of proposing.</param>
    public PlanAmendment Propose(PlanAmendment? latest, AmendmentContent content, PlanActor by, DateOnly today, DateTimeOffset now)
    {
        _ = PlanLife.Table.Next(State, PlanAct.Amend);
        if (latest?.State == AmendmentState.Submitted)
        {
            throw AmendmentRefusals.AlreadyOpen.With(("code", Code), ("number", latest.Number));
        }

        if (content.Items.Count == 0)
        {
            throw PlanRefusals.ItemsMissing.At("items", ("code", Code));
        }

        ContentWith(content).Check();
        return PlanAmendment.Of(this, (latest?.Number ?? 0) + 1, content, by, today, now);
    }

    /// <summary>Approves an amendment and carries it out; what follows for the people is the caller's. Refused to its author; unless
    /// the plan runs; once it was decided; and where it adds items after the last day.</summary>
    public void Amend(PlanAmendment amendment, PlanActor by, DateOnly today, DateTimeOffset now)
    {
        amendment.RefuseUnlessMay(AmendmentAct.Approve, by);
        var next = PlanLife.Table.Next(State, PlanAct.Amend);
        amendment.Approve(by, today, now);
        foreach (var change in amendment.Items.OrderBy(x => x.Sequence))
        {
            TakeChange(change, today);
        }

        foreach (var (i, item) in CurrentItems.ToList().Index())
        {
            item.Place(i + 1);
        }

        TakeAudience(amendment.NewAudience);
        EndsOn = amendment.NewEndsOn;
        Move(PlanAct.Amend, next, by, now, amendment.Reason);
    }

    private void TakeChange(PlanAmendmentItem change, DateOnly today)
    {
        var kept = _items.Find(x => x.CourseId == change.CourseId);
        switch (change.New)
        {
            case null:
                kept!.Remove(today);
                break;
            case { } wanted when change.Change == ItemChange.Changed:
                kept!.Change(wanted, today);
                break;
            case { } wanted:
                if (kept is null)
                {
                    _items.Add(kept = PlanItem.Of(wanted, 0));
                }
                else
                {
                    kept.AddAgain(wanted);
                }

                kept.Place(_items.Max(x => x.Sequence) + 1);
                break;
        }
    }
}
