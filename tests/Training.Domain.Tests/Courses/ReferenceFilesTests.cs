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
    public void Each_course_says_how_it_is_taught_what_completes_it_and_what_of_that_is_proposed()
    {
        Assert.All(Courses, x => Assert.Equal(x.CompletionRule == CompletionRule.PassMark, x.PassMark is not null));
        Assert.All(Courses.Where(x => x.Category == CourseCategory.Book), x => Assert.Equal(CourseMode.SelfStudy, x.Mode));
        Assert.All(Courses.Where(x => x.Category == CourseCategory.Complaint), x => Assert.Equal(CourseMode.Case, x.Mode));
        Assert.Equal(Enum.GetValues<CourseMode>(), Courses.Select(x => x.Mode).Distinct().Order());
        Assert.Equal(["CRS034", "CRS040"], Courses.Where(x => x.ValidityMonths is not null).Select(x => x.Code));
        Assert.Equal(["CRS034"], Courses.Where(x => x.Proposed.Contains("validityMonths")).Select(x => x.Code));
        Assert.All(Courses, x => Assert.True(!x.Proposed.Contains("prerequisites") || x.Prerequisites.Count > 0, x.Code));
        Assert.All(Courses, x => Assert.True(!x.Proposed.Contains("functions") || x.Functions.Count > 0, x.Code));
    }

    /// <summary>The first 18 courses are the functions of the work, one each; the standard gives them, as it gives the basic knowledge
    /// of every level.</summary>
    [Fact]
    public void Each_course_serves_functions_of_the_standard_or_says_why_none_and_every_function_has_a_course()
    {
        var standard = ReferenceFiles.Functions();
        Assert.Equal(standard.Where(x => !x.IsBasic).Select(x => x.Code), Courses.Take(18).Select(x => Assert.Single(x.Functions)));
        Assert.Equal(
            standard.Where(x => !x.IsBasic).Select(x => x.NameZh), Courses.Take(18).Select(x => x.NameZh));
        Assert.Equal(standard.Select(x => x.Code).Order(), Courses.SelectMany(x => x.Functions).Distinct().Order());
        Assert.All(Courses, x => Assert.Equal(x.Functions.Count == 0, x is { FunctionsNoteZh: not null, FunctionsNoteEn: not null }));
        Assert.Equal(["CRS021"], Courses.Where(x => x.Functions.Count == 0).Select(x => x.Code));
    }

    [Fact]
    public void A_course_requires_only_courses_of_the_catalogue_of_its_level_or_below_it_and_never_itself_round_a_loop()
    {
        foreach (var course in Courses)
        {
            Assert.All(course.Prerequisites, x => CourseId(x));
            Assert.All(
                course.Prerequisites.Select(x => Courses.Single(y => y.Code == x)).Where(x => x.StandardLevel is not null),
                x => Assert.True(course.StandardLevel < x.StandardLevel, $"{course.Code} requires {x.Code}"));
            Assert.Null(CoursePrerequisites.Loop(
                CourseId(course.Code), course.Prerequisites.Select(CourseId), Courses.SelectMany(x => x.Prerequisites.Select(y => (CourseId(x.Code), CourseId(y))))));
        }
    }

    [Fact]
    public void Each_course_has_three_to_five_review_questions_of_several_kinds_whose_options_differ()
    {
        foreach (var course in Courses)
        {
            Assert.InRange(course.Questions.Count, 3, 5);
            Assert.Equal(Enumerable.Range(1, course.Questions.Count), course.Questions.Select(x => x.Number));
            Assert.True(course.Questions.Select(x => x.Kind).Distinct().Count() >= 3, course.Code);
            Assert.All(course.Questions, x => Assert.Equal(x.Options.Count, x.Options.Select(y => y.Zh).Distinct().Count()));
            Assert.All(course.Questions, x => Assert.Equal(x.Options.Count, x.Options.Select(y => y.En).Distinct().Count()));
        }

        Assert.Equal(Courses.Sum(x => x.Questions.Count), Courses.SelectMany(x => x.Questions).Select(x => x.TextZh).Distinct().Count());
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
    [InlineData("performance-event-kinds.json")]
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
    [InlineData("performance-event-kinds.json")]
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
