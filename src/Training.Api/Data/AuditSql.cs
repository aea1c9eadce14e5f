using Microsoft.EntityFrameworkCore.Metadata;

namespace Training.Api.Data;

/// <summary>SQL that writes a row as the audit keeps it, in the form of <see cref="AuditTrail"/>: sorted members, normal
/// decimals, instants in UTC with milliseconds, choices in camelCase, secrets as <c>***</c>.</summary>
internal static class AuditSql
{
    /// <summary>The row <c>rows</c> of the type as JSON text.</summary>
    public static string Before(IEntityType type, bool postgres)
    {
        var members = type.GetFlattenedProperties()
            .Where(x => x.FindAnnotation(AuditMarks.DerivedMark) is null)
            .OrderBy(x => x.MemberName(), StringComparer.Ordinal)
            .Select(x => (Name: x.MemberName(), Value: Value(x, $"rows.\"{x.ColumnName()}\"", postgres)));
        // Written piece by piece on PostgreSQL, whose own objects have spaces in them.
        return postgres
            ? $"'{{' || {string.Join(" || ',' || ", members.Select(x => $"'\"{x.Name}\":' || COALESCE(to_json({x.Value})::text, 'null')"))} || '}}'"
            : $"json_object({string.Join(", ", members.Select(x => $"'{x.Name}', {x.Value}"))})";
    }

    private static string Value(IProperty property, string column, bool postgres)
    {
        if (property.FindAnnotation(AuditMarks.SecretMark) is not null)
        {
            return $"CASE WHEN {column} IS NULL THEN NULL ELSE '***' END";
        }

        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
        {
            return $"lower(substr({column}, 1, 1)) || substr({column}, 2)";
        }

        return postgres ? OnPostgres(type, column) : OnSqlite(type, column);
    }

    private static string OnPostgres(Type type, string column) =>
        type == typeof(decimal) ? $"trim_scale({column})"
        : type == typeof(DateTimeOffset) ? $"to_char({column} AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')"
        : type == typeof(byte[]) ? $"encode({column}, 'hex')"
        : IsPlain(type) ? column
        : $"{column}::json";

    private static string OnSqlite(Type type, string column) =>
        type == typeof(decimal) ? $"json(CASE WHEN instr({column}, '.') > 0 THEN rtrim(rtrim({column}, '0'), '.') ELSE CAST({column} AS TEXT) END)"
        : type == typeof(DateTimeOffset) ? $"strftime('%Y-%m-%dT%H:%M:%S', {column} / 1000, 'unixepoch') || printf('.%03dZ', {column} % 1000)"
        : type == typeof(byte[]) ? $"CASE WHEN {column} IS NULL THEN NULL ELSE lower(hex({column})) END"
        : type == typeof(bool) ? $"json(CASE {column} WHEN 1 THEN 'true' WHEN 0 THEN 'false' END)"
        : IsPlain(type) ? column
        : $"json({column})";

    // What is neither is kept as JSON text.
    private static bool IsPlain(Type type) =>
        type.IsPrimitive || type == typeof(string) || type == typeof(DateOnly) || type == typeof(TimeOnly) || type == typeof(Guid);
}
