using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>A module of a course. Its number is unique within the course; editing the course keeps the row of a
/// number that stays.</summary>
public sealed class CourseModule
{
    private CourseModule()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }

    public int Number { get; private set; }

    public string TitleZh { get; private set; } = "";

    public string? TitleEn { get; private set; }

    /// <summary>In the order in which they are taught.</summary>
    public IReadOnlyList<Bilingual> KeyPoints { get; private set; } = [];

    internal static CourseModule Of(CourseModuleContent content)
    {
        var module = new CourseModule();
        module.Take(content);
        return module;
    }

    internal void Take(CourseModuleContent content)
    {
        Number = content.Number;
        TitleZh = PlainText.Of(content.Title.Zh);
        TitleEn = PlainText.OrNull(content.Title.En);
        var points = content.KeyPoints.Select(x => Bilingual.Of(x.Zh, x.En)).ToList();
        if (!KeyPoints.SequenceEqual(points))
        {
            KeyPoints = points;
        }
    }
}
