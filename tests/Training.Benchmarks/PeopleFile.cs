using System.Globalization;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Imports;
using Training.Api.Imports.Employees;
using Training.Api.Localization;
using Training.Api.Spreadsheets;
using Training.Domain.People;
using Training.Domain.Rules;
using Language = Training.Api.Localization.Language;

namespace Training.Benchmarks;

/// <summary>A workbook of made-up people to import, nine columns each, the same ones in every run.</summary>
internal static class PeopleFile
{
    private const string Position = "CS-AGENT";
    private static readonly DateOnly Today = new(2026, 3, 1);

    private static readonly IReadOnlyList<ImportColumn> Columns =
    [
        EmployeeColumns.Number, EmployeeColumns.NameZh, EmployeeColumns.NameLatin, EmployeeColumns.WorkEmail, EmployeeColumns.Department,
        EmployeeColumns.Position, EmployeeColumns.Supervisor, EmployeeColumns.HiredOn, EmployeeColumns.Contract,
    ];

    /// <summary>The file; its departments are made in the database.</summary>
    public static async Task<byte[]> MakeAsync(TrainingDb db, int people)
    {
        var shape = new CompanyShape(people);
        IReadOnlyList<string> codes = [.. Enumerable.Range(1, shape.Departments).Select(x => Text($"D{x:0000}"))];
        await db.WriteAsync(() => Bulk.InsertAsync(
            db, [.. codes.Select(x => Department.Create(x, new Bilingual($"部门 {x}", $"Department {x}")))], CancellationToken.None));
        var places = new MadeUpPlaces([.. Enumerable.Range(0, codes.Count).Select(x => (long)x)], [0], 0, 0, [0]);
        var made = new MadeUpPeople(shape, seed: 1, Today).Make(x => Text($"P{x + 1:00000}"), places);
        return TableWorkbook.Write(
            "people",
            [.. Columns.Select(x => new WorkbookColumn(x.Header(Language.Chinese), x.Cells))],
            made.Select(x => Row(x.Person, codes)));
    }

    private static IReadOnlyList<object?> Row(NewEmployee person, IReadOnlyList<string> departments) =>
    [
        person.EmployeeNumber, person.Profile.Name.Zh, person.Profile.Name.Latin, person.Profile.WorkEmail,
        departments[(int)person.Placement.DepartmentId], Position, person.SupervisorNumber, person.Engagement.HiredOn,
        Texts.OfValue(Language.Chinese, person.Engagement.ContractKind),
    ];

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
