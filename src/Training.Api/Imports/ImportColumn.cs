using Training.Api.Localization;
using Training.Api.Spreadsheets;

namespace Training.Api.Imports;

/// <summary>A column of an import: its code, what its cells mean, and the headers under which it is known.</summary>
internal abstract class ImportColumn(string kind, string code, CellKind cells)
{
    /// <summary>As the member of the record is named in JSON.</summary>
    public string Code { get; } = code;

    public CellKind Cells { get; } = cells;

    /// <summary>The column must be there and every row must have a value.</summary>
    public bool IsRequired { get; init; }

    /// <summary>Headers beside the two of the text files under which the column is known.</summary>
    public IReadOnlyList<string> Aliases { get; init; } = [];

    /// <summary>What the example row of the template says; a text may differ by language.</summary>
    public Func<Language, object?> Example { get; init; } = _ => null;

    /// <summary>What may be chosen from in the template, where the kind does not read it from the store.</summary>
    public Func<Language, IReadOnlyList<string>> Choices { get; init; } = _ => [];

    /// <summary>The code of the header's text.</summary>
    public string TextCode => $"import.{kind}.{Code}";

    public string Header(Language language) => Texts.Of(language, TextCode);

    public abstract Parsed<object> Read(CellValue cell);
}

/// <summary>A column whose cells are read as <typeparamref name="T"/>.</summary>
internal sealed class ImportColumn<T>(string kind, string code, CellKind cells, Func<CellValue, Parsed<T>> parse)
    : ImportColumn(kind, code, cells)
{
    public override Parsed<object> Read(CellValue cell)
    {
        var parsed = parse(cell);
        return IsRequired && parsed.IsEmpty ? new(null, CellFault.Of(CellRefusals.Required)) : new(parsed.Value, parsed.Fault);
    }
}

/// <summary>Makes the columns of one kind.</summary>
internal sealed class ImportColumns(string kind)
{
    // As the requests have it.
    private const int LongestKey = 32;

    public ImportColumn<string> Key(string code, bool required = false, Func<Language, object?>? example = null, params string[] aliases) =>
        new(kind, code, CellKind.Text, cell => CellParsing.Key(cell, LongestKey)) { IsRequired = required, Example = example ?? None, Aliases = aliases };

    public ImportColumn<string> Text(string code, int longest, bool required = false, Func<Language, object?>? example = null, params string[] aliases) =>
        new(kind, code, CellKind.Text, cell => CellParsing.Text(cell, longest)) { IsRequired = required, Example = example ?? None, Aliases = aliases };

    public ImportColumn<DateOnly?> Day(string code, bool required = false, DateOnly? example = null, params string[] aliases) =>
        new(kind, code, CellKind.Day, CellParsing.Day) { IsRequired = required, Example = _ => example, Aliases = aliases };

    public ImportColumn<decimal?> Decimal(string code, int decimals, decimal? example = null, params string[] aliases) =>
        new(kind, code, CellKind.Decimal, cell => CellParsing.Decimal(cell, decimals)) { Example = _ => example, Aliases = aliases };

    /// <summary>One of the values of an enum, by its name in either language or as in JSON.</summary>
    public ImportColumn<T?> Choice<T>(string code, bool required = false, T? example = null, params string[] aliases)
        where T : struct, Enum
    {
        var values = Enum.GetValues<T>();
        var names = values.SelectMany(x => new[] { Texts.OfValue(Language.Chinese, x), Texts.OfValue(Language.English, x), x.ToString() }
            .Select(name => (name, x))).DistinctBy(x => x.name).ToDictionary(x => x.name, x => x.x);
        return new(kind, code, CellKind.Text, Read)
        {
            IsRequired = required,
            Example = language => example is { } value ? Texts.OfValue(language, value) : null,
            Choices = language => [.. values.Select(x => Texts.OfValue(language, x))],
            Aliases = aliases,
        };

        // The fault names the choices in the reader's language.
        Parsed<T?> Read(CellValue cell) => CellParsing.Choice(cell, names, []) switch
        {
            { Fault: { } fault } when fault.Refusal == CellRefusals.NotAChoice =>
                new(null, CellFault.Of(CellRefusals.NotAChoice, [fault.Values[0], ("accepted", values)])),
            var parsed => parsed,
        };
    }

    private static object? None(Language language) => null;
}
