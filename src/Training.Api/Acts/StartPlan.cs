using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Starts a plan: everybody who works in its department or below today gets its items with their due days, is told,
/// and what they completed before and still stands counts at once. Called inside a write with the plan loaded whole.</summary>
internal sealed class StartPlan(TrainingDb db, CurrentPerson caller, OrganisationClock clock, NoticeBox notices)
{
    /// <summary>Held by every write that gives, closes, drops or moves training items: no completion falls between the reading of
    /// completions and the giving of items, and nobody is told of a due day of an item that was just closed.</summary>
    public const string Lock = "training-items";

    /// <summary>How many people were given the items. Refused: in another state than approved, outside the plan's days, and
    /// when nobody works there.</summary>
    public async Task<int> RunAsync(Plan plan, CancellationToken cancellation)
    {
        await db.LockAsync(Lock, cancellation);
        var today = clock.Today;
        plan.Start(new PlanActor(caller.AccountId, caller.EmployeeId), today, clock.Now);
        var audience = await AudienceAsync(plan.DepartmentId, today, cancellation);
        var people = await audience.ToListAsync(cancellation);
        if (people.Count == 0)
        {
            throw PlanRefusals.AudienceEmpty.With(("code", plan.Code), ("today", today));
        }

        var calendar = await db.WorkingCalendarAsync(cancellation);
        var courseIds = plan.Items.Select(x => x.CourseId).ToHashSet();
        var versions = await db.Courses.Where(x => courseIds.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.PublishedVersion, cancellation);
        var items = people.SelectMany(person => plan.Items.OrderBy(x => x.Sequence)
            .Select(item => TrainingItem.Assign(plan, item, person, today, calendar, versions[item.CourseId]))).ToList();
        await CountEarlierCompletionsAsync(plan, items, audience, cancellation);
        await Bulk.InsertAsync(db, items, cancellation);
        await notices.TellAsync(
            "plan.started", people, new NoticeSubject("plan", plan.Id), cancellation,
            ("code", plan.Code), ("title", plan.TitleZh), ("items", plan.Items.Count));
        return people.Count;
    }

    /// <summary>Everybody assigned, and so employed, on the day in the department or in one below it.</summary>
    private async Task<IQueryable<long>> AudienceAsync(long departmentId, DateOnly today, CancellationToken cancellation)
    {
        var departments = await db.Departments.AsNoTracking().Select(x => new { x.Id, x.ParentId }).ToListAsync(cancellation);
        var children = departments.ToLookup(x => x.ParentId, x => x.Id);
        var found = new HashSet<long> { departmentId };
        var open = new Queue<long>(found);
        while (open.TryDequeue(out var at))
        {
            foreach (var child in children[at].Where(found.Add))
            {
                open.Enqueue(child);
            }
        }

        return db.Assignments
            .Where(x => found.Contains(x.DepartmentId) && x.From <= today && (x.To == null || x.To >= today))
            .Select(x => x.EmployeeId).Distinct();
    }

    /// <summary>Of the course itself, and of retired ones that count for it; the latest that counts on the day closes the item.</summary>
    private async Task CountEarlierCompletionsAsync(
        Plan plan, List<TrainingItem> items, IQueryable<long> audience, CancellationToken cancellation)
    {
        var courseIds = plan.Items.Select(x => x.CourseId).ToHashSet();
        var courses = await db.Courses.AsNoTracking().Where(x => courseIds.Contains(x.Id) || courseIds.Contains(x.CountsForId ?? 0))
            .ToDictionaryAsync(x => x.Id, cancellation);
        var counting = courses.Keys.ToList();
        var completions = await db.Completions.AsNoTracking()
            .Where(x => counting.Contains(x.CourseId) && x.Result != CompletionResult.Failed && audience.Contains(x.EmployeeId))
            .OrderByDescending(x => x.CompletedOn).ToListAsync(cancellation);
        var earlier = completions.ToLookup(x => (x.EmployeeId, CountsFor(x, courseIds, courses)));
        foreach (var item in items)
        {
            _ = earlier[(item.EmployeeId, item.CourseId)].Any(x => item.CloseBy(x, courses[x.CourseId]));
        }
    }

    private static long CountsFor(Completion completion, HashSet<long> asked, Dictionary<long, Course> courses) =>
        asked.Contains(completion.CourseId) ? completion.CourseId : courses[completion.CourseId].CountsForId!.Value;
}
