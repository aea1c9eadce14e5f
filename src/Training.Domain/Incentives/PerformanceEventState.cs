using Training.Domain.Rules;

namespace Training.Domain.Incentives;

/// <summary>Where a performance event stands.</summary>
public enum PerformanceEventState
{
    /// <summary>The person is told and may state their view; it does not count.</summary>
    Reported,

    /// <summary>It counts.</summary>
    Confirmed,

    /// <summary>It does not count: rejected, or revoked after it had been confirmed.</summary>
    Rejected,
}

/// <summary>What can be done to a performance event.</summary>
public enum PerformanceEventAct
{
    /// <summary>Put right by the reporter or HR; the person is told again and their time for a view begins anew.</summary>
    Edit,

    /// <summary>The person states their view.</summary>
    Respond,
    Confirm,
    Reject,

    /// <summary>What was confirmed does not count after all.</summary>
    Revoke,
}

/// <summary>How grave a complaint or violation is.</summary>
public enum EventSeverity
{
    Minor,
    Serious,
    Grave,
}

/// <summary>The life of a performance event: reported → confirmed or rejected; a confirmed one may be revoked.</summary>
public static class PerformanceEventLife
{
    public static readonly Transitions<PerformanceEventState, PerformanceEventAct> Table = new(
        PerformanceEventRefusals.NotInThisState,
        (PerformanceEventState.Reported, PerformanceEventAct.Edit, PerformanceEventState.Reported),
        (PerformanceEventState.Reported, PerformanceEventAct.Respond, PerformanceEventState.Reported),
        (PerformanceEventState.Reported, PerformanceEventAct.Confirm, PerformanceEventState.Confirmed),
        (PerformanceEventState.Reported, PerformanceEventAct.Reject, PerformanceEventState.Rejected),
        (PerformanceEventState.Confirmed, PerformanceEventAct.Revoke, PerformanceEventState.Rejected));
}

/// <summary>Why an act on a performance event is refused.</summary>
public static class PerformanceEventRefusals
{
    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotInThisState = Refusal.State("performanceEvent.notInThisState");

    /// <summary>Values: kindId.</summary>
    public static readonly Refusal KindUnknown = Refusal.Content("performanceEvent.kindUnknown");

    /// <summary>Values: occurredOn, today.</summary>
    public static readonly Refusal InFuture = Refusal.Content("performanceEvent.inFuture");

    /// <summary>Values: employeeNumber, occurredOn.</summary>
    public static readonly Refusal NotEmployed = Refusal.State("performanceEvent.notEmployed");

    /// <summary>The kind asks for it. Values: kind.</summary>
    public static readonly Refusal DetailMissing = Refusal.Content("performanceEvent.detailMissing");

    /// <summary>The kind knows no such thing. Values: kind.</summary>
    public static readonly Refusal DetailNotTaken = Refusal.Content("performanceEvent.detailNotTaken");

    /// <summary>Values: given, most.</summary>
    public static readonly Refusal MinutesOutOfRange = Refusal.Content("performanceEvent.minutesOutOfRange");

    /// <summary>Values: given, most.</summary>
    public static readonly Refusal AmountOutOfRange = Refusal.Content("performanceEvent.amountOutOfRange");

    /// <summary>One lateness for each shift. Values: occurredOn.</summary>
    public static readonly Refusal LatenessThere = Refusal.State("performanceEvent.latenessThere");

    /// <summary>The reporter and HR edit it.</summary>
    public static readonly Refusal NotYours = Refusal.Relation("performanceEvent.notYours");

    /// <summary>The person alone states their view.</summary>
    public static readonly Refusal NotThePerson = Refusal.Relation("performanceEvent.notThePerson");

    /// <summary>Values: viewUntil.</summary>
    public static readonly Refusal ViewTimeOver = Refusal.State("performanceEvent.viewTimeOver");

    /// <summary>Values: viewUntil.</summary>
    public static readonly Refusal ViewTimeOpen = Refusal.State("performanceEvent.viewTimeOpen");

    /// <summary>Who objects says why.</summary>
    public static readonly Refusal ObjectionUnexplained = Refusal.Content("performanceEvent.objectionUnexplained");

    /// <summary>Who reported or edited it does not decide on it.</summary>
    public static readonly Refusal OwnReport = Refusal.Relation("performanceEvent.ownReport");

    /// <summary>Who imported it does not decide on what the person objects to.</summary>
    public static readonly Refusal OwnImport = Refusal.Relation("performanceEvent.ownImport");

    /// <summary>Who confirmed it does not revoke it.</summary>
    public static readonly Refusal OwnConfirmation = Refusal.Relation("performanceEvent.ownConfirmation");

    /// <summary>Of one left out of a bulk confirmation: the person objects to it.</summary>
    public static readonly Refusal Objected = Refusal.State("performanceEvent.objected");

    /// <summary>Of one left out of a bulk confirmation: somebody reported it by hand.</summary>
    public static readonly Refusal NotImported = Refusal.State("performanceEvent.notImported");

    /// <summary>Of a row of a feed: the event is decided, and says otherwise.</summary>
    public static readonly Refusal DecidedOtherwise = Refusal.State("performanceEvent.decidedOtherwise");

    /// <summary>There is no file that shows it.</summary>
    public static readonly Refusal NoFile = Refusal.State("performanceEvent.noFile");
}
