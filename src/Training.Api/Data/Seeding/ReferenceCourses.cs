using Microsoft.EntityFrameworkCore;
using Training.Api.Localization;
using Training.Domain.Courses;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Data.Seeding;

/// <summary>Courses refer to each other and to functions of the standard, by code: they are loaded in the order in which they
/// require each other.</summary>
internal sealed partial class ReferenceSeed
{
    private async Task LoadCoursesAsync(ReferenceFolder files, ReferenceReport report, CancellationToken cancellation)
    {
        await db.LockAsync(CourseGraph.Lock, cancellation);
        var rows = files.Rows<CourseRow>("courses.json", "courses");
        var byCode = Courses([], [], report).ByCode(rows);
        var ids = await CourseIdsAsync(cancellation);
        await RequireFunctionsAsync(rows, files.Rows<StandardRow>("standard.json", "standards"), cancellation);
        var known = byCode.Keys.Concat(ids.Keys).ToHashSet();
        foreach (var row in rows)
        {
            RequirePrerequisites(row, known);
        }

        foreach (var next in InOrder(byCode))
        {
            await Courses(await CourseIdsAsync(cancellation), await db.PrerequisitesAsync(cancellation), report)
                .LoadAsync(db, next, report, cancellation);
        }
    }

    private Task<Dictionary<string, long>> CourseIdsAsync(CancellationToken cancellation) =>
        db.Courses.ToDictionaryAsync(x => x.Code, x => x.Id, cancellation);

    /// <summary>A file that says something new about what people learn is the course's next version, published at once.</summary>
    /// <param name="ids">Of the courses that are there, by code.</param>
    /// <param name="edges">What requires what; follows the courses as they are edited.</param>
    /// <param name="report">Is told of prerequisites that cannot be taken over.</param>
    private ReferenceKind<CourseRow, Course> Courses(
        Dictionary<string, long> ids, List<(long CourseId, long RequiredId)> edges, ReferenceReport report) => new(
        "course",
        x => x.Code,
        cancellation => db.Courses.Select(x => new KnownRecord(x.Code, x.Id, x.Version)).ToListAsync(cancellation),
        db.Courses.Include(x => x.Modules).Include(x => x.Questions).Include(x => x.Functions).Include(x => x.Versions).Include(x => x.Materials)
            .Include(x => x.Prerequisites),
        row => Indexed(Course.Create(row.Content.Code, row.Content.Content(Required(row.Content, ids)), clock.Today)),
        (course, row) =>
        {
            course.Edit(row.Content.Content(WithoutLoop(course, Required(row.Content, ids), edges, report)));
            if (course.HasUnpublishedChanges)
            {
                course.Publish(clock.Today, null);
            }

            Indexed(course);
        });

    private static Course Indexed(Course course)
    {
        course.FindBy(CourseText.SortKey(course.NameZh), CourseText.SearchText(course.NameZh, course.NameEn, course.Code));
        return course;
    }

    private static List<long> Required(CourseRow row, Dictionary<string, long> ids) => [.. row.Prerequisites.Select(x => ids[PlainText.Key(x)])];

    /// <summary>The prerequisites of the file; those that the course has, where the file's would make a loop with what was changed
    /// here.</summary>
    private static List<long> WithoutLoop(
        Course course, List<long> wanted, List<(long CourseId, long RequiredId)> edges, ReferenceReport report)
    {
        if (CoursePrerequisites.Loop(course.Id, wanted, edges) is not null)
        {
            report.Leave("course", course.Code, LeftAlone.WouldLoop);
            return [.. course.Prerequisites.Select(x => x.RequiredId)];
        }

        edges.RemoveAll(x => x.CourseId == course.Id);
        edges.AddRange(wanted.Select(x => (course.Id, x)));
        return wanted;
    }

    /// <summary>Refuses functions that neither the standards of the folder nor those in force have, and courses that name none
    /// without saying why.</summary>
    private async Task RequireFunctionsAsync(
        IReadOnlyList<ReferenceRow<CourseRow>> rows, IReadOnlyList<ReferenceRow<StandardRow>> standards, CancellationToken cancellation)
    {
        var known = (await db.FunctionsInForce().ToListAsync(cancellation)).Select(x => x.Code)
            .Concat(standards.SelectMany(x => x.Content.Levels.SelectMany(level => level.Functions.Select(function =>
                Standard.FunctionCode(PlainText.Key(x.Content.Code), level.Level, function.Number)))))
            .ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var course = row.Content;
            if (course.Functions.ToList().FindIndex(x => !known.Contains(PlainText.Key(x))) is >= 0 and var at)
            {
                throw row.Fault(
                    $"functions[{at}]", $"there is no function {course.Functions[at]}; accepted is the code of a function of standard.json or of a standard in force.");
            }

            if (course.Functions.Count == 0 == (course.FunctionsNoteZh is null))
            {
                throw row.Fault("functions", "accepted are either functions, or none and the reason in functionsNoteZh and functionsNoteEn.");
            }
        }
    }

    private static void RequirePrerequisites(ReferenceRow<CourseRow> row, HashSet<string> known)
    {
        if (row.Content.Prerequisites.ToList().FindIndex(x => !known.Contains(PlainText.Key(x))) is >= 0 and var at)
        {
            throw row.Fault(
                $"prerequisites[{at}]", $"there is no course {row.Content.Prerequisites[at]}; accepted is the code of a course of courses.json or of the catalogue.");
        }
    }

    /// <summary>The rows in groups: what a group requires stands in those before it. Refuses a loop.</summary>
    private static List<IReadOnlyList<ReferenceRow<CourseRow>>> InOrder(Dictionary<string, ReferenceRow<CourseRow>> byCode)
    {
        var left = new Dictionary<string, ReferenceRow<CourseRow>>(byCode);
        var groups = new List<IReadOnlyList<ReferenceRow<CourseRow>>>();
        while (left.Count > 0)
        {
            var next = left.Where(x => !x.Value.Content.Prerequisites.Any(y => left.ContainsKey(PlainText.Key(y)))).ToList();
            if (next.Count == 0)
            {
                throw Loop(left);
            }

            next.ForEach(x => left.Remove(x.Key));
            groups.Add([.. next.Select(x => x.Value)]);
        }

        return groups;
    }

    /// <summary>The loop among these rows, told at the first of them that is in one.</summary>
    private static ReferenceFault Loop(Dictionary<string, ReferenceRow<CourseRow>> rows)
    {
        var codes = rows.Keys.ToList();
        var edges = rows.SelectMany(x => x.Value.Content.Prerequisites.Select(y => ((long)codes.IndexOf(x.Key), (long)codes.IndexOf(PlainText.Key(y))))).ToList();
        var loop = Enumerable.Range(0, codes.Count)
            .Select(i => CoursePrerequisites.Loop(i, edges.Where(x => x.Item1 == i).Select(x => x.Item2), edges)).First(x => x is not null)!;
        return rows[codes[(int)loop[0]]].Fault(
            "prerequisites", $"the prerequisites make a loop: {string.Join(" → ", loop.Select(x => codes[(int)x]))}; accepted are prerequisites without one.");
    }
}
