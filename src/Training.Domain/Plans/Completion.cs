using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>How a person completed a course.</summary>
public enum CompletionResult
{
    Excellent,
    Passed,

    /// <summary>Kept in the transcript; closes nothing.</summary>
    Failed,
}

/// <summary>Who records a completion, and how that person stands to the employee on that day.</summary>
/// <param name="IsDirectSupervisor">Or the deputy of the direct supervisor.</param>
/// <param name="ForSupervisorId">In whose place a deputy records.</param>
public sealed record CompletionRecorder(
    long AccountId, long? EmployeeId, bool IsHumanResources, bool IsDirectSupervisor, long? ForSupervisorId = null);

/// <summary>What happened: when, with what result.</summary>
/// <param name="CompletedOn">The day, neither in the future nor before the person was first hired.</param>
/// <param name="Result">Excellent, passed or failed.</param>
/// <param name="Score">Marks out of 100 with at most one decimal, where there are any.</param>
/// <param name="Evidence">What shows it, in words.</param>
public sealed record CompletionContent(DateOnly CompletedOn, CompletionResult Result, decimal? Score, string? Evidence);

/// <summary>Why a completion is refused.</summary>
public static class CompletionRefusals
{
    public static readonly Refusal Own = Refusal.Relation("completion.own");
    public static readonly Refusal NotYours = Refusal.Relation("completion.notYours");
    public static readonly Refusal AlreadyRecorded = Refusal.State("completion.alreadyRecorded");
    public static readonly Refusal BeforeHire = Refusal.State("completion.beforeHire");
    public static readonly Refusal EvidenceMissing = Refusal.Content("completion.evidenceMissing");
    public static readonly Refusal ScoreMissing = Refusal.Content("completion.scoreMissing");
    public static readonly Refusal BelowPassMark = Refusal.Content("completion.belowPassMark");

    /// <summary>There is no file that shows it.</summary>
    public static readonly Refusal NoFile = Refusal.State("completion.noFile");
    public static readonly Refusal CourseUnknown = Refusal.Content("completion.courseUnknown");
    public static readonly Refusal InFuture = Refusal.Content("completion.inFuture");
    public static readonly Refusal ScoreOutOfRange = Refusal.Content("completion.scoreOutOfRange");
}

/// <summary>A person completed a course: a line of the transcript. Recorded by HR, the direct supervisor or their deputy, never
/// by the person; at most one per person, course and day. It closes the person's open training items of that course, and counts
/// until its validity is over; then the training has to be repeated.</summary>
public sealed class Completion : IVersioned
{
    public const int MaxEvidenceLength = 1000;

    private Completion()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    public long CourseId { get; private set; }

    /// <summary>The version of the course that was completed.</summary>
    public int CourseVersion { get; private set; }

    public DateOnly CompletedOn { get; private set; }

    /// <summary>The last day on which it counts, by the validity of that version; none: for good.</summary>
    public DateOnly? ValidUntil { get; private set; }

    public CompletionResult Result { get; private set; }

    /// <summary>0–100, at most one decimal.</summary>
    public decimal? Score { get; private set; }

    /// <summary>What shows it, in words.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The file that shows it, where there is one.</summary>
    public long? EvidenceFileId { get; private set; }

    public long RecordedByAccountId { get; private set; }

    /// <summary>The supervisor in whose place a deputy recorded it; none where HR or the supervisor did.</summary>
    public long? RecordedForId { get; private set; }

    public DateTimeOffset RecordedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>Records a completion. Refused for oneself, and to anybody who is neither HR nor the direct supervisor
    /// nor their deputy.</summary>
    /// <param name="employeeId">Who completed it.</param>
    /// <param name="courseId">What; a retired course may still have been completed before.</param>
    /// <param name="terms">What the version of the course asks for that the person began.</param>
    /// <param name="content">When and how.</param>
    /// <param name="by">Who records it.</param>
    /// <param name="firstHiredOn">The first day of the employee's first employment.</param>
    /// <param name="today">Today in the organisation's zone.</param>
    /// <param name="now">The instant of recording.</param>
    public static Completion Record(
        long employeeId, long courseId, CourseTerms terms, CompletionContent content, CompletionRecorder by, DateOnly firstHiredOn, DateOnly today,
        DateTimeOffset now)
    {
        var completion = new Completion { EmployeeId = employeeId, CourseId = courseId };
        completion.Take(terms, content, by, firstHiredOn, today);
        completion.RecordedAt = now;
        return completion;
    }

