using System.Net.Http.Headers;
using OfficeOpenXml;
using Training.Api.Http.Lists;

namespace Training.Api.Tests.Http;

public sealed class Lists(ProbeHost host) : IClassFixture<ProbeHost>
{
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Theory]
    [InlineData("items")]
    [InlineData("rows")]
    public async Task Pages_hold_every_row_once_though_the_keys_are_equal(string list)
    {
        var ids = new List<long>();
        for (var page = 1; page <= 6; page++)
        {
            var answer = await ProbeHost.JsonAsync(await host.GetAsync($"/api/v1/{list}?page={page}&pageSize=25&sort=-place,name"));
            Assert.Equal(120, answer.GetProperty("total").GetInt32());
            Assert.Equal(page, answer.GetProperty("page").GetInt32());
            ids.AddRange(answer.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("id").GetInt64()));
        }

        Assert.Equal(120, ids.Count);
        Assert.Equal(Enumerable.Range(1, 120).Select(x => (long)x), ids.Order());
    }

    [Theory]
    [InlineData("items", "place")]
    [InlineData("items", "-place")]
    [InlineData("rows", "place")]
    [InlineData("rows", "-place")]
    public async Task Rows_without_a_value_come_last(string list, string sort)
    {
        var answer = await ProbeHost.JsonAsync(await host.GetAsync($"/api/v1/{list}?pageSize=200&sort={sort}"));

        var places = answer.GetProperty("items").EnumerateArray().Select(x => x.GetProperty("place").GetString()).ToList();
        Assert.Equal(40, places.Count(x => x is null));
        Assert.All(places.TakeLast(40), x => Assert.Null(x));
        var given = places.Take(80).ToList();
        Assert.Equal(sort[0] == '-' ? given.OrderDescending(StringComparer.Ordinal) : given.Order(StringComparer.Ordinal), given);
    }

    [Fact]
    public async Task Fifty_rows_are_a_page_and_decimals_have_no_trailing_zeros()
    {
        var answer = await ProbeHost.JsonAsync(await host.GetAsync("/api/v1/items?q=ITEM%20%EF%BC%90&colour=green"));

        Assert.Equal(50, answer.GetProperty("items").GetArrayLength());
        Assert.Equal(60, answer.GetProperty("total").GetInt32());
        Assert.EndsWith(".5", answer.GetProperty("items")[0].GetProperty("score").GetRawText(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("page=0", "page")]
    [InlineData("page=-1", "page")]
    [InlineData("page=2147483647", "page")]
    [InlineData("page=5001&pageSize=200", "page")]
    [InlineData("pageSize=0", "pageSize")]
    [InlineData("pageSize=201", "pageSize")]
    [InlineData("sort=secret", "sort")]
    [InlineData("sort=name,name", "sort")]
    [InlineData("sort=name,-name", "sort")]
    [InlineData("sort=", "sort")]
    [InlineData("sort=Name", "sort")]
    public async Task What_no_list_has_is_refused(string query, string name)
    {
        var problem = await ProbeHost.ProblemAsync(await host.GetAsync($"/api/v1/items?{query}"), 400, "request.parameter");

        Assert.Equal([name], problem.Errors.Keys);
    }

    [Fact]
    public async Task An_unknown_sort_field_lists_those_accepted()
    {
        var problem = await ProbeHost.ProblemAsync(await host.GetAsync("/api/v1/items?sort=wage"), 400, "request.parameter");

        Assert.Contains("name, place, score", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_last_page_that_may_be_asked_for_is_answered_empty()
    {
        var answer = await ProbeHost.JsonAsync(await host.GetAsync("/api/v1/items?page=5000&pageSize=200"));

        Assert.Equal(0, answer.GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task A_page_costs_two_queries()
    {
        await ProbeHost.JsonAsync(await host.GetAsync("/api/v1/items?pageSize=200"));

        Assert.All(
            host.Log.Lines.Where(x => x.StartsWith("ListItems GET 200", StringComparison.Ordinal)),
            x => Assert.Contains(" 2 queries ", x, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_whole_list_comes_as_a_workbook()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1/items?pageSize=10&sort=name");
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Workbook));

        var response = await host.SendAsync(request);

        Assert.Equal(Workbook, response.Content.Headers.ContentType?.MediaType);
        Assert.Equal("attachment; filename=\"ListItems.xlsx\"", response.Content.Headers.ContentDisposition?.ToString());
        using var package = new ExcelPackage(new MemoryStream(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        var sheet = package.Workbook.Worksheets[0];
        Assert.Equal(121, sheet.Dimension.Rows);
        Assert.Equal(8, sheet.Dimension.Columns);
        Assert.Equal("column.name", sheet.Cells[1, 2].Text);
    }

    [Fact]
    public void Only_single_values_have_columns()
    {
        var columns = WorkbookMembers.Of(typeof(Outer)).Select(x => x.Code);

        Assert.Equal(["column.id", "column.innerName", "column.tags"], columns);
    }

    private sealed record Inner(string Name);

    private sealed record Outer(long Id, Inner Inner, IReadOnlyList<string> Tags, IReadOnlyList<Inner> Rows);
}
