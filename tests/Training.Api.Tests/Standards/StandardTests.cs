using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Standards;

public sealed class StandardTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    /// <summary>An edition as it was read, as it is sent to be the next.</summary>
    internal static JsonNode Body(JsonElement read)
    {
        var body = JsonNode.Parse(read.GetRawText())!.AsObject();
        foreach (var name in new[] { "id", "code", "edition", "state", "publishedAt", "editions", "allowedActions", "version" })
        {
            body.Remove(name);
        }

        foreach (var level in body["levels"]!.AsArray())
        {
            level!["functions"]!.AsArray().ToList().ForEach(x => x!.AsObject().Remove("code"));
        }

        return body;
    }

    [Fact]
    public async Task Everybody_reads_the_standard_with_its_levels_whose_weights_total_100()
    {
        var staff = await app.AsAsync(Role.Staff);

        var listed = (await staff.ReadAsync("/standards")).Items().Single(x => x.Text("code") == "CSM");
        Assert.Equal(1, listed.GetProperty("edition").GetInt32());
        var standard = await staff.ReadAsync("/standards/csm");
        Assert.Equal([3, 2, 1], standard.GetProperty("levels").EnumerateArray().Select(x => x.GetProperty("level").GetInt32()));
        Assert.Equal(60, standard.GetProperty("examination").GetProperty("passMark").GetInt32());
        Assert.Equal(0, standard.GetProperty("allowedActions").GetArrayLength());

        var level = await staff.ReadAsync("/standards/csm/levels/3");
        var functions = level.GetProperty("functions").EnumerateArray().ToList();
        Assert.Equal(100, functions.Sum(x => x.GetProperty("weightPercent").GetDecimal()));
        Assert.Equal("CSM-3-1", functions[0].Text("code"));
        Assert.Equal(2, functions[0].GetProperty("contents")[0].GetProperty("skills").GetArrayLength());
        Assert.Equal("moduleExamination", level.GetProperty("eligibility")[0].Text("opens"));
        await RefusedAsync(await staff.GetAsync("/api/v1/standards/csm/levels/4", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "record.unknown");
        await RefusedAsync(await staff.GetAsync("/api/v1/standards/none", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "record.unknown");
    }

    [Fact]
    public async Task An_edition_is_written_published_and_kept_when_the_next_is_in_force()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var made = await hr.DoAsync("/standards", new { code = "own-1", content = Content((1, 100)) });
        Assert.Equal(("OWN-1", "draft"), (made.Text("code"), made.Text("state")));
        await RefusedAsync(await hr.TryAsync("/standards", new { code = "Own-1", content = Content((1, 100)) }), HttpStatusCode.Conflict, "standard.codeTaken");
        await RefusedAsync(await staff.GetAsync("/api/v1/standards/own-1", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "record.unknown");

        var first = await hr.DoAsync("/standards/own-1/publish");
        Assert.Equal(["write"], first.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));
        var draft = await hr.DoAsync("/standards/own-1/draft", Content((1, 40), (2, 60)), first.Version(), HttpMethod.Put);
        Assert.Equal((2, "inRevision"), (draft.GetProperty("edition").GetInt32(), draft.Text("state")));
        await RefusedAsync(await hr.TryAsync("/standards/own-1/draft", Content((1, 100)), first.Version(), HttpMethod.Put), HttpStatusCode.PreconditionFailed, "version.stale");
        await RefusedAsync(await staff.GetAsync("/api/v1/standards/own-1?edition=2", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "record.unknown");
        Assert.Equal(1, (await staff.ReadAsync("/standards/own-1/levels/3")).GetProperty("functions").GetArrayLength());

        await hr.DoAsync("/standards/own-1/publish", null, draft.Version());
        Assert.Equal(2, (await staff.ReadAsync("/standards/own-1/levels/3")).GetProperty("functions").GetArrayLength());
        Assert.Equal(1, (await staff.ReadAsync("/standards/own-1/levels/3?edition=1")).GetProperty("functions").GetArrayLength());
        Assert.Equal(2, (await staff.ReadAsync("/standards/own-1")).GetProperty("editions").GetArrayLength());
        await RefusedAsync(await hr.TryAsync("/standards/own-1/publish"), HttpStatusCode.Conflict, "standard.notInThisState");
    }

    [Fact]
    public async Task An_edition_being_written_is_thrown_away_and_with_the_first_the_standard()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var standard = await hr.ReadAsync("/standards/csm");
        await RefusedAsync(await hr.TryAsync("/standards/csm/draft", null, standard.Version(), HttpMethod.Delete), HttpStatusCode.Conflict, "standard.notInThisState");
        var draft = await hr.DoAsync("/standards/csm/draft", Body(standard), standard.Version(), HttpMethod.Put);
        using var discarded = await hr.TryAsync("/standards/csm/draft", null, draft.Version(), HttpMethod.Delete);
        Assert.Equal(HttpStatusCode.NoContent, discarded.StatusCode);
        Assert.Equal("inForce", (await hr.ReadAsync("/standards/csm")).Text("state"));

        await hr.DoAsync("/standards", new { code = "own-2", content = Content((1, 100)) });
        using var gone = await hr.TryAsync("/standards/own-2/draft", null, 1, HttpMethod.Delete);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        await RefusedAsync(await hr.GetAsync("/api/v1/standards/own-2", TestContext.Current.CancellationToken), HttpStatusCode.NotFound, "record.unknown");
    }

    [Theory]
    [InlineData("standard.weightsNotHundred", "levels[0].functions", 3, 1, 60, 2, 39.9, 60)]
    [InlineData("standard.weightOutOfRange", "levels[0].functions[0].weightPercent", 3, 1, 0, 2, 100, 60)]
    [InlineData("standard.functionTwice", "levels[0].functions[1].number", 3, 1, 50, 1, 50, 60)]
    [InlineData("standard.functionOutOfRange", "levels[0].functions[0].number", 3, 0, 50, 1, 50, 60)]
    [InlineData("standard.levelOutOfRange", "levels[0].level", 6, 1, 50, 2, 50, 60)]
    [InlineData("standard.levelTwice", "levels[1].level", -3, 1, 50, 2, 50, 60)]
    [InlineData("standard.passMarkAboveFull", "examination.passMark", 3, 1, 50, 2, 50, 101)]
    public async Task Content_that_is_wrong_is_refused_on_making_and_writing(
        string code, string place, int level, int first, double firstWeight, int second, double secondWeight, int passMark)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var content = Content((first, (decimal)firstWeight), (second, (decimal)secondWeight));
        var levels = content["levels"]!.AsArray();
        levels[0]!["level"] = Math.Abs(level);
        if (level < 0)
        {
            levels.Add(levels[0]!.DeepClone());
        }

        content["examination"]!["passMark"] = passMark;
        var version = (await hr.ReadAsync("/standards/csm")).Version();

        var made = await hr.TryAsync("/standards", new { code = "wrong", content });
        Assert.Contains($"\"{place}\"", (await made.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Replace("content.", "", StringComparison.Ordinal), StringComparison.Ordinal);
        await RefusedAsync(made, HttpStatusCode.UnprocessableEntity, code);
        await RefusedAsync(await hr.TryAsync("/standards/csm/draft", content, version, HttpMethod.Put), HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(version, (await hr.ReadAsync("/standards/csm")).Version());
    }

    private static Task RefusedAsync(HttpResponseMessage answer, HttpStatusCode status, string code) => answer.ShouldBeRefusedAsync(status, code);

    private static JsonObject Content(params (int Number, decimal Weight)[] functions) => JsonSerializer.SerializeToNode(new
    {
        nameZh = "职业标准",
        examination = new { parts = new[] { new { zh = "理论" } }, fullMark = 100, passMark = 60, passedPartYears = 2 },
        levels = new[]
        {
            new
            {
                level = 3,
                titleZh = "师",
                qualificationZh = "三级",
                functions = functions.Select(x => new { number = x.Number, nameZh = "职能", weightPercent = x.Weight, contents = Array.Empty<object>() }),
            },
        },
    })!.AsObject();
}
