using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http.Lists;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Measurements;

/// <summary>Figures of another system, entered all or none.</summary>
/// <param name="Measurements">1 to 10 000 figures, each place once. A figure that there is already is changed.</param>
/// <param name="Confirm">Figures outside the plausible range are meant so.</param>
/// <param name="Source">What they were taken from, in words; the source row of a figure is this and its place in the list.</param>
/// <param name="Reason">Why, for HR to decide by, where the data cut-off of a quarter is over.</param>
public sealed record RecordMeasurementsRequest(
    [ItemCount(1, RecordMeasurements.Most)] IReadOnlyList<MeasurementEntry> Measurements,
    bool Confirm = false,
    [TextLength(0, 100)] string? Source = null,
    [TextLength(0, Correction.MaxReasonLength)] string? Reason = null);

/// <summary>One figure, of a person or of a department.</summary>
/// <param name="KpiCode">The KPI.</param>
/// <param name="Period"><c>2026-10-05</c>, <c>2026-10</c> or <c>2026Q4</c>, as the KPI is measured in that quarter.</param>
/// <param name="EmployeeNumber">The person; or else</param>
/// <param name="DepartmentCode">the department.</param>
/// <param name="SampleSize">On how many cases the figure rests; none: not known.</param>
public sealed record MeasurementEntry(
    [KeyLength(1, 32)] string KpiCode,
    MeasuredPeriod Period,
    decimal Value,
    [KeyLength(1, 32)] string? EmployeeNumber = null,
    [KeyLength(1, 32)] string? DepartmentCode = null,
    int? SampleSize = null);

/// <summary>What became of the figures.</summary>
/// <param name="Created">That were not there.</param>
/// <param name="Changed">That said something else.</param>
/// <param name="Same">That said so already, or wait as such for HR.</param>
/// <param name="Queued">That wait for HR now, the data cut-off of their quarter being over.</param>
/// <param name="LeftOut">The caller's own, for somebody else to enter: their places in the list, from 0.</param>
public sealed record RecordMeasurementsResponse(int Created, int Changed, int Same, int Queued, IReadOnlyList<int> LeftOut);

internal static class RecordMeasurements
{
    public const int Most = 10_000;
    private const int MostShown = 1000;

    /// <summary>Enters many figures in one act, by HR. With one fault nothing is changed, and every fault is named by its place, such as
    /// <c>measurements[17].value</c>, 1000 at most. Figures whose quarter's data cut-off is over are queued for HR as corrections. The
    /// caller's own are left out and listed. Sent again with its key it is answered as before.</summary>
    internal static Task<DoneOnce<RecordMeasurementsResponse>> HandleAsync(
        RecordMeasurementsRequest request, IdempotencyKey key, EnterFigures enter, TrainingDb db, CancellationToken cancellation) => key.OnceAsync(
        db,
        request,
        async () =>
        {
            await db.LockAsync(EnterFigures.Lock, cancellation);
            var terms = new FigureTerms(MeasurementSource.Api, request.Confirm, Reason: request.Reason);
            var planned = await enter.PlanAsync(EntriesOf(request), terms, cancellation);
            Refuse(planned.Index().SelectMany(x => x.Item.Faults.Select(fault => (x.Index, fault))));
            await enter.ApplyAsync(planned, terms, cancellation);
            int Count(FigureOutcome outcome) => planned.Count(x => x.Outcome == outcome);
            return new RecordMeasurementsResponse(
                Count(FigureOutcome.New), Count(FigureOutcome.Changed), Count(FigureOutcome.Same), Count(FigureOutcome.Queued),
                [.. planned.Index().Where(x => x.Item.Outcome == FigureOutcome.LeftOut).Select(x => x.Index)]);
        },
        cancellation);

    private static IReadOnlyList<FigureEntry> EntriesOf(RecordMeasurementsRequest request) =>
    [
        .. request.Measurements.Select((x, i) => new FigureEntry(
            Key(x.EmployeeNumber), Key(x.DepartmentCode), PlainText.Key(x.KpiCode), x.Period, new(x.Value, x.SampleSize),
            SourceRow: EnterFigures.SourceRow(request.Source, i))),
    ];

    private static string? Key(string? text) => text is null ? null : PlainText.Key(text);

    private static void Refuse(IEnumerable<(int Index, RuleViolation Fault)> faults)
    {
        if (faults.AtMost(MostShown) is { Count: > 0 } shown)
        {
            throw new RequestFault(
                MeasurementRefusals.Refused,
                [.. shown.Select(x => ($"measurements[{x.Index}].{x.Fault.Field}", new Fault(x.Fault.Refusal.Code, [.. x.Fault.Values])))]);
        }
    }
}
