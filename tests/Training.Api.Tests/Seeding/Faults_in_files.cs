using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data.Seeding;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Seeding;

/// <summary>A fault names the file, the line and what would be accepted, and nothing of its load is kept.</summary>
public sealed class Faults_in_files(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string NewKind = """{ "code": "NOT-KEPT", "nameZh": "文件", "nameEn": "Document", "sourceDocument": "x", "sourceLocator": "x" },""";

    [Theory]
    [InlineData("courses.json", "\"code\": \"CRS001\"", "\"code\": 7", "line 5: courses[0].code is 7; accepted is a text of the form ^[A-Z0-9-]{1,32}$.")]
    [InlineData("courses.json", "\"standardLevel\": 3", "\"standardLevel\": 4", "line 9: courses[0].standardLevel is 4; accepted is one of 1, 2, 3, null.")]
    [InlineData("courses.json", "\"category\": \"standardLevel3\"", "\"category\": \"easy\"", "line 8: courses[0].category is the text \"easy\"; accepted is one of standardLevel3,")]
    [InlineData("courses.json", "\"nameZh\": \"客户服务概述\",", "", "line 4: courses[0].nameZh is missing; accepted is a text of 1 to 200 characters.")]
    [InlineData("courses.json", "\"nameZh\"", "\"name\"", "courses[0].name is not known; accepted are code, nameZh, nameEn")]
    [InlineData("courses.json", "\"classHours\": null", "\"classHours\": 1.25", "line 11: courses[0].classHours is 1.25; accepted is a number of 0 to 1000 in steps of 0.1 or null.")]
    [InlineData("courses.json", "\"number\": 2,", "\"number\": 1,", "line 38: Module number 1 is given twice")]
    [InlineData("courses.json", "\"mode\": \"classroom\"", "\"mode\": \"tv\"", "line 10: courses[0].mode is the text \"tv\"; accepted is one of classroom, online, simulation, rolePlay,")]
    [InlineData("courses.json", "\"passMark\": 60", "\"passMark\": null", "line 20: The rule is a pass mark, but none is given.")]
    [InlineData("courses.json", "\"prerequisites\": []", "\"prerequisites\": [\"CRS999\"]", "line 22: there is no course CRS999; accepted is the code of a course of courses.json or of the catalogue.")]
    [InlineData("courses.json", "\"prerequisites\": []", "\"prerequisites\": [\"CRS001\"]", "line 22: the prerequisites make a loop: CRS001 → CRS001; accepted are prerequisites without one.")]
    [InlineData("courses.json", "\"prerequisites\": [\"CRS001\"]", "\"prerequisites\": [\"CRS018\"]", "the prerequisites make a loop: CRS007 → CRS018 → CRS007;")]
    [InlineData("courses.json", "\"functions\": [\"CSM-3-1\"]", "\"functions\": [\"CSM-3-8\"]", "line 23: there is no function CSM-3-8; accepted is the code of a function of standard.json or of a standard in force.")]
    [InlineData("courses.json", "\"functions\": [\"CSM-3-1\"]", "\"functions\": []", "line 23: accepted are either functions, or none and the reason in functionsNoteZh and functionsNoteEn.")]
    [InlineData("courses.json", "\"kind\": \"singleChoice\"", "\"kind\": \"essay\"", "courses[0].questions[0].kind is the text \"essay\"; accepted is one of singleChoice, multipleChoice, trueFalse, shortAnswer.")]
    [InlineData("courses.json", "\"isRight\": true", "\"isRight\": false", "line 57: Question 1 is a single choice with 0 right options. Mark exactly one as right.")]
    [InlineData("courses.json", "\"moduleNumber\": 1", "\"moduleNumber\": 9", "line 53: Question 1 is about module 9, which the course does not have.")]
    [InlineData("courses.json", "\"code\": \"CRS002\"", "\"code\": \"CRS001\"", "course CRS001 stands on line 4 already; accepted is each code once.")]
    [InlineData("courses.json", "\"code\": \"CRS001\",", "\"code\": \"CRS001\" ", "line 6: this is not JSON; accepted is one JSON object")]
    [InlineData("courses.json", "\"code\": \"CRS001\",", "\"code\": \"CRS001\", \"code\": \"CRS001\",", "line 5: the member code stands twice in one object")]
    [InlineData("positions.json", "\"courseCode\": \"CRS024\"", "\"courseCode\": \"CRS924\"", "line 19: there is no course CRS924; accepted is the code of a course")]
    [InlineData("plan-templates.json", "\"courseCode\": \"", "\"courseCode\": \"X", "there is no course XCRS")]
    [InlineData("calendar.json", "\"from\": \"2024-01-01\"", "\"from\": \"2024-02-30\"", "line 10: years[0].holidays[0].from is the text \"2024-02-30\"; accepted is a day as YYYY-MM-DD.")]
    [InlineData("calendar.json", "\"from\": \"2024-01-01\"", "\"from\": \"2024-01-02\"", "line 10: a holiday ends before it begins; accepted is a last day on or after the first.")]
    [InlineData("calendar.json", "\"from\": \"2024-01-01\"", "\"from\": \"2023-12-31\"", "2023-12-31 is no day of 2024; accepted are days of the year they stand under.")]
    [InlineData("calendar.json", "\"2024-02-04\", \"2024-02-18\"", "\"2024-02-04\", \"2024-02-04\"", "accepted is a list, each entry once.")]
    [InlineData("calendar.json", "\"2024-02-04\"", "\"2024-02-05\"", "2024-02-05")]
    [InlineData("standard.json", "\"weightPercent\": 20", "\"weightPercent\": 19.9", "The weights of level 3 total 99.9; they must total exactly 100.")]
    public async Task A_fault_is_told_with_its_place_and_nothing_is_kept(string file, string old, string given, string told)
    {
        using var folder = new SeedFolder();
        folder.Put("document-kinds.json", "\"documentKinds\": [", $"\"documentKinds\": [ {NewKind}").Put(file, old, given);

        var fault = await folder.FaultAsync(app);

        Assert.StartsWith($"{file}, line ", fault, StringComparison.Ordinal);
        Assert.Contains(told, fault, StringComparison.Ordinal);
        Assert.False(await app.ReadAsync(db => db.DocumentKinds.AnyAsync(x => x.Code == "NOT-KEPT")));
    }

    [Fact]
    public async Task Every_fault_of_a_file_is_told_at_once()
    {
        using var folder = new SeedFolder();
        folder.Put("positions.json", "\"code\": \"CS-MANAGER\"", "\"code\": \"\"").Put("positions.json", "\"nameEn\": \"Service agent\"", "\"nameEn\": null");

        Assert.Equal(2, (await folder.FaultAsync(app)).Split(Environment.NewLine).Length);
    }

    [Fact]
    public async Task A_file_of_another_name_is_refused_with_the_names_that_are_read()
    {
        using var folder = new SeedFolder();

        Assert.Contains("course.json is no reference file; accepted are calendar.json, courses.json,", await folder.Write("course.json", "{}").FaultAsync(app), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_may_hold_some_of_the_files_and_a_mark_of_their_encoding_but_not_none()
    {
        using var folder = new SeedFolder();
        var kinds = await File.ReadAllTextAsync(Path.Combine(folder.FullName, "document-kinds.json"), CancellationToken.None);
        foreach (var file in Directory.EnumerateFiles(folder.FullName))
        {
            File.Delete(file);
        }

        Assert.Contains("has no reference file; accepted are", await folder.FaultAsync(app), StringComparison.Ordinal);
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "document-kinds.json"), kinds, new UTF8Encoding(true), CancellationToken.None);
        Assert.Equal(0, (await folder.LoadAsync(app)).Added);
    }

    [Fact]
    public void A_schema_that_asks_for_what_is_not_checked_is_an_error()
    {
        var value = LocatedJson.Read("x.json", "{}"u8);
        using var schema = JsonDocument.Parse("""{ "type": "object", "minProperties": 1 }""");

        Assert.Contains("minProperties", Assert.Throws<InvalidOperationException>(() => SchemaCheck.Faults("x.json", value, schema.RootElement)).Message, StringComparison.Ordinal);
    }
}
