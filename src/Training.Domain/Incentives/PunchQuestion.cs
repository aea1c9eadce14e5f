using Training.Domain.Rules;

namespace Training.Domain.Incentives;

/// <summary>Where a question about a missing punch stands.</summary>
public enum PunchQuestionState
{
    Open,
    Answered,

    /// <summary>The punch came in with a later file.</summary>
    Settled,
}

/// <summary>What a supervisor says of a shift with a missing punch.</summary>
public enum PunchAnswer
{
    /// <summary>Was there in time.</summary>
    OnTime,

    /// <summary>Was late; becomes a lateness.</summary>
    Late,

    /// <summary>Was not there.</summary>
    Absent,

    /// <summary>Had leave, which HR enters.</summary>
    OnLeave,
}

/// <summary>What can be done to a question about a missing punch.</summary>
public enum PunchQuestionAct
{
    Answer,

    /// <summary>By the file that brings the missing punch; nobody's act.</summary>
    Settle,
}

/// <summary>The life of a question about a missing punch: open → answered, or settled by a later file.</summary>
public static class PunchQuestionLife
{
    public static readonly Transitions<PunchQuestionState, PunchQuestionAct> Table = new(
        PunchQuestionRefusals.NotInThisState,
        (PunchQuestionState.Open, PunchQuestionAct.Answer, PunchQuestionState.Answered),
        (PunchQuestionState.Open, PunchQuestionAct.Settle, PunchQuestionState.Settled));
}

/// <summary>Why an answer about a missing punch is refused.</summary>
public static class PunchQuestionRefusals
{
    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotInThisState = Refusal.State("punchQuestion.notInThisState");

    /// <summary>For the direct supervisor of that day, their deputy and HR.</summary>
    public static readonly Refusal NotYours = Refusal.Relation("punchQuestion.notYours");

    /// <summary>A lateness has minutes, another answer has none.</summary>
    public static readonly Refusal Minutes = Refusal.Content("punchQuestion.minutes");
}

/// <summary>A question to the supervisor about a shift with a missing punch: one per person and day on which the shift starts.</summary>
public sealed class PunchQuestion : IVersioned
{
    public const int MaxNoteLength = 1000;

    private PunchQuestion()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    /// <summary>The day on which the shift starts.</summary>
    public DateOnly Day { get; private set; }

    public MissingPunch Missing { get; private set; }

    public PunchQuestionState State { get; private set; }

    public DateTimeOffset AskedAt { get; private set; }

    public PunchAnswer? Answer { get; private set; }

    /// <summary>Whole minutes late.</summary>
    public int? Minutes { get; private set; }

    public string? Note { get; private set; }

    public long? AnsweredByAccountId { get; private set; }

    /// <summary>The supervisor in whose place a deputy answered.</summary>
    public long? AnsweredForId { get; private set; }

    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>The lateness that came of the answer.</summary>
    public long? EventId { get; private set; }

    public int Version { get; private set; }

    public static PunchQuestion Ask(long employeeId, DateOnly day, MissingPunch missing, DateTimeOffset now) =>
        new() { EmployeeId = employeeId, Day = day, Missing = missing, AskedAt = now };

    /// <summary>What there was of it. Refused: one that is not open; a lateness without minutes, or minutes with another answer.</summary>
    public void AnswerWith(PunchAnswer answer, int? minutes, string? note, EventActor by, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(by);
        State = PunchQuestionLife.Table.Next(State, PunchQuestionAct.Answer);
        if ((answer == PunchAnswer.Late) != (minutes is not null))
        {
            throw PunchQuestionRefusals.Minutes.At("minutes");
        }

        (Answer, Minutes, Note) = (answer, minutes, PlainText.OrNull(note));
        (AnsweredByAccountId, AnsweredForId, AnsweredAt) = (by.AccountId, by.ForSupervisorId, now);
    }

    /// <summary>The lateness that came of the answer.</summary>
    public void Became(long eventId) => EventId = eventId;

    /// <summary>The missing punch came in with a later file. Refused: one that is not open.</summary>
    public void Settle() => State = PunchQuestionLife.Table.Next(State, PunchQuestionAct.Settle);

    /// <summary>What can be done to it by who may answer.</summary>
    public IReadOnlyList<PunchQuestionAct> AllowedActions(bool mayAnswer) =>
        PunchQuestionLife.Table.AllowedActions(State, mayAnswer, (may, act) => may && act == PunchQuestionAct.Answer);
}
