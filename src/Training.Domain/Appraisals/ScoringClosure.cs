using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>HR ended the late scoring of a department in a cycle: its raters score no longer, whom HR names afterwards does. It never
/// changes.</summary>
public sealed class ScoringClosure
{
    /// <summary>Characters of the reason at most.</summary>
    public const int MaxReasonLength = 500;

    private ScoringClosure()
    {
    }

    public long Id { get; private set; }

    public long CycleId { get; private set; }

    /// <summary>The department of the segments. Unique within the cycle.</summary>
    public long DepartmentId { get; private set; }

    public string Reason { get; private set; } = "";

    /// <summary>Who of HR did it.</summary>
    public long AccountId { get; private set; }

    public DateTimeOffset At { get; private set; }

    public static ScoringClosure Of(long cycleId, long departmentId, string reason, long accountId, DateTimeOffset now) =>
        new() { CycleId = cycleId, DepartmentId = departmentId, Reason = PlainText.Of(reason), AccountId = accountId, At = now };
}

/// <summary>Why late scoring cannot be closed, or is.</summary>
public static class ScoringClosureRefusals
{
    /// <summary>HR closed the scoring of the segment's department. Values: number, department, on.</summary>
    public static readonly Refusal ScoringClosed = Refusal.State("appraisal.scoringClosed");

    /// <summary>The department and all below it are closed. Values: code.</summary>
    public static readonly Refusal AlreadyClosed = Refusal.State("appraisalCycle.scoringAlreadyClosed");

    /// <summary>Values: code.</summary>
    public static readonly Refusal DepartmentUnknown = Refusal.Content("appraisalCycle.departmentCodeUnknown");
}
