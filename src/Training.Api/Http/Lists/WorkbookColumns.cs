using System.Collections;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Training.Api.Http.Json;
using Training.Api.Localization;
using Training.Api.Settings;
using Training.Api.Spreadsheets;
using Training.Domain.Rules;

namespace Training.Api.Http.Lists;

/// <summary>The columns of a list's workbook: one for each single value of the row, in the order of its members. A row
/// within the row is laid out beside it; lists of single values stand in one cell; other lists stand only in the JSON.</summary>
internal static class WorkbookMembers
{
    /// <summary>A column: its header's code (<c>column.employeeNumber</c>) and the members that lead to it.</summary>
    internal sealed record Column(string Code, Type Type, IReadOnlyList<PropertyInfo> Path)
    {
        public object? Read(object? row) => Path.Aggregate(row, (at, member) => at is null ? null : member.GetValue(at));
    }

    public static IReadOnlyList<Column> Of(Type row) => [.. Of(row, [])];

    /// <summary>What the column holds, or null for what has no column.</summary>
    public static CellKind? KindOf(Type type) => (Nullable.GetUnderlyingType(type) ?? type) switch
    {
        var x when x == typeof(string) || x.IsEnum || x == typeof(Bilingual) || x == typeof(TimeOnly) || WrittenConverterFactory.IsWritten(x) => CellKind.Text,
        var x when x == typeof(int) || x == typeof(long) => CellKind.Whole,
        var x when x == typeof(decimal) => CellKind.Decimal,
        var x when x == typeof(DateOnly) => CellKind.Day,
        var x when x == typeof(DateTimeOffset) => CellKind.Instant,
        var x when x == typeof(bool) => CellKind.Flag,
        var x when EntryOf(x) is { } entry && KindOf(entry) is not null => CellKind.Text,
        _ => null,
    };

    private static IEnumerable<Column> Of(Type row, IReadOnlyList<PropertyInfo> path)
    {
        foreach (var member in row.GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(x => x.GetIndexParameters().Length == 0))
        {
            IReadOnlyList<PropertyInfo> here = [.. path, member];
            if (KindOf(member.PropertyType) is not null)
            {
                var name = string.Concat(here.Select(x => x.Name));
                yield return new Column($"column.{JsonNamingPolicy.CamelCase.ConvertName(name)}", member.PropertyType, here);
            }
            else if (!member.PropertyType.IsAssignableTo(typeof(IEnumerable)) && path.Count < 2)
            {
                foreach (var below in Of(Nullable.GetUnderlyingType(member.PropertyType) ?? member.PropertyType, here))
                {
                    yield return below;
                }
            }
        }
    }

    private static Type? EntryOf(Type type) => type
        .GetInterfaces()
        .Append(type)
        .FirstOrDefault(x => x.IsGenericType && x.GetGenericTypeDefinition() == typeof(IEnumerable<>) && type != typeof(string))
        ?.GenericTypeArguments[0];
}

/// <summary>The columns for one reader: headers and values in the reader's language, instants in the organisation's zone.</summary>
internal sealed class WorkbookColumns<TItem>(Language language, TimeZoneInfo zone)
{
    private static readonly IReadOnlyList<WorkbookMembers.Column> Columns = WorkbookMembers.Of(typeof(TItem));

    public IReadOnlyList<WorkbookColumn> Headers { get; } =
        [.. Columns.Select(x => new WorkbookColumn(Texts.Of(language, x.Code), WorkbookMembers.KindOf(x.Type)!.Value))];

    public static WorkbookColumns<TItem> Of(HttpContext context) => new(
        ReaderLanguage.Of(context),
        TimeZoneInfo.FindSystemTimeZoneById(context.RequestServices.GetRequiredService<IOptions<OrganisationSettings>>().Value.TimeZone));

    public IReadOnlyList<object?> CellsOf(TItem row) => [.. Columns.Select(x => Cell(x.Read(row)))];

    private object? Cell(object? value) => value switch
    {
        null or string or int or long or decimal or DateOnly or bool => value,
        DateTimeOffset instant => TimeZoneInfo.ConvertTime(instant, zone),
        _ => TextForm.Of(value, language),
    };
}
