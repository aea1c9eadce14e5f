using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Features.Development;

/// <summary>A published result of a quarter.</summary>
/// <param name="Change">Against the rated quarter before.</param>
/// <param name="IsWhole">The caller sees the whole appraisal: its items are among those below.</param>
public sealed record QuarterResult(
    long AppraisalId, Quarter Quarter, decimal? Final, string? Grade, UnratedReason? Unrated, decimal? Change, bool IsWhole);

/// <summary>A KPI over the quarters in which it was scored.</summary>
/// <param name="Points">The oldest first; of several segments the mean by their days.</param>
public sealed record KpiDevelopment(long KpiId, string KpiCode, string KpiNameZh, string? KpiNameEn, IReadOnlyList<DevelopmentPoint> Points);

/// <summary>How a person went over the quarters that were published.</summary>
/// <param name="Results">The oldest first.</param>
/// <param name="Items">By KPI code, from the receipts of the appraisals that the caller sees whole.</param>
public sealed record DevelopmentResponse(IReadOnlyList<QuarterResult> Results, IReadOnlyList<KpiDevelopment> Items);

internal static class GetDevelopment
{
    private sealed record Row(long AppraisalId, string Code, AppraisalResult Result, bool IsWhole);

    /// <summary>The published results of a person by quarter, each as it was published last, and what each item scored in them; to whom the
    /// results are shown, items to who sees the whole appraisal. That others read it is noted for the person.</summary>
    internal static async Task<DevelopmentResponse> HandleAsync(
        long id, Visible visible, CurrentPerson caller, LookupNotes lookups, TrainingDb db, CancellationToken cancellation)
    {
        var whole = visible.WholeAppraisals().Select(x => x.Id);
        var rows = await (
            from appraisal in visible.Appraisals().AsNoTracking()
            where appraisal.EmployeeId == id && (appraisal.Stage == AppraisalStage.Published || appraisal.Stage == AppraisalStage.Closed)
            join cycle in db.AppraisalCycles on appraisal.CycleId equals cycle.Id
            join result in db.AppraisalResults on appraisal.Id equals result.AppraisalId
            where !db.AppraisalResults.Any(x => x.AppraisalId == result.AppraisalId && x.Number > result.Number)
            orderby cycle.Code
            select new Row(appraisal.Id, cycle.Code, result, whole.Contains(appraisal.Id))).ToListAsync(cancellation);
        if (rows.Count == 0 && !await visible.Scored().AnyAsync(x => x.Id == id, cancellation))
        {
            throw CommonRefusals.Unknown.With();
        }

        lookups.NoteScores(caller.AccountId, [id]);
        return new(Results(rows), await ItemsAsync(db, [.. rows.Where(x => x.IsWhole).Select(x => x.Result.Id)], cancellation));
    }

    private static List<QuarterResult> Results(IReadOnlyList<Row> rows)
    {
        var shown = new List<QuarterResult>();
        foreach (var row in rows)
        {
            var before = shown.FindLast(x => x.Final is not null)?.Final;
            shown.Add(new(
                row.AppraisalId, Quarter.Parse(row.Code)!.Value, row.Result.Final, row.Result.Grade, row.Result.Unrated, row.Result.Final - before,
                row.IsWhole));
        }

        return shown;
    }

    private static async Task<IReadOnlyList<KpiDevelopment>> ItemsAsync(TrainingDb db, IReadOnlyList<long> results, CancellationToken cancellation)
    {
        var receipts = new List<Receipt>();
        await foreach (var receipt in db.ReadReceiptsAsync(db.AppraisalResults.Where(x => results.Contains(x.Id)), cancellation))
        {
            receipts.Add(receipt);
        }

        var items = DevelopmentOverQuarters.Of(receipts);
        var kpis = items.Select(x => x.KpiId).ToList();
        var names = await db.Kpis.AsNoTracking().Where(x => kpis.Contains(x.Id)).Latest()
            .Select(x => new { x.Kpi.Id, x.Content.NameZh, x.Content.NameEn }).ToDictionaryAsync(x => x.Id, cancellation);
        return [.. items.Select(x => new KpiDevelopment(x.KpiId, x.KpiCode, names[x.KpiId].NameZh, names[x.KpiId].NameEn, x.Points))];
    }
}

internal static class GetMyDevelopment
{
    /// <summary>The caller's published results by quarter, and what each item scored in them; empty before the first.</summary>
    internal static Task<DevelopmentResponse> HandleAsync(
        Visible visible, CurrentPerson caller, LookupNotes lookups, TrainingDb db, CancellationToken cancellation) =>
        caller.EmployeeId is { } self
            ? GetDevelopment.HandleAsync(self, visible, caller, lookups, db, cancellation)
            : Task.FromResult(new DevelopmentResponse([], []));
}
