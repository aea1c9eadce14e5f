using Microsoft.EntityFrameworkCore;
using Training.Api.Localization;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

/// <summary>Adds the reference records of a folder that are not there yet, by code. What is there is left as it is: it may
/// be HR's own. Runs as often as you like, and adds nothing twice.</summary>
internal sealed class ReferenceSeed(TrainingDb db, OrganisationClock clock)
{
    /// <summary>The folder that comes with the program.</summary>
    public static string Folder => Path.Combine(AppContext.BaseDirectory, "seeds", "reference");

    /// <summary>Answers how many records were added.</summary>
    public async Task<int> LoadAsync(string folder, CancellationToken cancellation)
    {
        var courses = await ReferenceFiles.ReadAsync<CoursesFile>(folder, "courses.json", cancellation);
        var templates = await ReferenceFiles.ReadAsync<PlanTemplatesFile>(folder, "plan-templates.json", cancellation);
        var positions = await ReferenceFiles.ReadAsync<PositionsFile>(folder, "positions.json", cancellation);
        var calendar = await ReferenceFiles.ReadAsync<CalendarFile>(folder, "calendar.json", cancellation);
        var kinds = await ReferenceFiles.ReadAsync<DocumentKindsFile>(folder, "document-kinds.json", cancellation);
        return await db.WriteAsync(
            async () =>
            {
                await db.LockAsync("reference-seed", cancellation);
                var added = await AddCoursesAsync(courses.Courses, cancellation);
                await db.FlushAsync(cancellation);
                var ids = await db.Courses.ToDictionaryAsync(x => x.Code, x => x.Id, cancellation);
                added += await AddTemplatesAsync(templates.PlanTemplates, ids, cancellation);
                added += await AddPositionsAsync(positions.Positions, ids, cancellation);
                added += await AddCalendarAsync(calendar.Years, cancellation);
                return added + await AddKindsAsync(kinds.DocumentKinds, cancellation);
            },
            cancellation);
    }

    private async Task<int> AddCoursesAsync(IReadOnlyList<CourseRow> rows, CancellationToken cancellation)
    {
        var known = await db.Courses.Select(x => x.Code).ToHashSetAsync(cancellation);
        var missing = rows.Where(x => !known.Contains(PlainText.Key(x.Code))).ToList();
        foreach (var row in missing)
        {
            var course = Course.Create(row.Code, row.Content(), clock.Today);
            course.FindBy(CourseText.SortKey(course.NameZh), CourseText.SearchText(course.NameZh, course.NameEn, course.Code));
            db.Courses.Add(course);
        }

        return missing.Count;
    }

    private async Task<int> AddTemplatesAsync(
        IReadOnlyList<PlanTemplateRow> rows, Dictionary<string, long> courses, CancellationToken cancellation)
    {
        var known = await db.PlanTemplates.Select(x => x.Code).ToHashSetAsync(cancellation);
        var missing = rows.Where(x => !known.Contains(PlainText.Key(x.Code))).ToList();
        db.PlanTemplates.AddRange(missing.Select(x => PlanTemplate.Create(x.Code, x.Content(courses))));
        return missing.Count;
    }

    private async Task<int> AddPositionsAsync(
        IReadOnlyList<PositionRow> rows, Dictionary<string, long> courses, CancellationToken cancellation)
    {
        var known = await db.Positions.Select(x => x.Code).ToHashSetAsync(cancellation);
        var missing = rows.Where(x => !known.Contains(PlainText.Key(x.Code))).ToList();
        db.Positions.AddRange(missing.Select(x => Position.Create(x.Code, new PositionContent(
            new Bilingual(x.NameZh, x.NameEn),
            string.Join('\n', x.Duties.Select(duty => duty.Zh)),
            string.Join('\n', x.Duties.Select(duty => duty.En ?? duty.Zh)),
            [.. x.RequiredCourses.Select(course => courses[course.CourseCode])]))));
        return missing.Count;
    }

    /// <summary>A year that is there is left whole: its days may have been edited.</summary>
    private async Task<int> AddCalendarAsync(IReadOnlyList<CalendarYearRow> rows, CancellationToken cancellation)
    {
        var known = await db.CalendarYears.Select(x => x.Year).ToHashSetAsync(cancellation);
        var missing = rows.Where(x => !known.Contains(x.Year)).ToList();
        foreach (var year in missing)
        {
            db.CalendarYears.Add(CalendarYear.Create(year.Year, year.IsComplete));
            foreach (var holiday in year.Holidays)
            {
                for (var day = holiday.From; day <= holiday.To; day = day.AddDays(1))
                {
                    db.CalendarDays.Add(CalendarDay.Create(day, CalendarDayKind.Holiday, new Bilingual(holiday.NameZh, holiday.NameEn)));
                }
            }

            db.CalendarDays.AddRange(year.WorkingWeekendDays.Select(day =>
                CalendarDay.Create(day, CalendarDayKind.WorkingWeekend, new Bilingual("调休上班", "Swapped working day"))));
        }

        return missing.Count;
    }

    private async Task<int> AddKindsAsync(IReadOnlyList<DocumentKindRow> rows, CancellationToken cancellation)
    {
        var known = await db.DocumentKinds.Select(x => x.Code).ToHashSetAsync(cancellation);
        var missing = rows.Where(x => !known.Contains(PlainText.Key(x.Code))).ToList();
        db.DocumentKinds.AddRange(missing.Select(x => DocumentKind.Create(x.Code, new Bilingual(x.NameZh, x.NameEn))));
        return missing.Count;
    }
}
