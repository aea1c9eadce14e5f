using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Training.Api.Localization;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Data.Seeding;

/// <summary>The kinds of reference records, each with its file's rows and the acts of the business that make and edit it.</summary>
internal sealed partial class ReferenceSeed
{
    /// <summary>A file that says something new is the next edition, in force at once; those before are kept.</summary>
    private ReferenceKind<StandardRow, Standard> Standards() => new(
        "standard",
        x => x.Code,
        cancellation => db.Standards.Select(x => new KnownRecord(x.Code, x.Id, x.Version)).ToListAsync(cancellation),
        db.Standards.Include(x => x.Editions).ThenInclude(x => x.Levels).ThenInclude(x => x.Functions),
        row => Published(Standard.Create(row.Content.Code, row.Content.Content())),
        (standard, row) =>
        {
            standard.Write(row.Content.Content());
            Published(standard);
        });

    private ReferenceKind<PlanTemplateRow, PlanTemplate> PlanTemplates(Dictionary<string, long> courses) => new(
        "planTemplate",
        x => x.Code,
        cancellation => db.PlanTemplates.Select(x => new KnownRecord(x.Code, x.Id, x.Version)).ToListAsync(cancellation),
        db.PlanTemplates.Include(x => x.Items).Include(x => x.Stages).Include(x => x.Evaluation).Include(x => x.Budget),
        row => Indexed(PlanTemplate.Create(row.Content.Code, Content(row, courses))),
        (template, row) =>
        {
            template.Edit(Content(row, courses));
            Indexed(template);
        });

    private ReferenceKind<PositionRow, Position> Positions(Dictionary<string, long> courses) => new(
        "position",
        x => x.Code,
        cancellation => db.Positions.Select(x => new KnownRecord(x.Code, x.Id, x.Version)).ToListAsync(cancellation),
        db.Positions.Include(x => x.Courses),
        row => Position.Create(row.Content.Code, Content(row, courses)),
        (position, row) => position.Edit(Content(row, courses), clock.Today));

    private ReferenceKind<DocumentKindRow, DocumentKind> DocumentKinds() => new(
        "documentKind",
        x => x.Code,
        cancellation => db.DocumentKinds.Select(x => new KnownRecord(x.Code, x.Id, x.Version)).ToListAsync(cancellation),
        db.DocumentKinds,
        row => DocumentKind.Create(row.Content.Code, new Bilingual(row.Content.NameZh, row.Content.NameEn)),
        (kind, row) => kind.Edit(new Bilingual(row.Content.NameZh, row.Content.NameEn)));

    private ReferenceKind<PerformanceEventKindRow, PerformanceEventKind> PerformanceEventKinds() => new(
        "performanceEventKind",
        x => x.Code,
        cancellation => db.PerformanceEventKinds.Select(x => new KnownRecord(x.Code, x.Id, x.Version)).ToListAsync(cancellation),
        db.PerformanceEventKinds,
        row => PerformanceEventKind.Create(row.Content.Code, new Bilingual(row.Content.NameZh, row.Content.NameEn), row.Content.Details()),
        (kind, row) => kind.Edit(new Bilingual(row.Content.NameZh, row.Content.NameEn), row.Content.Details()));

    private ReferenceKind<CalendarYearRow, CalendarYear> CalendarYears() => new(
        "calendarYear",
        x => x.Year.ToString(CultureInfo.InvariantCulture),
        async cancellation => [.. (await db.CalendarYears.Select(x => new { x.Year, x.Id, x.Version }).ToListAsync(cancellation))
            .Select(x => new KnownRecord(x.Year.ToString(CultureInfo.InvariantCulture), x.Id, x.Version))],
        db.CalendarYears,
        row => CalendarYear.Create(row.Content.Year, row.Content.IsComplete),
        (year, row) => year.Edit(row.Content.IsComplete));

    private ReferenceKind<CalendarDayRow, CalendarDay> CalendarDays(HashSet<int> years) => new(
        "calendarDay",
        x => DayCode(x.Day),
        async cancellation => [.. (await db.CalendarDays.Select(x => new { x.Day, x.Id, x.Version }).ToListAsync(cancellation))
            .Select(x => new KnownRecord(DayCode(x.Day), x.Id, x.Version))],
        db.CalendarDays,
        row => CalendarDay.Create(row.Content.Day, row.Content.Kind, row.Content.Name),
        (day, row) => day.Edit(row.Content.Kind, row.Content.Name))
    {
        IsWhole = code => years.Contains(DateOnly.Parse(code, CultureInfo.InvariantCulture).Year),
    };

    private Standard Published(Standard standard)
    {
        standard.Publish(db.Stamp.Now);
        return standard;
    }

    private static PlanTemplate Indexed(PlanTemplate template)
    {
        template.FindBy(CourseText.SortKey(template.NameZh), CourseText.SearchText(template.NameZh, template.NameEn, template.Code));
        return template;
    }

    private static string DayCode(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static PlanTemplateContent Content(ReferenceRow<PlanTemplateRow> row, Dictionary<string, long> courses) =>
        row.Content.Content([.. row.Content.Items.Select((x, i) => CourseId(row, $"items[{i}].courseCode", x.CourseCode, courses))]);

    private static PositionContent Content(ReferenceRow<PositionRow> row, Dictionary<string, long> courses) => row.Content.Content(
        [.. row.Content.RequiredCourses.Select((x, i) => CourseId(row, $"requiredCourses[{i}].courseCode", x.CourseCode, courses))]);

    private static long CourseId<T>(ReferenceRow<T> row, string place, string code, Dictionary<string, long> courses) =>
        courses.TryGetValue(PlainText.Key(code), out var id)
            ? id
            : throw row.Fault(place, $"there is no course {code}; accepted is the code of a course of courses.json or of the catalogue.");
}
