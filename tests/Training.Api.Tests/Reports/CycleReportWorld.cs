using System.Globalization;
using System.Text.Json;
using Training.Api.Localization;
using Training.Api.Spreadsheets;
using Training.Api.Tests.Appraisals;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using Training.Domain.Rules;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Reports;

/// <summary>Departments, people and marks for tests of the reports of a cycle.</summary>
internal static class CycleReportWorld
{
    public static async Task<TrainingApp> StartedAsync()
    {
        var app = new TrainingApp();
        await app.InitializeAsync();
        return app;
    }

    /// <summary>A new department below another; its code.</summary>
    public static async Task<string> NewDepartmentAsync(this TrainingApp app, string code, string above = "CS")
    {
        var parent = await app.DepartmentAsync(above);
        return await app.WriteAsync(db =>
        {
            db.Departments.Add(Department.Create(code, new Bilingual("部门" + code, "Department " + code), parent));
            return Task.FromResult(code);
        });
    }

    /// <summary>Somebody of the position in the department, under the world's supervisor unless said, whose figures come to 95.63.</summary>
    public static async Task<long> CompleteInAsync(this TrainingApp app, MixedPosition by, string department, long? supervisor = null)
    {
        var person = await app.HireAsync(await app.PlaceAsync(by, department, supervisor));
        foreach (var (kpi, value) in new[] { (by.First, 81m), (by.Second, 90m), (by.Learnt, 100m) })
        {
            await app.FigureAsync(kpi, person, "2025-10", value);
        }

        return person;
    }

    /// <summary>The caller marks the one segment of the person: with 80 the total is 92.50, with 50 it is 86.50.</summary>
    public static async Task MarkAsync(this TrainingApp app, HttpClient client, long cycle, long person, decimal mark)
    {
        var id = await app.AppraisalAsync(cycle, person);
        var score = await client.ScoreAsync(id, 1);
        var kpiId = score.GetProperty("items")[0].GetProperty("kpiId").GetInt64();
        await client.DoAsync(Post($"/appraisals/{id}/segments/1/score", new { marks = new[] { new { kpiId, mark, text = "观察" } } }, score.Version()));
    }

    /// <summary>Plans and opens the cycle of 2025Q4 with a guideline that looks at groups of two; its id, while people judge themselves.</summary>
    public static async Task<long> ComparedAsync(this TrainingApp app, MixedPosition by)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var cycle = (await hr.DoAsync(Post("/appraisal-cycles", new
        {
            quarter = "2025Q4",
            templates = new[] { new { positionId = by.Position, templateId = by.TemplateId } },
            distribution = new
            {
                shares = new object[] { new { grades = new[] { "A" }, atMost = 20 }, new { grades = new[] { "D", "E" }, atLeast = 5 } },
                smallestGroup = 2,
            },
        }))).Id();
        await hr.DoAsync(Post($"/appraisal-cycles/{cycle}/open"));
        await hr.AdvanceAsync(cycle, "selfReview");
        return cycle;
    }

    /// <summary>Ends self-review and scoring.</summary>
    public static async Task CalibratingAsync(this TrainingApp app, long cycle)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.AdvanceAsync(cycle, "scoring");
        await hr.AdvanceAsync(cycle, "calibration");
    }

    public static decimal? Decimal(this JsonElement row, string member) =>
        row.GetProperty(member) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;

    public static string Names(this JsonElement row, string member) => string.Concat(row.GetProperty(member).EnumerateArray().Select(x => x.GetString()));

    /// <summary>The column of the report's workbook, as who reads Chinese has it.</summary>
    public static async Task<IReadOnlyList<string?>> ColumnAsync(this HttpClient client, string path, string column)
    {
        using var request = Get(path);
        request.Headers.Accept.ParseAdd(TableWorkbook.MediaType);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.True(answer.IsSuccessStatusCode, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture));
        var bytes = await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        var sheet = await SheetReader.ReadAsync(bytes, new WorkbookLimits(), TestContext.Current.CancellationToken);
        var header = Texts.Of(Api.Localization.Language.Chinese, $"column.{column}");
        var at = sheet.Columns.Select(x => x.Header).ToList().IndexOf(header);
        Assert.True(at >= 0, $"no column {header}");
        return [.. sheet.Rows.Select(x => CellParsing.Text(x.Cells[at]).Value)];
    }
}
