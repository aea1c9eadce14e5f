using Training.Api.Errors;
using Training.Api.Localization;
using Training.Api.Spreadsheets;

namespace Training.Api.Imports;

/// <summary>Says in the reader's language what was found out about a file.</summary>
internal sealed class ImportReport(ImportKind kind, ImportSheet sheet, ImportPlan plan, Language language)
{
    private const int MostShown = 200;

    public ImportResponse Response(long? id, bool isDryRun, string sha256, long? appliedBeforeBy)
    {
        var telling = plan.Rows.Where(x => x.Outcome != ImportOutcome.Same)
            .OrderBy(x => x.Outcome switch { ImportOutcome.Refused => 0, ImportOutcome.LeftOut => 1, ImportOutcome.PassedOver => 2, _ => 3 })
            .ThenBy(x => x.Row.Number).ToList();
        return new(
            id, kind.Name, isDryRun, sha256, appliedBeforeBy, plan.Rows.Count,
            plan.Count(ImportOutcome.New), plan.Count(ImportOutcome.Changed), plan.Count(ImportOutcome.Same),
            plan.Count(ImportOutcome.Refused), plan.Count(ImportOutcome.LeftOut), plan.Count(ImportOutcome.Queued),
            [.. telling.Take(MostShown).Select(Item)], Math.Max(0, telling.Count - MostShown), sheet.Sheet.OtherSheets,
            plan.Count(ImportOutcome.PassedOver));
    }

    /// <summary>The refusal of the whole import, with the first faults by cell.</summary>
    public RequestFault Refusal() => new(
        ImportRefusals.Refused,
        [.. plan.Rows.SelectMany(x => x.Faults.Select(fault => (
            sheet.PlaceOf(x.Row, fault.Column), new Fault(fault.Fault.Refusal.Code, [.. fault.Fault.Values])))).Take(MostShown)]);

    /// <summary>The rows again, each with what is wrong with it.</summary>
    public byte[] Marked() => MarkedWorkbook.Write(
        sheet.Sheet,
        Texts.Of(language, ImportReader.FaultHeader),
        [.. plan.Rows.SelectMany(x => FaultsOf(x).Select(fault => new MarkedFault(
            x.Row.Number, sheet.IndexOf(x.Row, fault.Column), Sentence(fault.Fault))))]);

    private ImportRowItem Item(PlannedRow row) => new(
        row.Row.Number,
        row.Key,
        row.Outcome,
        [.. row.Changes.Select(x => new ImportCellItem(x.Column.Code, x.Column.Header(language), Shown(x.Old), Shown(x.New)))],
        [.. FaultsOf(row).Select(x => new ImportFaultItem(sheet.PlaceOf(row.Row, x.Column), x.Column?.Code, x.Fault.Refusal.Code, Sentence(x.Fault)))]);

    private static IEnumerable<RowFault> FaultsOf(PlannedRow row) =>
        row.Outcome == ImportOutcome.LeftOut ? [new(null, CellFault.Of(ImportRefusals.OwnRow))]
        : row is { Outcome: ImportOutcome.PassedOver, PassedOver: { } reason } ? [new(null, CellFault.Of(reason))]
        : row.Faults;

    private string Sentence(CellFault fault) => Texts.Of(language, fault.Refusal.Code, fault.Values);

    private string? Shown(object? value) => value is null ? null : TextForm.Of(value, language);
}
