namespace Training.Domain.Courses;

/// <summary>A course that has to be completed before another.</summary>
public sealed class CoursePrerequisite
{
    internal CoursePrerequisite(long requiredId) => RequiredId = requiredId;

    private CoursePrerequisite()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }

    /// <summary>The course to be completed before.</summary>
    public long RequiredId { get; private set; }
}

/// <summary>What has to be completed before what.</summary>
public static class CoursePrerequisites
{
    /// <summary>The way from the course round to itself, both ends included, when it would require these and the others require
    /// what they do; the shortest one, none where there is no loop.</summary>
    public static IReadOnlyList<long>? Loop(long courseId, IEnumerable<long> requires, IEnumerable<(long CourseId, long RequiredId)> others)
    {
        var next = others.Where(x => x.CourseId != courseId).ToLookup(x => x.CourseId, x => x.RequiredId);
        var from = new Dictionary<long, long>();
        var open = new Queue<long>();
        foreach (var first in requires)
        {
            if (from.TryAdd(first, courseId))
            {
                open.Enqueue(first);
            }
        }

        while (open.TryDequeue(out var at))
        {
            if (at == courseId)
            {
                return Way(courseId, from);
            }

            foreach (var required in next[at])
            {
                if (from.TryAdd(required, at))
                {
                    open.Enqueue(required);
                }
            }
        }

        return null;
    }

    private static List<long> Way(long courseId, Dictionary<long, long> from)
    {
        var way = new List<long> { courseId };
        for (var at = from[courseId]; at != courseId; at = from[at])
        {
            way.Insert(0, at);
        }

        way.Insert(0, courseId);
        return way;
    }
}
