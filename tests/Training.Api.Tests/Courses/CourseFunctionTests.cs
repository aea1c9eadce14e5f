using System.Net;
using System.Text.Json;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Courses;

/// <summary>Which course serves which function of the standard, read from both sides.</summary>
public sealed class CourseFunctionTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task A_course_is_found_by_the_function_it_serves_and_the_level_shows_what_no_course_serves()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        await PublishedAsync(hr, "FUN", 1, 2);
        var course = await hr.DoAsync("/courses", Course("FUN-A", "fun-3-1", " ＦUN-3-1 "));

        Assert.Equal(("FUN-3-1", "职能1"), (Assert.Single(Functions(course)).Text("code"), Functions(course)[0].Text("nameZh")));
        var listed = Assert.Single((await staff.ReadAsync("/courses?function=fun-3-1")).Items());
        Assert.Equal("FUN-A", listed.Text("code"));
        Assert.Equal(["FUN-3-1"], listed.GetProperty("functionCodes").EnumerateArray().Select(x => x.GetString()));
        Assert.Empty((await staff.ReadAsync("/courses?function=FUN-3-2")).Items());
        Assert.Equal("FUN-A | FUN-3-2", await LevelAsync(staff, "FUN"));

        var edited = await hr.DoAsync($"/courses/{course.Id()}", Course(null, "FUN-3-2"), course.Version(), HttpMethod.Put);
        Assert.True(edited.GetProperty("hasUnpublishedChanges").GetBoolean());
        edited = await hr.DoAsync($"/courses/{course.Id()}/publish", new { }, edited.Version());
        Assert.Equal("FUN-3-1", (await staff.ReadAsync($"/courses/{course.Id()}/versions/1")).GetProperty("functionCodes")[0].GetString());
        Assert.Equal("FUN-3-2", (await staff.ReadAsync($"/courses/{course.Id()}/versions/2")).GetProperty("functionCodes")[0].GetString());
        Assert.Equal("FUN-A | FUN-3-1", await LevelAsync(staff, "FUN"));

        await hr.DoAsync($"/courses/{course.Id()}/retire", new { }, edited.Version());
        Assert.Equal("| FUN-3-1 FUN-3-2", await LevelAsync(staff, "FUN"));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    [InlineData(1)]
    public async Task The_catalogue_that_comes_with_the_program_leaves_no_function_without_a_course(int level)
    {
        var found = await (await app.AsAsync(Role.Staff)).ReadAsync($"/standards/csm/levels/{level}");

        Assert.Empty(Gaps(found));
        Assert.Equal(7, found.GetProperty("coursesByFunction").EnumerateArray().Count(x => x.GetProperty("courses").GetArrayLength() > 0));
    }

    [Fact]
    public async Task A_function_of_a_standard_that_is_only_being_written_is_unknown_and_one_that_went_stays_with_its_course_alone()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.DoAsync("/standards", new { code = "GONE", content = Standard(1, 2) });
        await (await hr.TryAsync("/courses", Course("GONE-A", "GONE-3-2"))).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.functionUnknown");
        await hr.DoAsync("/standards/gone/publish");
        var course = await hr.DoAsync("/courses", Course("GONE-A", "GONE-3-2"));

        var standard = await hr.ReadAsync("/standards/gone");
        await hr.DoAsync("/standards/gone/draft", Standard(1), standard.Version(), HttpMethod.Put);
        await hr.DoAsync("/standards/gone/publish");

        course = await hr.DoAsync($"/courses/{course.Id()}", Course(null, "GONE-3-2", "GONE-3-1"), course.Version(), HttpMethod.Put);
        Assert.Equal([("GONE-3-1", "职能1"), ("GONE-3-2", null)], Functions(course).Select(x => (x.Text("code"), x.Text("nameZh"))));
        await (await hr.TryAsync("/courses", Course("GONE-B", "GONE-3-2"))).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, "course.functionUnknown");
        Assert.Equal("| GONE-3-1", await LevelAsync(hr, "GONE"));
        await hr.DoAsync($"/courses/{course.Id()}/publish", new { }, course.Version());
        Assert.Equal("GONE-A |", await LevelAsync(hr, "GONE"));
        Assert.Equal("GONE-A", (await hr.ReadAsync("/standards/gone/levels/3?edition=1")).GetProperty("coursesByFunction")[1].GetProperty("courses")[0].Text("code"));
    }

    [Fact]
    public async Task More_than_fifty_functions_are_refused_at_their_place()
    {
        var hr = await app.AsAsync(Role.HumanResources);

        using var answer = await hr.TryAsync("/courses", Course("MANY", [.. Enumerable.Range(1, 51).Select(x => $"CSM-3-{x}")]));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("\"functionCodes\"", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    private static async Task PublishedAsync(HttpClient hr, string code, params int[] functions)
    {
        await hr.DoAsync("/standards", new { code, content = Standard(functions) });
        await hr.DoAsync($"/standards/{code}/publish");
    }

    private static object Standard(params int[] functions) => new
    {
        nameZh = "职业标准",
        levels = new[]
        {
            new
            {
                level = 3,
                titleZh = "师",
                qualificationZh = "三级",
                functions = functions.Select(x => new { number = x, nameZh = $"职能{x}", weightPercent = 100m / functions.Length, contents = Array.Empty<object>() }),
            },
        },
    };

    private static object Course(string? code, params string[] functionCodes) => code is null
        ? new { nameZh = "课", category = "basics", functionCodes, modules = Array.Empty<object>() }
        : new { code, nameZh = "课", category = "basics", functionCodes, modules = Array.Empty<object>() };

    private static List<JsonElement> Functions(JsonElement course) => [.. course.GetProperty("functions").EnumerateArray()];

    private static IEnumerable<string?> Gaps(JsonElement level) => level.GetProperty("functionsWithoutCourse").EnumerateArray().Select(x => x.GetString());

    /// <summary>The courses that serve any function of level 3, and the functions without: <c>A B | F-3-1</c>.</summary>
    private static async Task<string> LevelAsync(HttpClient client, string standard)
    {
        var level = await client.ReadAsync($"/standards/{standard}/levels/3");
        var courses = level.GetProperty("coursesByFunction").EnumerateArray().SelectMany(x => x.GetProperty("courses").EnumerateArray());
        return $"{string.Join(' ', courses.Select(x => x.Text("code")))} | {string.Join(' ', Gaps(level))}".Trim();
    }
}
