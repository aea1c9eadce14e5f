using System.Net.Http.Headers;
using System.Text.Json;
using Training.Api.Imports;
using Training.Api.Spreadsheets;

namespace Training.Api.Tests.Imports;

/// <summary>Workbooks to import, made and sent as people do.</summary>
internal static class ImportFiles
{
    private static readonly JsonSerializerOptions Json = Training.Api.Http.Json.StrictJson.Options;

    /// <summary>A workbook of texts, days and numbers under the headers.</summary>
    public static byte[] Workbook(string headers, params IReadOnlyList<object?>[] rows)
    {
        var columns = headers.Split(',').Select((header, at) => new WorkbookColumn(
            header, rows.Any(x => at < x.Count && x[at] is DateOnly) ? CellKind.Day : CellKind.Text)).ToList();
        return TableWorkbook.Write("sheet", columns, rows.Select(x => (IReadOnlyList<object?>)[.. x, .. new object?[columns.Count - x.Count]]));
    }

    public static Task<HttpResponseMessage> ImportAsync(this HttpClient client, string path, byte[] file, string? key = null, string? accept = null)
    {
        var content = new ByteArrayContent(file);
        content.Headers.ContentType = new MediaTypeHeaderValue(TableWorkbook.MediaType);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1" + path) { Content = content };
        request.Headers.AcceptLanguage.ParseAdd("en");
        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (accept is not null)
        {
            request.Headers.Accept.ParseAdd(accept);
        }

        return client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Imports and answers what was done; anything but 200 fails the test.</summary>
    public static async Task<ImportResponse> ImportedAsync(this HttpClient client, string path, byte[] file) =>
        await ReadAsync<ImportResponse>(await client.ImportAsync(path, file));

    public static async Task<T> ReadAsync<T>(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, $"{(int)answer.StatusCode} {text}");
        return JsonSerializer.Deserialize<T>(text, Json)!;
    }

    public static async Task<T> GetAsync<T>(this HttpClient client, string path) =>
        await ReadAsync<T>(await client.GetAsync("/api/v1" + path, TestContext.Current.CancellationToken));

    /// <summary>The workbook at the address, read back.</summary>
    public static async Task<byte[]> WorkbookAsync(this HttpClient client, string path, string language)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/api/v1" + path);
        request.Headers.AcceptLanguage.ParseAdd(language);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, System.Text.Encoding.UTF8.GetString(bytes));
        return bytes;
    }

    /// <summary>Checks status and code of a refusal; its errors by place.</summary>
    public static async Task<IReadOnlyDictionary<string, string>> RefusedAsync(HttpResponseMessage answer, int status, string code)
    {
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.True((int)answer.StatusCode == status, $"{(int)answer.StatusCode} {text}");
        using var problem = JsonDocument.Parse(text);
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        return problem.RootElement.GetProperty("errors").EnumerateObject()
            .ToDictionary(x => x.Name, x => x.Value[0].GetProperty("code").GetString()!);
    }

    public static Task<HttpResponseMessage> UndoAsync(this HttpClient client, long id) =>
        client.PostAsync($"/api/v1/imports/{id}/undo", null, TestContext.Current.CancellationToken);
}
