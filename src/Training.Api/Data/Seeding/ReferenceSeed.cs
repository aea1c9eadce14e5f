using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data.Records;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

/// <summary>Loads the files of a folder, as often as you like: what is missing is added by its code, what still is as it was
/// loaded follows the file, and what was changed here is left alone and named. A file with a fault keeps the whole load out.</summary>
internal sealed partial class ReferenceSeed(TrainingDb db, OrganisationClock clock, ILogger<ReferenceSeed> log)
{
    private const int MostAttempts = 3;

    /// <summary>The kind of the one row that says which files, by which build, were loaded last.</summary>
    private const string Shipped = "shipped";

    /// <summary>The folder that comes with the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "seeds", "reference");

    /// <summary>Loads the folder that comes with the program, unless this build of it has loaded the same files before: then
    /// nothing could change. Call it under the start lock.</summary>
    /// <exception cref="ReferenceFault">A file has a fault; nothing was kept.</exception>
    public async Task LoadShippedAsync(CancellationToken cancellation)
    {
        var hash = await ReferenceFolder.HashAsync(Folder, cancellation);
        if (await db.ReferenceRecords.AnyAsync(x => x.Kind == Shipped && x.Hash == hash, cancellation))
        {
            return;
        }

        await LoadAsync(Folder, cancellation);
        await db.WriteAsync(
            async () =>
            {
                var last = await db.ReferenceRecords.SingleOrDefaultAsync(x => x.Kind == Shipped, cancellation)
                    ?? db.ReferenceRecords.Add(new ReferenceRecord { Kind = Shipped, Code = "reference" }).Entity;
                last.Hash = hash;
            },
            cancellation);
    }

    /// <summary>Call it under the start lock.</summary>
    /// <exception cref="ReferenceFault">A file has a fault; nothing was kept.</exception>
    public async Task<ReferenceReport> LoadAsync(string folder, CancellationToken cancellation)
    {
        var files = await ReferenceFolder.ReadAsync(folder, cancellation);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                var report = await db.WriteAsync(() => LoadAsync(files, cancellation), cancellation);
                Tell(report);
                return report;
            }
            catch (RuleViolation lost) when (lost.Refusal == CommonRefusals.VersionStale && attempt < MostAttempts)
            {
                // Somebody saved a record on another node while it was being updated here: theirs stands, and is left alone now.
                log.LogInformation("A record was changed elsewhere while the reference records were loaded; they are loaded again.");
            }
        }
    }

    private void Tell(ReferenceReport report)
    {
        if (report.Added + report.Updated + report.Removed > 0)
        {
            log.LogInformation(
                "Reference records: {Added} added, {Updated} updated, {Removed} removed.", report.Added, report.Updated, report.Removed);
        }

        if (report.Left.Count > 0)
        {
            log.LogInformation("Reference records left alone: {Left}.", string.Join(", ", report.Left));
        }
    }

    private async Task<ReferenceReport> LoadAsync(ReferenceFolder files, CancellationToken cancellation)
    {
        await db.LockAsync("reference-seed", cancellation);
        var report = new ReferenceReport();
        await Standards().LoadAsync(db, files.Rows<StandardRow>("standard.json", "standards"), report, cancellation);
        await LoadCoursesAsync(files, report, cancellation);
        var courses = await CourseIdsAsync(cancellation);
        await PlanTemplates(courses).LoadAsync(
            db, files.Rows<PlanTemplateRow>("plan-templates.json", "planTemplates"), report, cancellation);
        await Positions(courses).LoadAsync(db, files.Rows<PositionRow>("positions.json", "positions"), report, cancellation);
        await DocumentKinds().LoadAsync(db, files.Rows<DocumentKindRow>("document-kinds.json", "documentKinds"), report, cancellation);
        await PerformanceEventKinds().LoadAsync(
            db, files.Rows<PerformanceEventKindRow>("performance-event-kinds.json", "performanceEventKinds"), report, cancellation);
        await LoadKpisAsync(files, courses, report, cancellation);
        await LoadKpiTemplatesAsync(files, report, cancellation);
        await LoadCalendarAsync(files.Rows<CalendarYearRow>("calendar.json", "years"), report, cancellation);
        return report;
    }

    /// <summary>A year and each of its days are records of their own, because HR edits them one by one. The file is the whole
    /// of its years: a day that it no longer names goes, unless it was changed here.</summary>
    private async Task LoadCalendarAsync(
        IReadOnlyList<ReferenceRow<CalendarYearRow>> years, ReferenceReport report, CancellationToken cancellation)
    {
        var days = new List<ReferenceRow<CalendarDayRow>>();
        foreach (var year in years)
        {
            if (year.Content.Holidays.ToList().FindIndex(x => x.To < x.From) is >= 0 and var at)
            {
                throw year.Fault($"holidays[{at}].to", "a holiday ends before it begins; accepted is a last day on or after the first.");
            }

            if (year.Content.Days().FirstOrDefault(x => x.Day.Year != year.Content.Year) is { } astray)
            {
                throw year.Fault("holidays", string.Create(
                    CultureInfo.InvariantCulture, $"{astray.Day:yyyy-MM-dd} is no day of {year.Content.Year}; accepted are days of the year they stand under."));
            }

            days.AddRange(year.Content.Days().Select(x => new ReferenceRow<CalendarDayRow>(year.File, year.Place, x)));
        }

        await CalendarYears().LoadAsync(db, years, report, cancellation);
        await CalendarDays(years.Select(x => x.Content.Year).ToHashSet()).LoadAsync(db, days, report, cancellation);
    }
}
