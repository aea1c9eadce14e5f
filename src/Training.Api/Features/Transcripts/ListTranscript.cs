using Microsoft.AspNetCore.Mvc;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Courses;
using Training.Domain.Plans;

namespace Training.Api.Features.Transcripts;

/// <summary>Which lines of a transcript.</summary>
/// <param name="Validity">That count so today.</param>
/// <param name="Year">Completed in this calendar year.</param>
/// <param name="Result">With this result.</param>
public sealed record TranscriptFilter(
    [FromQuery(Name = "validity")] Choice<Validity>? Validity = null,
    [FromQuery(Name = "year")] int? Year = null,
    [FromQuery(Name = "result")] Choice<CompletionResult>? Result = null);

/// <summary>A line of a transcript: a completion with what its version of the course comes to.</summary>
/// <param name="Id">The completion.</param>
/// <param name="Mode">How that version is taught.</param>
/// <param name="ClassHours">Class hours of that version; none where nobody has fixed them.</param>
/// <param name="PracticeHours">Hours of practice, apart from the class hours.</param>
/// <param name="ValidUntil">The last day on which it counts; none: for good, or failed.</param>
/// <param name="Validity">Whether it counts today; none for the failed.</param>
/// <param name="SessionId">The session it came of.</param>
/// <param name="MinutesAttended">Minutes attended at all meetings of that session.</param>
public sealed record TranscriptListItem(
    long Id,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    int CourseVersion,
    CourseMode Mode,
    decimal? ClassHours,
    decimal? PracticeHours,
    DateOnly CompletedOn,
    CompletionResult Result,
    decimal? Score,
    DateOnly? ValidUntil,
    Validity? Validity,
    long? SessionId,
    string? SessionCode,
    int? MinutesAttended)
{
    internal static TranscriptListItem Of(TranscriptEntry x) => new(
        x.Line.CompletionId, x.Line.CourseId, x.CourseCode, x.CourseName.Zh, x.CourseName.En, x.Line.CourseVersion, x.Line.Mode, x.Line.ClassHours,
        x.Line.PracticeHours, x.Line.CompletedOn, x.Line.Result, x.Line.Score, x.Line.ValidUntil, x.Validity, x.SessionId, x.SessionCode,
        x.MinutesAttended);
}

internal static class ListTranscript
{
    private static readonly Sorts<TranscriptListItem> Fields = new(x => x.Id, "-completedOn")
    {
        { "completedOn", x => x.CompletedOn },
        { "courseCode", x => x.CourseCode },
        { "validUntil", x => x.ValidUntil },
    };

    /// <summary>What a person has completed, and whether it still counts.</summary>
    internal static async Task<ListOf<TranscriptListItem>> HandleAsync(
        long id, [AsParameters] TranscriptFilter filter, [AsParameters] ListRequest list, TranscriptRecords records, CancellationToken cancellation) =>
        Of(await records.ReadAsync(id, cancellation), filter, list);

    internal static ListOf<TranscriptListItem> Of(IEnumerable<TranscriptEntry> entries, TranscriptFilter filter, ListRequest list)
    {
        var rows = entries.Where(x => (filter.Validity is not { Value: var validity } || x.Validity == validity)
            && (filter.Year is not { } year || x.Line.CompletedOn.Year == year)
            && (filter.Result is not { Value: var result } || x.Line.Result == result));
        return ListOf.From([.. rows.Select(TranscriptListItem.Of)], Fields, list);
    }
}

internal static class ListMyTranscript
{
    /// <summary>What the caller has completed, and whether it still counts.</summary>
    internal static async Task<ListOf<TranscriptListItem>> HandleAsync(
        [AsParameters] TranscriptFilter filter, [AsParameters] ListRequest list, TranscriptRecords records, CancellationToken cancellation) =>
        ListTranscript.Of(await records.ReadAsync(records.Self, cancellation), filter, list);
}
