using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Imports;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Features.Imports;

/// <summary>What was taken back.</summary>
/// <param name="Id">The import.</param>
/// <param name="UndoneRows">Rows whose records are as they were before.</param>
/// <param name="KeptRows">Rows that stay, and why; they can be put right by hand.</param>
/// <param name="Version">The import's version.</param>
public sealed record UndoImportResponse(long Id, int UndoneRows, IReadOnlyList<KeptRowItem> KeptRows, int Version) : IVersioned;

/// <summary>A row that was not undone.</summary>
/// <param name="Row">Its number in the sheet.</param>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Message">The sentence in the reader's language.</param>
/// <param name="Key">What it is about, where one row of the sheet holds several.</param>
public sealed record KeptRowItem(int Row, string Code, string Message, string? Key);

internal static class UndoImport
{
    /// <summary>Takes an import back. Records that somebody has changed since, or that are in use, stay and are listed. Refused:
    /// the second time; when a restored line would close a loop, or restored leave or employment would not fit what was entered since.</summary>
    internal static Task<UndoImportResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, UndoRows undo, HttpContext context, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var import = await db.Imports.SingleOrDefaultAsync(x => x.Id == id, cancellation) ?? throw CommonRefusals.Unknown.With();
            ifMatch.Accept(import);
            var (undone, rows, kept) = await undo.RunAsync(import, cancellation);
            var language = ReaderLanguage.Of(context);
            return new UndoImportResponse(
                undone.Id, rows, [.. kept.Select(x => new KeptRowItem(x.Row, x.Why.Code, Texts.Of(language, x.Why.Code), x.Key))], undone.Version);
        },
        cancellation);
}
