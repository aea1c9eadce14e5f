using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>A position: its duties and the courses that everybody who holds it must have completed.</summary>
public sealed class Position : IVersioned
{
    private readonly List<PositionCourse> _courses = [];

    private Position()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>The duties, one a line.</summary>
    public string? DutiesZh { get; private set; }

    public string? DutiesEn { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The required courses, each once.</summary>
    public IReadOnlyCollection<PositionCourse> Courses => _courses;

    public static Position Create(string code, PositionContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        var created = new Position { Code = PlainText.Key(code) };
        created.Take(content, null);
        return created;
    }

    /// <summary>Another content as a whole; courses that were not required before are required from today on. Refused: a retired
    /// position.</summary>
    public void Edit(PositionContent content, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(content);
        RefuseRetired();
        Take(content, today);
    }

    /// <summary>Keeps the position for the past and takes it out of every choice.</summary>
    public void Retire(DateTimeOffset now)
    {
        RefuseRetired();
        RetiredAt = now;
    }

    private void Take(PositionContent content, DateOnly? requiredFrom)
    {
        (NameZh, NameEn) = (PlainText.Of(content.Name.Zh), PlainText.OrNull(content.Name.En));
        (DutiesZh, DutiesEn) = (PlainText.OrNull(content.DutiesZh), PlainText.OrNull(content.DutiesEn));
        _courses.RemoveAll(x => !content.CourseIds.Contains(x.CourseId));
        _courses.AddRange(content.CourseIds.Distinct().Except(_courses.Select(x => x.CourseId)).ToList()
            .Select(x => new PositionCourse(x, requiredFrom)));
        _courses.ForEach(x => x.DueWorkingDays = content.DueWorkingDays.GetValueOrDefault(x.CourseId, PositionCourse.UsualWorkingDays));
    }

    private void RefuseRetired()
    {
        if (RetiredAt is not null)
        {
            throw PositionRefusals.Retired.With(("code", Code));
        }
    }
}

/// <summary>What may be edited about a position.</summary>
public sealed record PositionContent(Bilingual Name, string? DutiesZh, string? DutiesEn, IReadOnlyCollection<long> CourseIds)
{
    /// <summary>Working days by course within which who lacks it has to complete it, 5 to 500; others have
    /// <see cref="PositionCourse.UsualWorkingDays"/>.</summary>
    public IReadOnlyDictionary<long, int> DueWorkingDays { get; init; } = new Dictionary<long, int>();
}

/// <summary>A course that a position requires of everybody who holds it.</summary>
public sealed class PositionCourse
{
    /// <summary>About three months.</summary>
    public const int UsualWorkingDays = 60;

    internal PositionCourse(long courseId, DateOnly? requiredFrom) => (CourseId, RequiredFrom) = (courseId, requiredFrom);

    private PositionCourse()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }

    /// <summary>Since when the position requires it; none: since there is the position.</summary>
    public DateOnly? RequiredFrom { get; private set; }

    /// <summary>Working days after the day since when somebody lacks it, within which it has to be completed.</summary>
    public int DueWorkingDays { get; internal set; }
}
