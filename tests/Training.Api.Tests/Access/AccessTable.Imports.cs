using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Imports() =>
    [
        Route("ImportEmployees").Sends(x => File(x, "/employees/import", "工号,中文姓名,部门编号,岗位编号,入职日期", $"R{x.Number}", "甲", "CS", "CS-AGENT", new DateOnly(2026, 3, 1))).Row(Standing.Any, "AFFFFF"),
        Route("GetEmployeeImportTemplate").Sends(_ => AccessCase.Get("/employees/import-template")).Row(Standing.Any, "AFFFFF"),
        Route("ExportEmployees").Sends(_ => AccessCase.Get("/employees/export")).Row(Standing.Any, "AFFFFF"),
        Route("ImportLeave").Sends(x => File(x, "/leave/import", "工号,假别,开始日期,结束日期", "W001", "年假", new DateOnly(2026, 3, 3).AddDays(x.Number), new DateOnly(2026, 3, 3).AddDays(x.Number))).Row(Standing.Any, "AFFFFF"),
        Route("GetLeaveImportTemplate").Sends(_ => AccessCase.Get("/leave/import-template")).Row(Standing.Any, "AFFFFF"),
        Route("ExportLeave").Sends(_ => AccessCase.Get("/leave/export")).Row(Standing.Any, "AFFFFF"),
        Route("ImportCalendarDays").Sends(x => File(x, "/calendar-days/import", "日期,类型,中文名称", new DateOnly(2028, 1, 1).AddDays(x.Number), "法定节假日", "假")).Row(Standing.Any, "AFFFFF"),
        Route("GetCalendarDayImportTemplate").Sends(_ => AccessCase.Get("/calendar-days/import-template")).Row(Standing.Any, "AFFFFF"),
        Route("ExportCalendarDays").Sends(_ => AccessCase.Get("/calendar-days/export")).Row(Standing.Any, "AFFFFF"),
        Route("ImportCompletions").Sends(x => File(x, "/completions/import", "工号,课程编号,完成日期,结果", "W001", "CRS022", new DateOnly(2024, 3, 3).AddDays(x.Number % 700), "合格")).Row(Standing.Any, "AFFFFF"),
        Route("GetCompletionImportTemplate").Sends(_ => AccessCase.Get("/completions/import-template")).Row(Standing.Any, "AFFFFF"),
        Route("ExportCompletions").Sends(_ => AccessCase.Get("/completions/export")).Row(Standing.Any, "AFFFFF"),
        Route("ListImports").Lists("/imports?pageSize=200", ImportedAsync).Row(Standing.Any, "AFFFFF"),
        Route("GetImport").Sends(async x => AccessCase.Get($"/imports/{await ImportedAsync(x)}")).Row(Standing.Any, "AFFFFF"),
        Route("ListImportChanges").Sends(async x => AccessCase.Get($"/imports/{await ImportedAsync(x)}/changes")).Row(Standing.Any, "AFFFFF"),
        Route("UndoImport").Sends(async x => AccessCase.Post($"/imports/{await ImportedAsync(x)}/undo")).Row(Standing.Any, "AFFFFF"),
    ];

    private static HttpRequestMessage File(AccessCase found, string path, string headers, params object?[] row)
    {
        var message = AccessCase.Post($"{path}?confirm=true");
        message.Content = new ByteArrayContent(ImportFiles.Workbook(headers, row));
        message.Headers.Add("Idempotency-Key", $"walk-{found.Number}");
        return message;
    }

    /// <summary>The id of an import that HR made.</summary>
    private static async Task<long> ImportedAsync(AccessCase found)
    {
        var hr = await found.App.AsAsync(Role.HumanResources);
        var done = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(
            "工号,中文姓名,部门编号,岗位编号,入职日期", [$"Q{found.Number}", "甲", "CS", "CS-AGENT", new DateOnly(2026, 3, 1)]));
        return done.Id!.Value;
    }
}