    /// <summary>What came of a session, by the rule of the course version, which the session has checked: by whoever recorded what
    /// was missing last.</summary>
    /// <param name="sessionCode">The session that shows it.</param>
    public static Completion OfSession(
        long employeeId, long courseId, CourseTerms terms, CompletionContent content, string sessionCode, long byAccountId, DateTimeOffset now)
    {
        var completion = new Completion
        {
            EmployeeId = employeeId,
            CourseId = courseId,
            CourseVersion = terms.Number,
            RecordedByAccountId = byAccountId,
            RecordedAt = now,
        };
        completion.FollowSession(terms, content, sessionCode);
        return completion;
    }

    /// <summary>The results of the session were put right: day, result and score follow.</summary>
    public void FollowSession(CourseTerms terms, CompletionContent content, string sessionCode)
    {
        (CompletedOn, Result, Score, Evidence) = (content.CompletedOn, content.Result, content.Score, sessionCode);
        ValidUntil = terms.ValidUntil(content.CompletedOn);
    }

    /// <summary>Puts right what was recorded, by whoever may record it; who does so is named from then on. Person, course
    /// and version stay.</summary>
    public void Correct(CourseTerms terms, CompletionContent content, CompletionRecorder by, DateOnly firstHiredOn, DateOnly today) =>
        Take(terms, content, by, firstHiredOn, today);

    /// <summary>Keeps the file that shows it, in place of an earlier one, whose id is answered.</summary>
    public long? Attach(long fileId, CompletionRecorder by)
    {
        RefuseUnlessMayRecord(by);
        (var earlier, EvidenceFileId) = (EvidenceFileId, fileId);
        return earlier;
    }

    /// <summary>Whether it counts on the day: its last day of validity included.</summary>
    public bool CountsOn(DateOnly day) => CompletedOn <= day && (ValidUntil is not { } last || day <= last);

    private void Take(CourseTerms terms, CompletionContent content, CompletionRecorder by, DateOnly firstHiredOn, DateOnly today)
    {
        RefuseUnlessMayRecord(by);
        Check(content, firstHiredOn, today);
        Check(terms, content);
        CourseVersion = terms.Number;
        CompletedOn = content.CompletedOn;
        ValidUntil = terms.ValidUntil(content.CompletedOn);
        Result = content.Result;
        Score = content.Score;
        Evidence = PlainText.OrNull(content.Evidence);
        RecordedByAccountId = by.AccountId;
        RecordedForId = by.ForSupervisorId;
    }

    /// <summary>Refuses the person whose it is, and whoever is neither HR nor the direct supervisor nor their deputy.</summary>
    public void RefuseUnlessMayRecord(CompletionRecorder by)
    {
        if (by.EmployeeId == EmployeeId)
        {
            throw CompletionRefusals.Own.With();
        }

        if (!by.IsHumanResources && !by.IsDirectSupervisor)
        {
            throw CompletionRefusals.NotYours.With();
        }
    }

    /// <summary>What the course asks of everybody but those who failed.</summary>
    private static void Check(CourseTerms terms, CompletionContent content)
    {
        if (content.Result == CompletionResult.Failed)
        {
            return;
        }

        if (terms.CompletionRule == CompletionRule.Evidence && PlainText.OrNull(content.Evidence) is null)
        {
            throw CompletionRefusals.EvidenceMissing.At("evidence");
        }

        if (terms is { CompletionRule: CompletionRule.PassMark, PassMark: { } mark })
        {
            if (content.Score is not { } score)
            {
                throw CompletionRefusals.ScoreMissing.At("score", ("passMark", mark));
            }

            if (score < mark)
            {
                throw CompletionRefusals.BelowPassMark.At("score", ("score", score), ("passMark", mark));
            }
        }
    }

    private static void Check(CompletionContent content, DateOnly firstHiredOn, DateOnly today)
    {
        if (content.CompletedOn > today)
        {
            throw CompletionRefusals.InFuture.At("completedOn", ("completedOn", content.CompletedOn), ("today", today));
        }

        if (content.CompletedOn < firstHiredOn)
        {
            throw CompletionRefusals.BeforeHire.At("completedOn", ("completedOn", content.CompletedOn), ("hiredOn", firstHiredOn));
        }

        if (content.Score is { } score && (score is < 0 or > 100 || !Decimals.Fits(score, 1)))
        {
            throw CompletionRefusals.ScoreOutOfRange.At("score", ("score", score));
        }
    }
}
