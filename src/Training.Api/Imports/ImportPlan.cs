using Training.Api.Spreadsheets;
using Training.Domain.Rules;

namespace Training.Api.Imports;

/// <summary>What an import does, or would do, with a row.</summary>
public enum ImportOutcome
{
    /// <summary>Becomes a new record.</summary>
    New,

    /// <summary>Changes a record.</summary>
    Changed,

    /// <summary>Says what is kept already.</summary>
    Same,

    /// <summary>Has faults.</summary>
    Refused,

    /// <summary>Would change the caller's own record; another person has to import it.</summary>
    LeftOut,

    /// <summary>Waits for HR as a correction, the data cut-off of its quarter being over.</summary>
    Queued,

    /// <summary>Is kept, where it is new, and says nothing more: the reason stands with it.</summary>
    PassedOver,
}

/// <summary>What was found out about the rows, and how to apply it.</summary>
/// <param name="ApplyAsync">Runs inside the write, when no row is refused.</param>
internal sealed record ImportPlan(IReadOnlyList<PlannedRow> Rows, Func<CancellationToken, Task> ApplyAsync)
{
    public int Count(ImportOutcome outcome) => Rows.Count(x => x.Outcome == outcome);

    public bool ChangesAnything => Rows.Any(x => x.Outcome is ImportOutcome.New or ImportOutcome.Changed or ImportOutcome.Queued
        || (x.Outcome == ImportOutcome.PassedOver && (x.IsNew || x.Changes.Count > 0)));
}

/// <summary>One member of a record, before and after.</summary>
internal sealed record CellChange(ImportColumn Column, object? Old, object? New);

/// <summary>What was found out about one row.</summary>
internal sealed class PlannedRow(ImportRow row, string? key)
{
    private readonly List<RowFault> _faults = [.. row.Faults];
    private readonly List<CellChange> _changes = [];

    public ImportRow Row { get; } = row;

    /// <summary>What the row is about; null when it cannot be read.</summary>
    public string? Key { get; } = key;

    public bool IsNew { get; set; }

    /// <summary>The record is the caller's own.</summary>
    public bool IsOwn { get; set; }

    /// <summary>It becomes a correction.</summary>
    public bool IsQueued { get; set; }

    /// <summary>Why the row says nothing more than that it is there.</summary>
    public Refusal? PassedOver { get; set; }

    public IReadOnlyList<RowFault> Faults => _faults;

    public IReadOnlyList<CellChange> Changes => _changes;

    public bool HasFaults => _faults.Count > 0;

    public ImportOutcome Outcome => HasFaults ? ImportOutcome.Refused
        : PassedOver is not null ? ImportOutcome.PassedOver
        : IsNew ? ImportOutcome.New
        : IsQueued ? ImportOutcome.Queued
        : _changes.Count == 0 ? ImportOutcome.Same
        : IsOwn ? ImportOutcome.LeftOut
        : ImportOutcome.Changed;

    public void Fault(ImportColumn? column, Refusal refusal, params (string Name, object? Value)[] values) =>
        _faults.Add(new(column, CellFault.Of(refusal, values)));

    /// <summary>Notes a member that differs.</summary>
    public void Compare(ImportColumn column, object? old, object? wanted)
    {
        if (!Equals(old, wanted))
        {
            _changes.Add(new(column, old, wanted));
        }
    }

    /// <summary>Runs an act of the domain; what it refuses becomes a fault of the cell that the refusal names. False when it
    /// was refused.</summary>
    public bool Try(IReadOnlyList<ImportColumn> columns, Action act)
    {
        try
        {
            act();
            return true;
        }
        catch (RuleViolation refused)
        {
            var column = columns.FirstOrDefault(x => x.Code == refused.Field && Row.Has(x));
            Fault(column, refused.Refusal, [.. refused.Values]);
            return false;
        }
    }
}
