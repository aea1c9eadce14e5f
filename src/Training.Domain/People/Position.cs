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
        var created = new Position { Code = PlainText.Key(code) };
        created.Edit(content);
        return created;
    }

    /// <summary>Another content as a whole. Refused: a retired position.</summary>
    public void Edit(PositionContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        RefuseRetired();
        (NameZh, NameEn) = (PlainText.Of(content.Name.Zh), PlainText.OrNull(content.Name.En));
        (DutiesZh, DutiesEn) = (PlainText.OrNull(content.DutiesZh), PlainText.OrNull(content.DutiesEn));
        _courses.RemoveAll(x => !content.CourseIds.Contains(x.CourseId));
        _courses.AddRange(content.CourseIds.Distinct().Except(_courses.Select(x => x.CourseId)).ToList().Select(x => new PositionCourse(x)));
    }

    /// <summary>Keeps the position for the past and takes it out of every choice.</summary>
    public void Retire(DateTimeOffset now)
    {
        RefuseRetired();
        RetiredAt = now;
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
public sealed record PositionContent(Bilingual Name, string? DutiesZh, string? DutiesEn, IReadOnlyCollection<long> CourseIds);

/// <summary>A course that a position requires.</summary>
public sealed class PositionCourse
{
    internal PositionCourse(long courseId) => CourseId = courseId;

    private PositionCourse()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }
}
