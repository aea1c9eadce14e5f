using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Plans;

namespace Training.Api.Queries;

/// <summary>What the training of a quarter comes to, by person and by the department in which the people worked on the day that
/// counts: the due day of an item, the day of a completion. Two queries each, whatever the number of people.</summary>
internal static class TrainingTallies
{
    /// <summary>By employee. <paramref name="asOf"/> is the last day looked at: while a quarter runs, what is due later counts only
    /// once it is completed.</summary>
    public static async Task<Dictionary<long, TrainingTally>> TrainingByPersonAsync(
        this TrainingDb db, IReadOnlyCollection<long> people, Quarter quarter, DateOnly asOf, CancellationToken cancellation)
    {
        var items = await db.ItemsDue(quarter, asOf).Where(x => people.Contains(x.EmployeeId))
            .GroupBy(x => x.EmployeeId)
            .Select(x => new { x.Key, Due = x.Count(), Completed = x.Count(y => y.CompletedOn != null && y.CompletedOn <= asOf) })
            .ToListAsync(cancellation);
        var learnt = await db.Learnt(quarter, asOf).Where(x => people.Contains(x.Completion.EmployeeId))
            .GroupBy(x => x.Completion.EmployeeId)
            .Select(x => new
            {
                x.Key,
                Hours = x.Sum(y => y.Hours),
                Passed = x.Count(y => y.Completion.Result != CompletionResult.Failed),
                Results = x.Count(y => y.Completion.Score != null),
                Marks = x.Sum(y => y.Completion.Score ?? 0),
            })
            .ToListAsync(cancellation);
        return Tallies(
            items.Select(x => (x.Key, new TrainingTally(x.Due, x.Completed, 0, 0, 0, 0))),
            learnt.Select(x => (x.Key, new TrainingTally(0, 0, x.Hours, x.Passed, x.Results, x.Marks))));
    }

    /// <summary>By department, of the people of the department itself, without those below.</summary>
    public static async Task<Dictionary<long, TrainingTally>> TrainingByDepartmentAsync(
        this TrainingDb db, IReadOnlyCollection<long> departments, Quarter quarter, DateOnly asOf, CancellationToken cancellation)
    {
        var items = await db.ItemsDue(quarter, asOf)
            .Join(
                db.Assignments.Where(x => departments.Contains(x.DepartmentId)),
                x => x.EmployeeId,
                x => x.EmployeeId,
                (item, place) => new { Item = item, place.DepartmentId, place.From, place.To })
            .Where(x => x.From <= x.Item.DueOn && (x.To == null || x.To >= x.Item.DueOn))
            .GroupBy(x => x.DepartmentId)
            .Select(x => new { x.Key, Due = x.Count(), Completed = x.Count(y => y.Item.CompletedOn != null && y.Item.CompletedOn <= asOf) })
            .ToListAsync(cancellation);
        var learnt = await db.Learnt(quarter, asOf)
            .Join(
                db.Assignments.Where(x => departments.Contains(x.DepartmentId)),
                x => x.Completion.EmployeeId,
                x => x.EmployeeId,
                (learnt, place) => new
                {
                    learnt.Hours, learnt.Completion.Result, learnt.Completion.Score, learnt.Completion.CompletedOn, place.DepartmentId, place.From, place.To,
                })
            .Where(x => x.From <= x.CompletedOn && (x.To == null || x.To >= x.CompletedOn))
            .GroupBy(x => x.DepartmentId)
            .Select(x => new
            {
                x.Key,
                Hours = x.Sum(y => y.Hours),
                Passed = x.Count(y => y.Result != CompletionResult.Failed),
                Results = x.Count(y => y.Score != null),
                Marks = x.Sum(y => y.Score ?? 0),
            })
            .ToListAsync(cancellation);
        return Tallies(
            items.Select(x => (x.Key, new TrainingTally(x.Due, x.Completed, 0, 0, 0, 0))),
            learnt.Select(x => (x.Key, new TrainingTally(0, 0, x.Hours, x.Passed, x.Results, x.Marks))));
    }

    private static IQueryable<TrainingItem> ItemsDue(this TrainingDb db, Quarter quarter, DateOnly asOf)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        return db.TrainingItems.AsNoTracking().Counted()
            .Where(x => x.IsMandatory && x.DueOn >= first && x.DueOn <= last && (x.DueOn <= asOf || x.CompletedOn <= asOf));
    }

    private static IQueryable<Learnt> Learnt(this TrainingDb db, Quarter quarter, DateOnly asOf)
    {
        var first = quarter.FirstDay;
        return db.Completions.AsNoTracking().Where(x => x.CompletedOn >= first && x.CompletedOn <= asOf).Join(
            db.Courses.SelectMany(x => x.Versions),
            x => new { x.CourseId, Number = x.CourseVersion },
            x => new { x.CourseId, x.Number },
            (completion, version) => new Learnt
            {
                Completion = completion,
                Hours = completion.Result == CompletionResult.Failed ? 0 : (version.ClassHours ?? 0) + (version.PracticeHours ?? 0),
            });
    }

    private static Dictionary<long, TrainingTally> Tallies(params IEnumerable<(long Id, TrainingTally Tally)>[] parts)
    {
        var sums = new Dictionary<long, TrainingTally>();
        foreach (var (id, tally) in parts.SelectMany(x => x))
        {
            sums[id] = sums.GetValueOrDefault(id, TrainingTally.None).Plus(tally);
        }

        return sums;
    }
}

/// <summary>A completion with the hours of its version of the course.</summary>
internal sealed class Learnt
{
    public required Completion Completion { get; init; }

    public required decimal Hours { get; init; }
}
