using Training.Domain.Courses;

namespace Training.Domain.Plans;

/// <summary>Whether what was completed still counts.</summary>
public enum Validity
{
    /// <summary>For good.</summary>
    Permanent,
    Valid,

    /// <summary>Its last day is near: <see cref="Transcript.ExpiringDays"/>.</summary>
    Expiring,

    /// <summary>Its last day is over.</summary>
    Expired,

    /// <summary>The course was completed again later.</summary>
    Superseded,
}

/// <summary>A line of a transcript: a completion with what its version of the course comes to.</summary>
/// <param name="Mode">How that version is taught.</param>
/// <param name="ClassHours">Class hours of that version; none where nobody has fixed them.</param>
/// <param name="PracticeHours">Hours of practice, apart from the class hours.</param>
/// <param name="Score">0–100, where there are marks.</param>
/// <param name="ValidUntil">The last day on which it counts; none: for good.</param>
public sealed record TranscriptLine(
    long CompletionId,
    long CourseId,
    int CourseVersion,
    CourseMode Mode,
    decimal? ClassHours,
    decimal? PracticeHours,
    DateOnly CompletedOn,
    CompletionResult Result,
    decimal? Score,
    DateOnly? ValidUntil)
{
    public bool IsFailed => Result == CompletionResult.Failed;

    internal bool IsBefore(TranscriptLine other) =>
        (CompletedOn, CompletionId).CompareTo((other.CompletedOn, other.CompletionId)) < 0;
}

/// <summary>What the lines of a transcript say together.</summary>
public static class Transcript
{
    /// <summary>From so many days before its last day on, a completion is said to be about to expire. A proposal; the documents name
    /// no number.</summary>
    public const int ExpiringDays = 60;

    /// <summary>By completion, whether it still counts on the day. None for the failed: they never counted.</summary>
    /// <param name="lines">All lines of one person.</param>
    /// <param name="today">Today in the organisation's zone.</param>
    public static IReadOnlyDictionary<long, Validity?> ValidityOf(IReadOnlyCollection<TranscriptLine> lines, DateOnly today)
    {
        var latest = lines.Where(x => !x.IsFailed).GroupBy(x => x.CourseId)
            .ToDictionary(x => x.Key, x => x.Aggregate((last, next) => last.IsBefore(next) ? next : last));
        return lines.ToDictionary(x => x.CompletionId, x => Of(x, latest.GetValueOrDefault(x.CourseId), today));
    }

    private static Validity? Of(TranscriptLine line, TranscriptLine? latest, DateOnly today) => line switch
    {
        { IsFailed: true } => null,
        _ when latest is not null && line.IsBefore(latest) => Validity.Superseded,
        { ValidUntil: null } => Validity.Permanent,
        { ValidUntil: { } last } when last < today => Validity.Expired,
        { ValidUntil: { } last } when last.DayNumber - today.DayNumber <= ExpiringDays => Validity.Expiring,
        _ => Validity.Valid,
    };
}

/// <summary>What a person completed in a calendar year by courses of one mode. The failed count for nothing.</summary>
/// <param name="Year">Of the day of completion.</param>
/// <param name="Courses">Courses completed, each once.</param>
/// <param name="ClassHours">Class hours of all completions, of repeated ones again.</param>
/// <param name="PracticeHours">Hours of practice, as the class hours.</param>
public sealed record TranscriptHours(int Year, CourseMode Mode, int Courses, decimal ClassHours, decimal PracticeHours)
{
    /// <summary>One for each year and mode in which something was completed, the earliest year first, modes in their order.</summary>
    public static IReadOnlyList<TranscriptHours> Of(IEnumerable<TranscriptLine> lines) =>
    [
        .. lines.Where(x => !x.IsFailed)
            .GroupBy(x => (x.CompletedOn.Year, x.Mode))
            .OrderBy(x => x.Key)
            .Select(x => new TranscriptHours(
                x.Key.Year,
                x.Key.Mode,
                x.Select(line => line.CourseId).Distinct().Count(),
                x.Sum(line => line.ClassHours ?? 0),
                x.Sum(line => line.PracticeHours ?? 0))),
    ];
}
