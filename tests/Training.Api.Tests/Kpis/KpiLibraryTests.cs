using System.IO.Compression;
using System.Text;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Kpis;

/// <summary>The library as it comes: listed, filtered, exported, and read by others.</summary>
public sealed class KpiLibraryTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_67_kpis_and_the_four_second_units_are_listed_in_both_languages()
    {
        var rows = (await (await app.AsAsync(Role.Staff)).ReadAsync("/kpis?pageSize=200")).Items();

        Assert.Equal(
            Enumerable.Range(1, 67).SelectMany(x => x is 2 or 20 or 24 or 51 ? new[] { $"K{x:00}", $"K{x:00}B" } : [$"K{x:00}"]),
            rows.Select(x => x.Text("code")));
        foreach (var member in new[] { "name", "definition", "formula" })
        {
            Assert.All(rows, x => Assert.False(string.IsNullOrWhiteSpace(x.Text(member + "Zh")) || string.IsNullOrWhiteSpace(x.Text(member + "En"))));
        }

        Assert.All(rows, x => Assert.NotEmpty(x.GetProperty("proposed").EnumerateArray()));
        Assert.All(rows, x => Assert.NotEmpty(x.GetProperty("linkedCourseCodes").EnumerateArray()));
    }

    [Theory]
    [InlineData("source=events", "K15 K24 K38 K40 K41 K54 K55")]
    [InlineData("eventKindCode=complaint", "K15")]
    [InlineData("source=training&sort=-code", "K66 K51B K44")]
    [InlineData("period=day", "K02 K25")]
    [InlineData("use=notForAppraisal", "K19 K53 K61 K62 K67")]
    [InlineData("unit=yuan", "K24B K37 K60")]
    [InlineData("q=khmyd", "K01")]
    [InlineData("q=typing", "K26")]
    [InlineData("code=k02b", "K02B")]
    [InlineData("hasProposals=false", "")]
    [InlineData("retired=true", "")]
    [InlineData("use=department&source=manual&sort=unit,code", "K16 K49 K50 K65")]
    public async Task The_library_is_filtered_and_sorted(string query, string codes) =>
        Assert.Equal(
            codes.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            (await (await app.AsAsync(Role.Supervisor)).ReadAsync($"/kpis?{query}")).Items().Select(x => x.Text("code")));

    [Fact]
    public async Task For_a_position_there_are_its_own_and_those_for_everybody()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var position = (await hr.ReadAsync("/positions?q=SHOP-AGENT")).Items()[0].Id();

        var rows = (await hr.ReadAsync($"/kpis?pageSize=200&positionId={position}")).Items();

        Assert.Equal(
            ["K01", "K02", "K02B", "K03", "K04", "K15", "K26", "K27", "K28", "K29", "K38", "K39", "K40", "K41", "K45", "K46", "K48", "K54", "K55", "K56", "K57", "K66"],
            rows.Select(x => x.Text("code")));
        Assert.All(rows, x => Assert.True(x.GetProperty("suitsEverybody").GetBoolean() || x.GetProperty("positionCodes").EnumerateArray().Any(y => y.GetString() == "SHOP-AGENT")));
    }

    [Theory]
    [InlineData("zh-CN", "默认目标", "越低越好")]
    [InlineData("en", "Default target", "Lower is better")]
    public async Task The_library_is_a_workbook_in_the_readers_language(string language, string header, string direction)
    {
        var reader = await app.SignInAsAsync(Role.Approver);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/kpis");
        request.Headers.Accept.ParseAdd(TableWorkbook.MediaType);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await reader.SendAsync(request, TestContext.Current.CancellationToken);
        using var workbook = new ZipArchive(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        var text = new StringBuilder();
        foreach (var entry in workbook.Entries)
        {
            text.Append(await ReadAsync(entry));
        }

        Assert.All(new[] { header, direction, "K67", "Year-end needs survey completion", "CRS046" }, x => Assert.Contains(x, text.ToString(), StringComparison.Ordinal));
    }

    private static async Task<string> ReadAsync(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(await entry.OpenAsync());
        return await reader.ReadToEndAsync();
    }
}
