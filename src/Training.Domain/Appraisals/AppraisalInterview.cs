using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The talk about a published result: on which day, about what, and what was agreed.</summary>
public sealed class AppraisalInterview : IVersioned
{
    /// <summary>Characters of the points or the steps at most.</summary>
    public const int MaxTextLength = 4000;

    private AppraisalInterview()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    public DateOnly HeldOn { get; private set; }

    /// <summary>What was talked about.</summary>
    public string Points { get; private set; } = "";

    /// <summary>What was agreed.</summary>
    public string? AgreedSteps { get; private set; }

    /// <summary>Who wrote it down last.</summary>
    public long ById { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public int Version { get; private set; }

    public static AppraisalInterview Of(long appraisalId) => new() { AppraisalId = appraisalId };

    /// <summary>Writes it down, or writes it anew. Refused: a day before the result was published, or after today.</summary>
    public void Record(DateOnly heldOn, (string Points, string? AgreedSteps) content, DateOnly publishedOn, DateOnly today, long byId, DateTimeOffset now)
    {
        if (heldOn < publishedOn || heldOn > today)
        {
            throw InterviewRefusals.Day.At("heldOn", ("heldOn", heldOn), ("from", publishedOn), ("to", today));
        }

        (HeldOn, Points, AgreedSteps) = (heldOn, PlainText.Of(content.Points), PlainText.OrNull(content.AgreedSteps));
        (ById, RecordedAt) = (byId, now);
    }
}

/// <summary>Why an interview is not recorded.</summary>
public static class InterviewRefusals
{
    /// <summary>Before the result was published, or after today. Values: heldOn, from, to.</summary>
    public static readonly Refusal Day = Refusal.Content("appraisal.interviewDay");

    /// <summary>Neither a rater of the appraisal nor the person's supervisor today.</summary>
    public static readonly Refusal NotTheSupervisor = Refusal.Relation("appraisal.notTheSupervisor");
}
