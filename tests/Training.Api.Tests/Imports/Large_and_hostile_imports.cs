using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Spreadsheets;

namespace Training.Api.Tests.Imports;

[Collection(nameof(MeasuredAlone))]
public sealed class Large_and_hostile_imports(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Headers = "工号,中文姓名,部门编号,岗位编号,直属上级工号,入职日期";
    private const int Many = 10_000;

    public static TheoryData<string> Hostile => [.. HostileWorkbooks.All.Keys];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Hostile))]
    public async Task A_hostile_workbook_is_refused_quickly_and_changes_nothing(string name)
    {
        var (code, make) = HostileWorkbooks.All[name];
        var file = make();
        var hr = await app.AsAsync(Role.HumanResources);
        var before = await CountAsync();
        var spent = new Spent();

        var answer = await hr.ImportAsync("/employees/import", file);

        var time = spent.Time;
        Assert.True((int)answer.StatusCode is >= 400 and < 500, $"{name}: {(int)answer.StatusCode}");
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        // An empty body and one beyond the limit do not get as far as the workbook.
        string[] accepted = name switch
        {
            "empty file" => ["request.unreadable"],
            "a larger file than accepted" => ["request.tooLarge", code],
            _ => [code],
        };
        Assert.Contains(accepted, x => text.Contains($"\"{x}\"", StringComparison.Ordinal));
        Assert.True(time < TimeSpan.FromSeconds(2), $"{name} took {time}");
        Assert.Equal(before, await CountAsync());
    }

    [Fact]
    public async Task Ten_thousand_people_are_hired_changed_and_taken_back_set_by_set()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (before, audited) = (await CountAsync(), await AuditedAsync());
        var file = ImportFiles.Workbook(Headers, [.. Enumerable.Range(0, Many).Select(x => Row(x, "张"))]);

        var spent = new Spent();
        var hired = await hr.ImportedAsync("/employees/import", file);
        spent.Note("10 000 hired");
        Assert.True(spent.Time < TimeSpan.FromSeconds(20), $"hiring took {spent.Time}");
        Assert.Equal(Many, hired.New);
        Assert.Equal(200, hired.Rows.Count);
        Assert.Equal(audited + Many, await AuditedAsync());

        spent = new Spent();
        var same = await hr.ImportedAsync("/employees/import?confirm=true", file);
        spent.Note("10 000 the same");
        Assert.Equal((Many, null), (same.Same, same.Id));

        spent = new Spent();
        var changed = await hr.ImportedAsync("/employees/import", ImportFiles.Workbook(Headers, [.. Enumerable.Range(0, Many).Select(x => Row(x, "李"))]));
        spent.Note("10 000 changed");
        Assert.Equal(Many, changed.Changed);
        Assert.True(spent.Time < TimeSpan.FromSeconds(30), $"changing took {spent.Time}");

        (await hr.UndoAsync(changed.Id!.Value)).EnsureSuccessStatusCode();
        Assert.Equal("张00000", await app.ReadAsync(db => db.Employees.Where(x => x.EmployeeNumber == "B00000").Select(x => x.NameZh).SingleAsync(Cancellation)));
        Assert.Equal(before + Many, await CountAsync());
    }

    private static IReadOnlyList<object?> Row(int number, string family) =>
    [
        $"B{number:00000}", $"{family}{number:00000}", "CS", "CS-AGENT", number < 10 ? "W000" : $"B{number / 10:00000}", new DateOnly(2026, 3, 1),
    ];

    private Task<int> AuditedAsync() => app.ReadAsync(db => db.AuditEntries.CountAsync(x => x.Entity == "employee", Cancellation));

    private Task<int> CountAsync() => app.ReadAsync(db => db.Employees.CountAsync(Cancellation));
}
