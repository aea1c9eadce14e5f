using System.Globalization;
using System.Text.RegularExpressions;
using Training.Api.Spreadsheets;
using Training.Domain.Kpis;

namespace Training.Api.Imports.Measurements;

/// <summary>A period as a cell has it.</summary>
/// <param name="IsDay">It stood there as a date: spreadsheets make one of <c>2026-10</c>.</param>
internal readonly record struct PeriodCell(MeasuredPeriod Period, bool IsDay);

/// <summary>The columns of figures in long form.</summary>
internal static partial class MeasurementColumns
{
    public const string Kind = "measurements";
    private const int MostDigits = 28;

    private static readonly ImportColumns Make = new(Kind);

    public static readonly ImportColumn<string> Number = Make.Key("employeeNumber", example: _ => "007");
    public static readonly ImportColumn<string> Department = Make.Key("departmentCode");
    public static readonly ImportColumn<string> KpiCode = Make.Key("kpiCode", required: true, example: _ => "K01");
    public static readonly ImportColumn<PeriodCell?> Period =
        new(Kind, "period", CellKind.Text, PeriodOf) { IsRequired = true, Example = _ => "2026-10" };

    // How many decimals a figure may have is the KPI's to say.
    public static readonly ImportColumn<decimal?> Value =
        new(Kind, "value", CellKind.Decimal, cell => CellParsing.Decimal(cell, MostDigits)) { IsRequired = true, Example = _ => 92.5m };
    public static readonly ImportColumn<int?> SampleSize =
        new(Kind, "sampleSize", CellKind.Whole, cell => CellParsing.Whole(cell, 1, Kpi.MaxSample)) { Example = _ => 120 };

    public static readonly IReadOnlyList<ImportColumn> All = [Number, Department, KpiCode, Period, Value, SampleSize];

    /// <summary>The period of a text or date: as it is written elsewhere, or as people write months and days.</summary>
    public static Parsed<PeriodCell?> PeriodOf(CellValue cell)
    {
        if (cell is CellValue.Day day)
        {
            return new(new PeriodCell(MeasuredPeriod.Day(day.Value), true), null);
        }

        return CellParsing.Narrow(cell, 100).Then(text => PeriodOf(text) is { } period
            ? new Parsed<PeriodCell?>(new PeriodCell(period, false), null)
            : new(null, CellFault.Of(MeasurementRefusals.PeriodUnreadable, ("period", text))));
    }

    private static MeasuredPeriod? PeriodOf(string text)
    {
        if (MeasuredPeriod.Parse(text) is { } period)
        {
            return period;
        }

        var month = Month().Match(text);
        if (month.Success)
        {
            return MeasuredPeriod.Parse($"{month.Groups["year"].Value}-{int.Parse(month.Groups["month"].Value, CultureInfo.InvariantCulture):00}");
        }

        var quarter = Quarter().Match(text);
        return quarter.Success ? MeasuredPeriod.Parse($"{quarter.Groups["year"].Value}Q{quarter.Groups["number"].Value}")
            : CellParsing.Day(new CellValue.Text(text)).Value is { } day ? MeasuredPeriod.Day(day)
            : null;
    }

    [GeneratedRegex(@"^(?<year>[0-9]{4})[-/.年](?<month>[0-9]{1,2})月?$")]
    private static partial Regex Month();

    [GeneratedRegex(@"^(?<year>[0-9]{4})(年第?|-?[Qq])(?<number>[1-4])(季度?)?$")]
    private static partial Regex Quarter();
}
