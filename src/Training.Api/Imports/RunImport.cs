using Microsoft.EntityFrameworkCore;
using Microsoft.Net.Http.Headers;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http;
using Training.Api.Localization;
using Training.Api.Spreadsheets;

namespace Training.Api.Imports;

/// <summary>How an import is asked for.</summary>
/// <param name="IsDryRun">Nothing is to be changed.</param>
/// <param name="IsConfirmed">A file that was applied before is to be applied again.</param>
internal sealed record ImportOrder(Upload File, bool IsDryRun, bool IsConfirmed, Language Language);

/// <summary>The one course of every import: look into the file, read typed rows, compare with what is kept, and either answer
/// what would be done or do all of it in one write. With a single fault nothing is done.</summary>
internal sealed class RunImport(TrainingDb db, CurrentPerson caller)
{
    public async Task<IResult> RunAsync(ImportKind kind, ImportOrder order, HttpContext context, IdempotencyKey key, CancellationToken cancellation)
    {
        if (!order.IsDryRun && await key.ReplayAsync<ImportResponse>(db, order.File.Bytes, cancellation) is { } earlier)
        {
            return earlier;
        }

        var sheet = await kind.ReadAsync(await SheetReader.ReadAsync(order.File.Bytes, kind.Limits, cancellation), cancellation);
        var sha256 = Files.Sha256(order.File.Bytes);
        return order.IsDryRun
            ? await TryAsync(kind, sheet, order, sha256, context, cancellation)
            : await key.OnceAsync(db, order.File.Bytes, () => ApplyAsync(kind, sheet, order, sha256, cancellation), cancellation);
    }

    private async Task<IResult> TryAsync(
        ImportKind kind, ImportSheet sheet, ImportOrder order, string sha256, HttpContext context, CancellationToken cancellation)
    {
        var plan = await kind.PlanAsync(sheet.Rows, new ImportLog(db, order), cancellation);
        db.ChangeTracker.Clear();
        var report = new ImportReport(kind, sheet, plan, order.Language);
        context.Response.Headers.Append(HeaderNames.Vary, "Accept, Accept-Language");
        return WantsWorkbook(context.Request)
            ? Results.File(report.Marked(), TableWorkbook.MediaType, $"{kind.Name}-marked.xlsx")
            : TypedResults.Ok(report.Response(null, true, sha256, (await BeforeAsync(kind, sha256, cancellation))?.Id));
    }

    private async Task<ImportResponse> ApplyAsync(
        ImportKind kind, ImportSheet sheet, ImportOrder order, string sha256, CancellationToken cancellation)
    {
        if (kind.Lock is { } name)
        {
            await db.LockAsync(name, cancellation);
        }

        var before = await BeforeAsync(kind, sha256, cancellation);
        if (before is not null && !order.IsConfirmed)
        {
            throw ImportRefusals.AlreadyApplied.With(("id", before.Id), ("at", before.AppliedAt));
        }

        var log = new ImportLog(db, order);
        var plan = await kind.PlanAsync(sheet.Rows, log, cancellation);
        var report = new ImportReport(kind, sheet, plan, order.Language);
        if (plan.Count(ImportOutcome.Refused) > 0)
        {
            throw report.Refusal();
        }

        if (!plan.ChangesAnything)
        {
            return report.Response(null, false, sha256, before?.Id);
        }

        await plan.ApplyAsync(cancellation);
        await db.FlushAsync(cancellation);
        var import = await KeepAsync(kind, order.File, sha256, plan, cancellation);
        await log.KeepAsync(import.Id, cancellation);
        return report.Response(import.Id, false, sha256, before?.Id);
    }

    private async Task<Import> KeepAsync(ImportKind kind, Upload file, string sha256, ImportPlan plan, CancellationToken cancellation)
    {
        var stored = await Files.AddAsync(db, file.Name ?? $"{kind.Name}.xlsx", TableWorkbook.MediaType, file.Bytes, cancellation);
        var import = new Import
        {
            Kind = kind.Name,
            Sha256 = sha256,
            FileId = stored.Id,
            AccountId = caller.AccountId,
            AppliedAt = db.Stamp.Now,
            RowCount = plan.Rows.Count,
            NewCount = plan.Count(ImportOutcome.New),
            ChangedCount = plan.Count(ImportOutcome.Changed),
            SameCount = plan.Count(ImportOutcome.Same),
            LeftOutCount = plan.Count(ImportOutcome.LeftOut),
            QueuedCount = plan.Count(ImportOutcome.Queued),
        };
        db.Imports.Add(import);
        await db.FlushAsync(cancellation);
        return import;
    }

    private Task<Import?> BeforeAsync(ImportKind kind, string sha256, CancellationToken cancellation)
    {
        var name = kind.Name;
        return db.Imports.AsNoTracking().Where(x => x.Kind == name && x.Sha256 == sha256 && x.UndoneAt == null)
            .OrderByDescending(x => x.Id).FirstOrDefaultAsync(cancellation);
    }

    private static bool WantsWorkbook(HttpRequest request) =>
        MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.OrderByDescending(x => x.Quality ?? 1).FirstOrDefault()?.MediaType
            .Equals(TableWorkbook.MediaType, StringComparison.OrdinalIgnoreCase) == true;
}
