using Training.Api.Localization;
using Training.Api.Spreadsheets;

namespace Training.Api.Imports;

/// <summary>What may be imported: its columns, and how its rows are compared with what is kept. Everything else of the course
/// is the same for every kind.</summary>
internal abstract class ImportKind
{
    /// <summary>The noun in the address, as it is kept with every import: <c>employees</c>.</summary>
    public abstract string Name { get; }

    /// <summary>In the order of the template. The first is, or begins, the key.</summary>
    public abstract IReadOnlyList<ImportColumn> Columns { get; }

    /// <summary>The lock that the write holds, where a rule over a whole set needs one.</summary>
    public virtual string? Lock => null;

    /// <summary>Whether an import of the kind can be taken back.</summary>
    public virtual bool IsUndoable => true;

    public virtual WorkbookLimits Limits { get; } = new() { Rows = 20_000 };

    /// <summary>From the sheet to typed rows; most kinds have one row for each row.</summary>
    public virtual Task<ImportSheet> ReadAsync(Sheet sheet, CancellationToken cancellation) => Task.FromResult(ImportReader.Read(this, sheet));

    /// <summary>What the row is about, each once in a file; null when its key cannot be read.</summary>
    public abstract string? KeyOf(ImportRow row);

    /// <summary>Compares the rows with what is kept, in a number of queries that does not grow with them. Changes tracked
    /// records, saves nothing.</summary>
    public abstract Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation);

    /// <summary>What is kept and still in use, as rows of the import: one value for each column.</summary>
    public abstract Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation);

    /// <summary>Codes to choose from in the template, by column, read from the store.</summary>
    public virtual Task<IReadOnlyDictionary<ImportColumn, IReadOnlyList<string>>> ChoicesAsync(CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyDictionary<ImportColumn, IReadOnlyList<string>>>(new Dictionary<ImportColumn, IReadOnlyList<string>>());

    /// <summary>Takes an import back at once, where the kind does so itself: how many of its changes, and which stay. Null: record by
    /// record, as most kinds are.</summary>
    public virtual Task<(int Undone, IReadOnlyList<KeptRow> Kept)?> UndoAsync(long importId, CancellationToken cancellation) =>
        Task.FromResult<(int, IReadOnlyList<KeptRow>)?>(null);

    /// <summary>After rows were restored, before created records go: what hangs on them is worked out again.</summary>
    public virtual Task AfterUndoAsync(IReadOnlyCollection<object> restored, CancellationToken cancellation) => Task.CompletedTask;

    /// <summary>Kinds of records that refer to created ones and yet do not keep them: they are released before these go.</summary>
    public virtual IReadOnlySet<string> Released { get; } = new HashSet<string>();

    /// <summary>After rows were restored and before created records go: releases what referred to them.</summary>
    public virtual Task BeforeRemovalAsync(IReadOnlyCollection<object> restored, IReadOnlyCollection<object> removed, CancellationToken cancellation) =>
        Task.CompletedTask;

    public static TemplateColumn TemplateColumn(ImportColumn column, Language language, IReadOnlyList<string> choices) => new(
        column.Header(language), column.Cells, column.IsRequired, NoteOf(column, language), choices.Count > 0 ? choices : column.Choices(language), column.Example(language));

    private static string? NoteOf(ImportColumn column, Language language) =>
        Texts.Has(language, column.TextCode + ".note") ? Texts.Of(language, column.TextCode + ".note") : null;
}
