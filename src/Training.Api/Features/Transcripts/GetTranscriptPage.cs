using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Transcripts;

internal static class GetTranscriptPage
{
    /// <summary>A person's transcript as a page to be printed on A4, in the reader's language.</summary>
    internal static Task<PrintedPage> HandleAsync(
        long id, HttpContext http, TranscriptRecords records, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        PageAsync(id, ReaderLanguage.Of(http), records, db, clock, cancellation);

    internal static async Task<PrintedPage> PageAsync(
        long id, Language language, TranscriptRecords records, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var (person, entries) = await records.ReadWithPersonAsync(id, cancellation);
        var today = clock.Today;
        var placed = await db.Assignments.AsNoTracking()
            .Where(x => x.EmployeeId == id && x.From <= today && (x.To == null || x.To >= today))
            .WithPlaces(db).SingleOrDefaultAsync(cancellation);
        string Text(string code) => Texts.Of(language, code);

        var page = new PrintedPage(language, $"{Text("page.transcript")} · {person.In(language)}")
            .Facts(
                (Text("column.employeeNumber"), person.EmployeeNumber),
                (Text("column.departmentName"), placed is null ? null : new Bilingual(placed.Department.NameZh, placed.Department.NameEn)),
                (Text("column.positionName"), placed is null ? null : new Bilingual(placed.Position.NameZh, placed.Position.NameEn)),
                (Text("page.printedOn"), $"{TextForm.Of(today, language)} ({clock.ZoneName})"));
        Hours(page, language, entries);
        Expiring(page, language, entries);
        Lines(page, language, entries);
        return page;
    }

    private static void Hours(PrintedPage page, Language language, IEnumerable<TranscriptEntry> entries) => Section(
        page, language, "page.hoursByYear", ["column.year", "column.mode", "column.courses", "column.classHours", "column.practiceHours"],
        TranscriptHours.Of(entries.Select(x => x.Line)).Select(x => new object?[] { x.Year, x.Mode, x.Courses, x.ClassHours, x.PracticeHours }));

    private static void Expiring(PrintedPage page, Language language, IEnumerable<TranscriptEntry> entries)
    {
        Section(
            page, language, "page.expiring",
            ["column.courseCode", "column.courseNameZh", "column.completedOn", "column.validUntil", "column.validity"],
            entries.Where(x => x.Validity is Validity.Expiring or Validity.Expired)
                .OrderBy(x => x.Line.ValidUntil).ThenBy(x => x.CourseCode, StringComparer.Ordinal)
                .Select(x => new object?[] { x.CourseCode, x.CourseName, x.Line.CompletedOn, x.Line.ValidUntil, x.Validity }));
        page.Paragraph(Texts.Of(language, "page.expiringDays", ("days", Transcript.ExpiringDays)));
    }

    private static void Lines(PrintedPage page, Language language, IEnumerable<TranscriptEntry> entries) => Section(
        page, language, "page.completions",
        [
            "column.courseCode", "column.courseNameZh", "column.courseVersion", "column.mode", "column.classHours", "column.practiceHours",
            "column.completedOn", "column.result", "column.score", "column.validUntil", "column.validity", "column.sessionCode",
        ],
        entries.OrderByDescending(x => x.Line.CompletedOn).ThenBy(x => x.Line.CompletionId).Select(x => new object?[]
        {
            x.CourseCode, x.CourseName, x.Line.CourseVersion, x.Line.Mode, x.Line.ClassHours, x.Line.PracticeHours,
            x.Line.CompletedOn, x.Line.Result, x.Line.Score, x.Line.ValidUntil, x.Validity, x.SessionCode,
        }));

    private static void Section(
        PrintedPage page, Language language, string heading, IReadOnlyList<string> columns, IEnumerable<object?[]> rows)
    {
        page.Heading(Texts.Of(language, heading));
        var shown = rows.ToList();
        if (shown.Count == 0)
        {
            page.Paragraph(Texts.Of(language, "page.nothing"));
            return;
        }

        page.Table([.. columns.Select(x => Texts.Of(language, x))], shown);
    }
}

internal static class GetMyTranscriptPage
{
    /// <summary>The caller's transcript as a page to be printed on A4, in the reader's language.</summary>
    internal static Task<PrintedPage> HandleAsync(
        HttpContext http, TranscriptRecords records, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        GetTranscriptPage.PageAsync(records.Self, ReaderLanguage.Of(http), records, db, clock, cancellation);
}
