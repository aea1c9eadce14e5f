using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Queries;

/// <summary>That somebody lacks a course which their position requires.</summary>
internal sealed class LackedCourse
{
    public required Employee Person { get; init; }

    public required Department Department { get; init; }

    public required Position Position { get; init; }

    /// <summary>What is asked for: the course that the position names, or what has taken its place.</summary>
    public required Course Course { get; init; }

    /// <summary>The latest of: the person holds the position without a break, the position requires the course, the course took the
    /// place of the one that the position names, the last completion no longer counts.</summary>
    public required DateOnly Since { get; init; }

    /// <summary>Working days after that day within which it has to be completed.</summary>
    public required int DueWorkingDays { get; init; }
}

internal static class LackedCoursesQuery
{
    /// <summary>Who of the people lacks which course on the day: required by the position they hold then, and without a completion,
    /// of it or of a course that counts for it, which counts that day. A retired course without a successor is asked of nobody;
    /// one that took the place of several is asked for once.</summary>
    public static IQueryable<LackedCourse> LackedCourses(this TrainingDb db, IQueryable<Employee> people, DateOnly day)
    {
        var counting = db.Completions.Where(x => x.Result != CompletionResult.Failed && x.CompletedOn <= day)
            .Join(db.Courses, x => x.CourseId, x => x.Id, (done, of) => new { done.EmployeeId, ForId = of.CountsForId ?? of.Id, done.ValidUntil });
        return
        from place in db.Assignments.AsNoTracking().Where(x => x.From <= day && (x.To == null || x.To >= day))
        join person in people on place.EmployeeId equals person.Id
        join department in db.Departments on place.DepartmentId equals department.Id
        join position in db.Positions on place.PositionId equals position.Id
        join want in db.WantedCourses(day) on place.PositionId equals want.PositionId
        where !counting.Any(x => x.EmployeeId == place.EmployeeId && x.ForId == want.Course.Id && (x.ValidUntil == null || x.ValidUntil >= day))
        let lapsed = counting.Where(x => x.EmployeeId == place.EmployeeId && x.ForId == want.Course.Id).Max(x => x.ValidUntil)
        // That the assignment before began earlier goes without saying; said, it has SQLite look it up by person and not by position.
        let held = db.Assignments.Where(x => x.EmployeeId == place.EmployeeId && x.PositionId == place.PositionId && x.From <= place.From
            && !db.Assignments.Any(y => y.EmployeeId == x.EmployeeId && y.PositionId == x.PositionId
                && y.From < x.From && y.To == x.From.AddDays(-1))).Max(x => x.From)
        select new LackedCourse
        {
            Person = person,
            Department = department,
            Position = position,
            Course = want.Course,
            // Each part is asked for once: a comparison by hand would put its whole query into every branch.
            Since = EF.Functions.Greatest(
                held, want.RequiredFrom ?? DateOnly.MinValue, want.ReplacedOn ?? DateOnly.MinValue, (lapsed ?? DateOnly.MinValue).AddDays(1)),
            DueWorkingDays = want.DueWorkingDays,
        };
    }

    /// <summary>What each position asks for: the course it names or, once that is replaced, its successor, once for all it replaces.</summary>
    private static IQueryable<WantedCourse> WantedCourses(this TrainingDb db, DateOnly day)
    {
        var requirements = db.Set<PositionCourse>().Where(x => x.RequiredFrom == null || x.RequiredFrom <= day);
        return
        from required in requirements
        join named in db.Courses on required.CourseId equals named.Id
        join course in db.Courses on (named.ReplacedById ?? named.Id) equals course.Id
        where course.RetiredAt == null && (named.Id == course.Id
            || !requirements.Any(x => EF.Property<long>(x, "PositionId") == EF.Property<long>(required, "PositionId") && (x.CourseId == course.Id
                || (x.CourseId < named.Id && db.Courses.Any(y => y.Id == x.CourseId && y.ReplacedById == course.Id)))))
        select new WantedCourse
        {
            PositionId = EF.Property<long>(required, "PositionId"),
            Course = course,
            RequiredFrom = required.RequiredFrom,
            ReplacedOn = named.ReplacedOn,
            DueWorkingDays = required.DueWorkingDays,
        };
    }

    /// <summary>Those that are overdue on the day, or those that are not. Overdue is who has lacked the course since before the
    /// n-th last working day, so the store need not know the calendar.</summary>
    public static async Task<IQueryable<LackedCourse>> OverdueAsync(
        this IQueryable<LackedCourse> rows, bool isOverdue, TrainingDb db, WorkingCalendar calendar, DateOnly day, CancellationToken cancellation)
    {
        var spans = await db.Set<PositionCourse>().Select(x => x.DueWorkingDays).Distinct().Order().ToListAsync(cancellation);
        var row = Expression.Parameter(typeof(LackedCourse));
        var overdue = spans.Aggregate<int, Expression>(Expression.Constant(false), (all, days) => Expression.OrElse(all, Expression.AndAlso(
            Expression.Equal(Expression.Property(row, nameof(LackedCourse.DueWorkingDays)), Expression.Constant(days)),
            Expression.LessThan(
                Expression.Property(row, nameof(LackedCourse.Since)), Expression.Constant(calendar.AddWorkingDays(day, -days))))));
        return rows.Where(Expression.Lambda<Func<LackedCourse, bool>>(isOverdue ? overdue : Expression.Not(overdue), row));
    }

    private sealed class WantedCourse
    {
        public required long PositionId { get; init; }

        public required Course Course { get; init; }

        public required DateOnly? RequiredFrom { get; init; }

        public required DateOnly? ReplacedOn { get; init; }

        public required int DueWorkingDays { get; init; }
    }
}
