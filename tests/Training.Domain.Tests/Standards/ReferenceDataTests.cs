using System.Text.Json;
using System.Text.Json.Serialization;
using Training.Api.Data.Seeding;
using Training.Domain.Kpis;
using Training.Domain.Standards;
using Training.Domain.Tests.Courses;

namespace Training.Domain.Tests.Standards;

/// <summary>The standard, the indicators and the incentive rules of <c>seeds/reference</c>: whole, and true to each other.</summary>
public class ReferenceDataTests
{
    private static readonly string[] Positions = [.. Rows("positions.json", "positions").Select(x => Text(x, "code"))];

    public static TheoryData<string> Files =>
        [.. Directory.EnumerateFiles(ReferenceFiles.Folder, "*.json").Select(x => Path.GetFileName(x)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_file_is_as_its_schema_says_and_each_code_stands_once(string file)
    {
        var root = LocatedJson.Read(file, File.ReadAllBytes(Path.Combine(ReferenceFiles.Folder, file)));
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceFiles.Folder, "schemas", Path.ChangeExtension(file, ".schema.json"))));

        Assert.Empty(SchemaCheck.Faults(file, root, schema.RootElement));
        var codes = root.Members.Values.SelectMany(x => x.Items).Select(x => x.Members.GetValueOrDefault("code")?.Text).OfType<string>().ToList();
        Assert.Equal(codes.Distinct(StringComparer.OrdinalIgnoreCase), codes);
    }

    /// <summary>Functions of the work, work contents, skills and knowledge as the source counts them; the basic knowledge of a
    /// level is beside them.</summary>
    [Theory]
    [InlineData(3, 6, 14, 55, 69)]
    [InlineData(2, 6, 18, 63, 76)]
    [InlineData(1, 6, 17, 48, 65)]
    public void A_level_has_all_that_the_source_names(int number, int functions, int contents, int skills, int knowledge)
    {
        var level = Standard.Draft!.Levels.Single(x => x.Level == number);
        var work = level.Functions.Where(x => !x.IsBasic).ToList();

        Assert.Equal((functions, contents), (work.Count, work.Sum(x => x.Contents.Count)));
        Assert.Equal(skills, work.Sum(x => x.Contents.Sum(y => y.Skills.Count)));
        Assert.Equal(knowledge, work.Sum(x => x.Contents.Sum(y => y.Knowledge.Count)));
        var basic = level.Functions.Single(x => x.IsBasic);
        Assert.Equal((5m, 2, 6), (basic.WeightPercent, basic.Contents.Count, basic.Contents.Sum(x => x.Knowledge.Count)));
        Assert.Equal(100, level.Functions.Sum(x => x.WeightPercent));
    }

    [Fact]
    public void The_standard_says_who_may_sit_its_examination_and_what_passes_it()
    {
        Assert.Equal([3, 2, 1], Standard.Draft!.Levels.Select(x => x.Level));
        Assert.Equal([5, 5, 4], Standard.Draft.Levels.Select(x => x.Eligibility.Count));
        Assert.Equal([2, 3, 2, 2, 4, 2], Standard.Draft.Levels.SelectMany(x => x.Eligibility).Select(x => x.MinYears).OfType<int>());
        var exam = Standard.Draft.Examination!;
        Assert.Equal((2, 100, 60, 2), (exam.Parts.Count, exam.FullMark, exam.PassMark, exam.PassedPartYears));
    }

    [Fact]
    public void The_67_indicators_name_positions_that_exist_and_a_number_where_they_compare()
    {
        var kpis = Rows("kpis.json", "kpis");

        Assert.Equal(Enumerable.Range(1, 67).Select(x => $"K{x:00}"), kpis.Where(x => IsNull(x, "secondUnitOf")).Select(x => Text(x, "code")));
        Assert.All(kpis, x => Assert.Subset(Positions.ToHashSet(), Texts(x, "positionCodes").ToHashSet()));
        Assert.All(kpis, x => Assert.True(
            x.GetProperty("forEverybody").GetBoolean() || x.GetProperty("positionCodes").GetArrayLength() + x.GetProperty("otherPositions").GetArrayLength() > 0,
            Text(x, "code")));
        Assert.All(kpis, x => Assert.Equal(IsNull(x, "targetOperator"), IsNull(x, "targetValue")));
        Assert.All(kpis, x => Assert.True(IsNull(x, "targetValue") || !IsNull(x, "targetZh"), Text(x, "code")));
        Assert.All(kpis.Where(x => Text(x, "unit") == "percent" && !IsNull(x, "targetValue")), x => Assert.InRange(x.GetProperty("targetValue").GetDecimal(), 0, 100));
        Assert.Equal(29, kpis.Count(x => !IsNull(x, "targetValue")));
    }

    /// <summary>What the business makes of each row is what the row says; what it leaves open, it calls a proposal.</summary>
    [Fact]
    public void Each_indicator_is_accepted_as_it_stands_and_says_what_of_it_is_a_proposal()
    {
        var kpis = ReferenceFiles.Rows<KpiRow>("kpis.json", "kpis");
        var courses = Rows("courses.json", "courses").Select(x => Text(x, "code")).ToList();
        foreach (var row in kpis)
        {
            var content = row.Content([.. row.CourseCodes.Select(x => (long)courses.IndexOf(x))], [.. row.PositionCodes.Select(x => (long)Array.IndexOf(Positions, x))]);
            var kpi = Kpi.Create(row.Code, content);

            Assert.True(kpi.Says(content) && content.CourseIds.All(x => x >= 0) && row.ForEverybody == kpi.Latest.SuitsEverybody, row.Code);
            // A loss is a negative profit; no other share is below 0.
            Assert.True(row.Unit != KpiUnit.Percent || (row.PlausibleFrom, row.PlausibleTo) == (row.Code == "K59" ? -100 : 0, 100), row.Code);
            Assert.True(row.DefaultTarget is not null || !row.Proposed.Contains("defaultTarget"), row.Code);
            Assert.True(row.MinimumSample is not null == row.Proposed.Contains("minimumSample"), row.Code);
            Assert.True(row.CourseCodes.Count > 0 == row.Proposed.Contains("courses"), row.Code);
        }
    }

    [Fact]
    public void An_indicator_in_a_second_unit_says_of_which_and_differs_from_it_in_unit_and_name()
    {
        var kpis = Rows("kpis.json", "kpis");
        var second = kpis.Where(x => !IsNull(x, "secondUnitOf")).ToList();

        Assert.Equal(["K02B", "K20B", "K24B", "K51B"], second.Select(x => Text(x, "code")));
        foreach (var row in second)
        {
            var first = kpis.Single(x => Text(x, "code") == Text(row, "secondUnitOf"));
            Assert.Equal(Text(first, "code") + "B", Text(row, "code"));
            Assert.NotEqual(Text(first, "unit"), Text(row, "unit"));
            Assert.NotEqual(Text(first, "nameZh"), Text(row, "nameZh"));
        }
    }

    [Fact]
    public void Indicators_are_entered_imported_counted_or_worked_out_and_serve_people_departments_or_no_appraisal()
    {
        var kpis = ReferenceFiles.Rows<KpiRow>("kpis.json", "kpis");

        Assert.Equal(
            [(KpiSource.Manual, 33), (KpiSource.Import, 28), (KpiSource.Events, 7), (KpiSource.Training, 3)],
            kpis.CountBy(x => x.Source).OrderBy(x => x.Key).Select(x => (x.Key, x.Value)));
        Assert.Equal(
            [("K15", "COMPLAINT"), ("K24", "CUSTOMER-VALUE-ADDED"), ("K38", "LATENESS"), ("K40", "VIOLATION"), ("K41", "CONFIDENTIALITY-BREACH"),
                ("K54", "SUGGESTION-ACCEPTED"), ("K55", "ARTICLE-PUBLISHED")],
            kpis.Where(x => x.Source == KpiSource.Events).Select(x => (x.Code, x.EventKindCode!)));
        Assert.Subset(
            Rows("performance-event-kinds.json", "performanceEventKinds").Select(x => Text(x, "code")).ToHashSet(),
            kpis.Select(x => x.EventKindCode).OfType<string>().ToHashSet());
        Assert.Equal(["K44", "K51B", "K66"], kpis.Where(x => x.Source == KpiSource.Training).Select(x => x.Code));
        Assert.Equal(["K19", "K53", "K61", "K62", "K67"], kpis.Where(x => x.Use == KpiUse.NotForAppraisal).Select(x => x.Code));
    }

    [Fact]
    public void The_38_incentive_rules_have_amounts_and_steps_that_follow_each_other()
    {
        var rules = Rows("incentive-rules.json", "incentiveRules");

        Assert.Equal(Enumerable.Range(1, 38).Select(x => $"I{x:00}"), rules.Select(x => Text(x, "code")));
        foreach (var amount in rules.Select(x => x.GetProperty("amount")).Where(x => x.ValueKind == JsonValueKind.Object && !IsNull(x, "to")))
        {
            Assert.True(amount.GetProperty("from").GetDecimal() <= amount.GetProperty("to").GetDecimal());
        }

        foreach (var steps in rules.Select(x => x.GetProperty("steps").EnumerateArray().ToList()).Where(x => x.Count > 0))
        {
            Assert.Equal(1, steps[0].GetProperty("fromOccurrence").GetInt32());
            Assert.All(steps.Zip(steps.Skip(1)), x =>
                Assert.Equal(x.First.GetProperty("toOccurrence").GetInt32() + 1, x.Second.GetProperty("fromOccurrence").GetInt32()));
            Assert.True(IsNull(steps[^1], "toOccurrence"));
            Assert.All(steps, x => Assert.True(x.GetProperty("isDismissal").GetBoolean() == IsNull(x, "value")));
            Assert.All(steps, x => Assert.Equal(IsNull(x, "value"), IsNull(x, "unit")));
        }

        Assert.Equal(["I03", "I07"], rules.Where(x => x.GetProperty("steps").GetArrayLength() > 0).Select(x => Text(x, "code")));
        Assert.Equal(["I02", "I03", "I07", "I08", "I09", "I10", "I11", "I12", "I13", "I14"], rules.Where(x => !IsNull(x, "amount")).Select(x => Text(x, "code")));
    }

    [Fact]
    public void Each_of_the_six_positions_has_all_its_duties_and_courses_it_requires()
    {
        var positions = Rows("positions.json", "positions");

        Assert.Equal([5, 7, 5, 4, 5, 8], positions.Select(x => x.GetProperty("duties").GetArrayLength()));
        Assert.All(positions, x => Assert.InRange(x.GetProperty("requiredCourses").GetArrayLength(), 1, 10));
    }

    private static Standard Standard { get; } = ReferenceFiles.Read<StandardFile>("standard.json").Standards
        .Select(x => Domain.Standards.Standard.Create(x.Code, x.Content())).Single();

    private static List<JsonElement> Rows(string file, string member)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Path.Combine(ReferenceFiles.Folder, file)));
        return [.. document.RootElement.GetProperty(member).EnumerateArray().Select(x => x.Clone())];
    }

    private static string Text(JsonElement row, string member) => row.GetProperty(member).GetString()!;

    private static IEnumerable<string> Texts(JsonElement row, string member) => row.GetProperty(member).EnumerateArray().Select(x => x.GetString()!);

    private static bool IsNull(JsonElement row, string member) => row.GetProperty(member).ValueKind == JsonValueKind.Null;

    private sealed record StandardFile([property: JsonPropertyName("$schema")] string Schema, List<StandardRow> Standards);
}
