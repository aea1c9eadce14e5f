using Training.Domain.Rules;

namespace Training.Domain.Incentives;

/// <summary>What the person says to it, and what is decided.</summary>
public sealed partial class PerformanceEvent
{
    /// <summary>The person's view, in place of an earlier one, up to the last day for it and while it is not decided. Refused: to anybody
    /// else; afterwards; an objection without a word why.</summary>
    public void Respond(bool isObjection, string? view, EventActor by, DateTimeOffset now, DateOnly today)
    {
        RefuseUnlessMay(PerformanceEventAct.Respond, by);
        State = PerformanceEventLife.Table.Next(State, PerformanceEventAct.Respond);
        if (today > ViewUntil)
        {
            throw PerformanceEventRefusals.ViewTimeOver.With(("viewUntil", ViewUntil));
        }

        if (isObjection && PlainText.OrNull(view) is null)
        {
            throw PerformanceEventRefusals.ObjectionUnexplained.At("view");
        }

        (View, ViewedAt, IsObjection) = (PlainText.OrNull(view), now, isObjection);
    }

    /// <summary>It counts from now on. By HR or an approver who neither reported nor edited it, once the person has answered or their days
    /// have passed; what the person objects to, not by who imported it.</summary>
    public void Confirm(string? note, EventActor by, DateTimeOffset now, DateOnly today)
    {
        RefuseUnlessMay(PerformanceEventAct.Confirm, by);
        var next = PerformanceEventLife.Table.Next(State, PerformanceEventAct.Confirm);
        if (!IsHeardOn(today))
        {
            throw PerformanceEventRefusals.ViewTimeOpen.With(("viewUntil", ViewUntil));
        }

        (State, DecidedByAccountId, DecidedAt, DecisionNote) = (next, by.AccountId, now, PlainText.OrNull(note));
    }

    /// <summary>It never counts. By whom as in <see cref="Confirm"/>, at any time before a decision.</summary>
    public void Reject(string reason, EventActor by, DateTimeOffset now)
    {
        RefuseUnlessMay(PerformanceEventAct.Reject, by);
        State = PerformanceEventLife.Table.Next(State, PerformanceEventAct.Reject);
        (DecidedByAccountId, DecidedAt, DecisionNote) = (by.AccountId, now, PlainText.Of(reason));
    }

    /// <summary>What was confirmed counts no longer. By HR or an approver other than who confirmed it, never about oneself.</summary>
    public void Revoke(string reason, EventActor by, DateTimeOffset now)
    {
        RefuseUnlessMay(PerformanceEventAct.Revoke, by);
        (State, RevokedByAccountId, RevokedAt, RevocationReason) =
            (PerformanceEventLife.Table.Next(State, PerformanceEventAct.Revoke), by.AccountId, now, PlainText.Of(reason));
    }

    /// <summary>Refuses an edit of one's own, by who is neither its reporter nor HR, and of what is decided.</summary>
    public void RefuseUnlessEditable(EventActor by)
    {
        RefuseUnlessMay(PerformanceEventAct.Edit, by);
        PerformanceEventLife.Table.Next(State, PerformanceEventAct.Edit);
    }

    /// <summary>Why it is left out of a bulk confirmation by this person; none: it is confirmed with the others.</summary>
    public Refusal? LeftOutOfBulk(EventActor by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(by);
        return IsOwn(by) ? AccessRefusals.OwnRecord
            : !PerformanceEventLife.Table.Allows(State, PerformanceEventAct.Confirm) ? PerformanceEventRefusals.NotInThisState
            : !IsImported ? PerformanceEventRefusals.NotImported
            : IsObjection == true ? PerformanceEventRefusals.Objected
            : WhyNot(PerformanceEventAct.Confirm, by) ?? (IsHeardOn(today) ? null : PerformanceEventRefusals.ViewTimeOpen);
    }

    /// <summary>What this person can do to it now.</summary>
    public IReadOnlyList<PerformanceEventAct> AllowedActions(EventActor by, DateOnly today) =>
        PerformanceEventLife.Table.AllowedActions(State, by, (who, act) => WhyNot(act, who) is null && act switch
        {
            PerformanceEventAct.Respond => today <= ViewUntil,
            PerformanceEventAct.Edit => true,
            PerformanceEventAct.Confirm => who.MayDecide && IsHeardOn(today),
            _ => who.MayDecide,
        });

    private void RefuseUnlessMay(PerformanceEventAct act, EventActor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (WhyNot(act, by) is { } why)
        {
            throw why.With();
        }
    }

    /// <summary>How this person stands to it that keeps them from the act; none: nothing does.</summary>
    private Refusal? WhyNot(PerformanceEventAct act, EventActor by) => act switch
    {
        PerformanceEventAct.Respond => IsOwn(by) ? null : PerformanceEventRefusals.NotThePerson,
        _ when IsOwn(by) => AccessRefusals.OwnRecord,
        PerformanceEventAct.Edit => by.IsHumanResources || by.AccountId == ReportedByAccountId ? null : PerformanceEventRefusals.NotYours,
        PerformanceEventAct.Revoke =>
            State == PerformanceEventState.Confirmed && by.AccountId == DecidedByAccountId ? PerformanceEventRefusals.OwnConfirmation : null,
        _ when IsReporter(by) => PerformanceEventRefusals.OwnReport,
        _ => IsObjection == true && by.AccountId == ReportedByAccountId ? PerformanceEventRefusals.OwnImport : null,
    };

    private bool IsOwn(EventActor by) => by.EmployeeId == EmployeeId;

    /// <summary>A feed is its own reporter, until somebody edits what it said.</summary>
    private bool IsReporter(EventActor by) =>
        by.AccountId == EditedByAccountId || (!IsImported && by.AccountId == ReportedByAccountId);
}
