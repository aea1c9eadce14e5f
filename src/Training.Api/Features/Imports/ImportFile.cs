using Microsoft.AspNetCore.Mvc;
using Training.Api.Http;
using Training.Api.Imports;
using Training.Api.Localization;

namespace Training.Api.Features.Imports;

/// <summary>How a file is to be imported.</summary>
/// <param name="DryRun">Only find out what would be done; asked as a workbook, the answer is the file again with every fault
/// marked.</param>
/// <param name="Confirm">Apply a file again that was applied before; of measurements also: figures outside the plausible range are
/// meant so.</param>
public sealed record ImportQuery(
    [FromQuery(Name = "dryRun")] bool DryRun = false, [FromQuery(Name = "confirm")] bool Confirm = false);

internal static class ImportFile<TKind>
    where TKind : ImportKind
{
    /// <summary>All of the file, or with one fault nothing. The caller's own record is left out and listed.</summary>
    internal static Task<IResult> HandleAsync(
        Upload file, [AsParameters] ImportQuery query, IdempotencyKey key, RunImport course, TKind kind, HttpContext context, CancellationToken cancellation) =>
        course.RunAsync(kind, new(file, query.DryRun, query.Confirm, ReaderLanguage.Of(context)), context, key, cancellation);
}
