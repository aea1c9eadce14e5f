using System.Text.Json;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Courses;

public class ReferenceFilesTests
{
    private static readonly List<CourseRow> Courses = ReferenceFiles.Read<CourseFile>("courses.json").Courses;
    private static readonly List<TemplateRow> Templates = ReferenceFiles.Read<TemplateFile>("plan-templates.json").PlanTemplates;
    private static readonly List<PositionRow> Positions = ReferenceFiles.Read<PositionFile>("positions.json").Positions;

    [Fact]
    public void The_catalogue_has_46_courses_each_accepted_as_it_stands()
    {
        Assert.Equal(46, Courses.Select(x => x.Code).Distinct().Count());
        foreach (var row in Courses)
        {
            var course = Course.Create(row.Code, row.Content, new(2026, 7, 1));
            Assert.Equal((row.Code, row.Modules.Count), (course.Code, course.Modules.Count));
        }
    }

    [Fact]
    public void The_twelve_templates_ask_for_courses_of_the_catalogue_and_name_the_module_each_stands_for()
    {
        Assert.Equal(Enumerable.Range(1, 12).Select(x => $"TP{x:00}"), Templates.Select(x => x.Code));
        foreach (var row in Templates)
        {
            Assert.Equal(row.Items.Count, PlanTemplate.Create(row.Code, row.Content(CourseId)).Items.Count);
            Assert.All(row.Items, item => Assert.Contains(row.Modules, module => module.Number == item.Module));
            Assert.Contains(row.Items, item => item.IsMandatory);
        }
    }

    [Fact]
    public void The_department_plan_is_three_days_every_half_year_with_the_department_course_in_them()
    {
        var template = Templates.Single(x => x.Code == "TP06");

        Assert.Equal(PlanRecurrence.HalfYearly, template.Recurrence);
        Assert.Equal(new PlanStageContent(1, 3, LengthUnit.Days), Assert.Single(template.Stages));
        Assert.Equal("CRS040", template.Items.Single(x => x.Stage == 1).CourseCode);
        Assert.Equal(template.Modules.Select(x => x.Number), template.Items.Select(x => x.Module).Distinct());
    }

    [Fact]
    public void The_six_positions_require_courses_of_the_catalogue_and_report_to_one_another()
    {
        Assert.Equal(
            ["客服部经理", "客服主管", "客户服务人员", "客户投诉受理人员", "订单受理人员", "网店客服"],
            Positions.Select(x => x.NameZh));
        Assert.All(Positions, x => Assert.All(x.RequiredCourses, course => CourseId(course.CourseCode)));
        Assert.All(Positions, x => Assert.True(x.ReportsToCode is null || Positions.Exists(above => above.Code == x.ReportsToCode)));
        Assert.All(Positions, x => Assert.NotEmpty(x.Duties));
    }

    /// <summary>Chinese has a Chinese character; English has none. Both are in the form in which texts are kept, so that
    /// comparing a file with the records finds no difference that nobody made.</summary>
    [Theory]
    [InlineData("courses.json")]
    [InlineData("plan-templates.json")]
    [InlineData("positions.json")]
    [InlineData("calendar.json")]
    [InlineData("document-kinds.json")]
    [InlineData("standard.json")]
    [InlineData("kpis.json")]
    [InlineData("incentive-rules.json")]
    public void Every_text_is_there_in_both_languages(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceFiles.Folder, file)));
        var pairs = Pairs(document.RootElement).ToList();

        Assert.NotEmpty(pairs);
        Assert.All(pairs, x => Assert.True(x.Zh is null == x.En is null, $"{x.Zh} | {x.En}"));
        Assert.All(pairs, x => Assert.True(x.Zh is null || x.Zh.Any(IsChinese), x.Zh));
        Assert.All(pairs, x => Assert.Equal(x.Zh, PlainText.OrNull(x.Zh)));
        Assert.All(pairs, x => Assert.Equal(x.En, PlainText.OrNull(x.En)));
        Assert.All(pairs, x => Assert.False(x.En?.Any(IsChinese) ?? false, x.En));
    }

    [Theory]
    [InlineData("courses.json")]
    [InlineData("plan-templates.json")]
    [InlineData("positions.json")]
    [InlineData("calendar.json")]
    [InlineData("document-kinds.json")]
    [InlineData("standard.json")]
    [InlineData("kpis.json")]
    [InlineData("incentive-rules.json")]
    public void Every_file_names_a_schema_that_is_there(string file)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceFiles.Folder, file)));
        var schema = document.RootElement.GetProperty("$schema").GetString()!;

        Assert.Equal($"schemas/{Path.GetFileNameWithoutExtension(file)}.schema.json", schema);
        Assert.True(File.Exists(Path.Combine(ReferenceFiles.Folder, schema)));
    }

    private static long CourseId(string code)
    {
        var index = Courses.FindIndex(x => x.Code == code);
        Assert.True(index >= 0, $"{code} is not in the catalogue.");
        return index + 1;
    }

    private static bool IsChinese(char character) => character is >= '一' and <= '鿿';

    private static IEnumerable<(string? Zh, string? En)> Pairs(JsonElement element)
    {
        if (element.ValueKind == JsonValueKind.Array)
        {
            return element.EnumerateArray().SelectMany(Pairs);
        }

        if (element.ValueKind != JsonValueKind.Object)
        {
            return [];
        }

        var own = element.EnumerateObject()
            .Where(x => x.Name == "zh" || x.Name.EndsWith("Zh", StringComparison.Ordinal))
            .Select(x => ((string?)x.Value.GetString(), element.GetProperty(x.Name == "zh" ? "en" : x.Name[..^2] + "En").GetString()));
        return own.Concat(element.EnumerateObject().SelectMany(x => Pairs(x.Value)));
    }
}
