using Training.Domain.Rules;

namespace Training.Domain.Incentives;

/// <summary>What the person says to it, and what is decided.</summary>
public sealed partial class PerformanceEvent
{
    /// <summary>The person's view, in place of an earlier one, up to the last day for it and while it is not decided. Refused: to anybody
    /// else; afterwards; an objection without a word why.</summary>
    public void Respond(bool isObjection, string? view, EventActor by, DateTimeOffset now, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(by);
        if (by.EmployeeId != EmployeeId)
        {
            throw PerformanceEventRefusals.NotThePerson.With();
        }

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
        RefuseUnlessDecider(by);
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
        RefuseUnlessDecider(by);
        State = PerformanceEventLife.Table.Next(State, PerformanceEventAct.Reject);
        (DecidedByAccountId, DecidedAt, DecisionNote) = (by.AccountId, now, PlainText.Of(reason));
    }

    /// <summary>What was confirmed counts no longer. By HR or an approver other than who confirmed it, never about oneself.</summary>
    public void Revoke(string reason, EventActor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        RefuseOwn(by);
        var next = PerformanceEventLife.Table.Next(State, PerformanceEventAct.Revoke);
        if (by.AccountId == DecidedByAccountId)
        {
            throw PerformanceEventRefusals.OwnConfirmation.With();
        }

        (State, RevokedByAccountId, RevokedAt, RevocationReason) = (next, by.AccountId, now, PlainText.Of(reason));
    }

    /// <summary>Why it is left out of a bulk confirmation by this person; none: it is confirmed with the others.</summary>
    public Refusal? LeftOutOfBulk(EventActor by, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(by);
        return by.EmployeeId == EmployeeId ? AccessRefusals.OwnRecord
            : !PerformanceEventLife.Table.Allows(State, PerformanceEventAct.Confirm) ? PerformanceEventRefusals.NotInThisState
            : !IsImported ? PerformanceEventRefusals.NotImported
            : IsObjection == true ? PerformanceEventRefusals.Objected
            : EditedByAccountId == by.AccountId ? PerformanceEventRefusals.OwnReport
            : !IsHeardOn(today) ? PerformanceEventRefusals.ViewTimeOpen
            : null;
    }

    /// <summary>What this person can do to it now.</summary>
    public IReadOnlyList<PerformanceEventAct> AllowedActions(EventActor by, DateOnly today) =>
        PerformanceEventLife.Table.AllowedActions(State, by, (who, act) => act switch
        {
            PerformanceEventAct.Respond => who.EmployeeId == EmployeeId && today <= ViewUntil,
            PerformanceEventAct.Edit => who.EmployeeId != EmployeeId && IsEditor(who),
            PerformanceEventAct.Confirm => MayDecide(who) && IsHeardOn(today),
            PerformanceEventAct.Reject => MayDecide(who),
            PerformanceEventAct.Revoke => who.MayDecide && who.EmployeeId != EmployeeId && who.AccountId != DecidedByAccountId,
            _ => false,
        });

    private bool MayDecide(EventActor by) =>
        by.MayDecide && by.EmployeeId != EmployeeId && !IsReporter(by) && !(IsObjection == true && by.AccountId == ReportedByAccountId);

    /// <summary>A feed is its own reporter, until somebody edits what it said.</summary>
    private bool IsReporter(EventActor by) =>
        by.AccountId == EditedByAccountId || (!IsImported && by.AccountId == ReportedByAccountId);

    private bool IsEditor(EventActor by) => by.IsHumanResources || by.AccountId == ReportedByAccountId;

    private void RefuseOwn(EventActor by)
    {
        if (by.EmployeeId == EmployeeId)
        {
            throw AccessRefusals.OwnRecord.With();
        }
    }

    /// <summary>Refuses an edit of one's own, by who is neither its reporter nor HR, and of what is decided.</summary>
    public void RefuseUnlessEditable(EventActor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        RefuseOwn(by);
        if (!IsEditor(by))
        {
            throw PerformanceEventRefusals.NotYours.With();
        }

        PerformanceEventLife.Table.Next(State, PerformanceEventAct.Edit);
    }

    private void RefuseUnlessDecider(EventActor by)
    {
        ArgumentNullException.ThrowIfNull(by);
        RefuseOwn(by);
        if (IsReporter(by))
        {
            throw PerformanceEventRefusals.OwnReport.With();
        }

        if (IsObjection == true && by.AccountId == ReportedByAccountId)
        {
            throw PerformanceEventRefusals.OwnImport.With();
        }
    }
}
