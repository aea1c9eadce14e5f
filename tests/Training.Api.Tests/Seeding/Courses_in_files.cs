using System.Text.Json;
using Training.Api.Data.Seeding;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Seeding;

/// <summary>What the courses that come with the program ask of people: questions that have to be understood, and no course before
/// its prerequisites.</summary>
public sealed class Courses_in_files
{
    private static readonly List<JsonElement> Courses = Rows("courses.json", "courses");

    [Fact]
    public void The_number_of_right_options_of_a_multiple_choice_cannot_be_guessed()
    {
        var choices = Questions("multipleChoice");

        Assert.NotEmpty(choices);
        Assert.All(
            choices.CountBy(x => Listed(x, "options").Count(IsRight)),
            x => Assert.True(x.Value <= 0.6 * choices.Count, $"{x.Value} of {choices.Count} have {x.Key} right options."));
    }

    [Fact]
    public void Statements_are_about_as_often_true_as_false()
    {
        var statements = Questions("trueFalse");

        Assert.NotEmpty(statements);
        Assert.InRange((double)statements.Count(x => x.GetProperty("isTrue").GetBoolean()) / statements.Count, 0.4, 0.6);
    }

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_longest_option_of_a_single_choice_is_not_the_right_one_as_a_rule(string language)
    {
        var choices = Questions("singleChoice");

        Assert.NotEmpty(choices);
        Assert.InRange(choices.Count(x => RightIsLongest(x, language)), 0, choices.Count / 2);
    }

    [Fact]
    public void A_required_course_of_a_position_has_its_prerequisites_there()
    {
        var lacking =
            from position in Rows("positions.json", "positions")
            let required = Listed(position, "requiredCourses").Select(CourseOf).ToList()
            from course in required
            from needed in Prerequisites(course)
            where !required.Contains(needed)
            select $"{position.Text("code")} requires {course} without {needed}.";

        Assert.Empty(lacking);
    }

    [Fact]
    public void A_mandatory_course_of_a_template_has_its_prerequisites_there_due_no_later()
    {
        var lacking =
            from template in Rows("plan-templates.json", "planTemplates")
            let due = Listed(template, "items").Where(x => x.GetProperty("isMandatory").GetBoolean()).ToDictionary(CourseOf, x => x.Number("dueWorkingDays"))
            from item in due
            from needed in Prerequisites(item.Key)
            where due.GetValueOrDefault(needed, int.MaxValue) > item.Value
            select $"{template.Text("code")} asks for {item.Key} without {needed} or before it.";

        Assert.Empty(lacking);
    }

    private static List<JsonElement> Questions(string kind) => [.. Courses.SelectMany(x => Listed(x, "questions")).Where(x => x.Text("kind") == kind)];

    private static bool IsRight(JsonElement option) => option.GetProperty("isRight").GetBoolean();

    /// <summary>Longer than each of the others.</summary>
    private static bool RightIsLongest(JsonElement question, string language)
    {
        var options = Listed(question, "options");
        var right = options.Single(IsRight).Text(language)!;
        return options.Where(x => !IsRight(x)).All(x => x.Text(language)!.Length < right.Length);
    }

    private static string CourseOf(JsonElement asked) => asked.Text("courseCode")!;

    private static List<string> Prerequisites(string course) =>
        [.. Listed(Courses.Single(x => x.Text("code") == course), "prerequisites").Select(x => x.GetString()!)];

    private static List<JsonElement> Listed(JsonElement record, string member) => [.. record.GetProperty(member).EnumerateArray()];

    private static List<JsonElement> Rows(string file, string member) =>
        Listed(JsonElement.Parse(File.ReadAllText(Path.Combine(ReferenceSeed.Folder, file))), member);
}
