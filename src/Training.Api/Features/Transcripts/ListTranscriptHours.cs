using Training.Api.Http.Lists;
using Training.Domain.Courses;
using Training.Domain.Plans;

namespace Training.Api.Features.Transcripts;

/// <summary>What a person completed in a calendar year by courses of one mode; the failed count for nothing.</summary>
/// <param name="Year">Of the day of completion.</param>
/// <param name="Mode">How the completed versions are taught.</param>
/// <param name="Courses">Courses completed, each once.</param>
/// <param name="ClassHours">Class hours of all completions, of repeated ones again.</param>
/// <param name="PracticeHours">Hours of practice, apart from the class hours.</param>
public sealed record TranscriptHoursListItem(int Year, CourseMode Mode, int Courses, decimal ClassHours, decimal PracticeHours);

internal static class ListTranscriptHours
{
    private static readonly Sorts<TranscriptHoursListItem> Fields = new(x => (int)x.Mode, "-year")
    {
        { "year", x => x.Year },
        { "courses", x => x.Courses },
        { "classHours", x => x.ClassHours },
        { "practiceHours", x => x.PracticeHours },
    };

    /// <summary>A person's hours by year and mode, the latest year first.</summary>
    internal static async Task<ListOf<TranscriptHoursListItem>> HandleAsync(
        long id, [AsParameters] ListRequest list, TranscriptRecords records, CancellationToken cancellation) =>
        Of(await records.ReadAsync(id, cancellation), list);

    internal static ListOf<TranscriptHoursListItem> Of(IEnumerable<TranscriptEntry> entries, ListRequest list) => ListOf.From(
        [
            .. TranscriptHours.Of(entries.Select(x => x.Line))
                .Select(x => new TranscriptHoursListItem(x.Year, x.Mode, x.Courses, x.ClassHours, x.PracticeHours)),
        ],
        Fields,
        list);
}

internal static class ListMyTranscriptHours
{
    /// <summary>The caller's hours by year and mode, the latest year first.</summary>
    internal static async Task<ListOf<TranscriptHoursListItem>> HandleAsync(
        [AsParameters] ListRequest list, TranscriptRecords records, CancellationToken cancellation) =>
        ListTranscriptHours.Of(await records.ReadAsync(records.Self, cancellation), list);
}
