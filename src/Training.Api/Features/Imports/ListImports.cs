using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Lists;
using Training.Domain.Rules;

namespace Training.Api.Features.Imports;

/// <summary>A workbook that was applied.</summary>
/// <param name="Id">The import's id.</param>
/// <param name="Kind">What was imported.</param>
/// <param name="FileName">The file's name as it was sent.</param>
/// <param name="FileSha256">By which the same file is recognised.</param>
/// <param name="UserName">Who imported it.</param>
/// <param name="AppliedAt">When.</param>
/// <param name="RowCount">Rows with content.</param>
/// <param name="NewCount">Rows that became new records.</param>
/// <param name="ChangedCount">Rows that changed a record.</param>
/// <param name="SameCount">Rows that changed nothing.</param>
/// <param name="LeftOutCount">Rows about the importing person's own record.</param>
/// <param name="QueuedCount">Figures that became corrections.</param>
/// <param name="UndoneAt">When it was undone; null while it holds.</param>
/// <param name="Version">Raised when it is undone.</param>
public sealed record ImportItem(
    long Id, string Kind, string FileName, string FileSha256, string? UserName, DateTimeOffset AppliedAt, int RowCount, int NewCount,
    int ChangedCount, int SameCount, int LeftOutCount, int QueuedCount, DateTimeOffset? UndoneAt, int Version) : IVersioned;

internal static class ListImports
{
    private static readonly Sorts<Import> Sorts = new(x => x.Id, "-appliedAt") { { "appliedAt", x => x.AppliedAt }, { "kind", x => x.Kind } };

    /// <summary>All imports, latest first.</summary>
    internal static ListOf<ImportItem> Handle([AsParameters] ListRequest request, TrainingDb db) =>
        ListOf.From(db.Imports.AsNoTracking(), Sorts, Item(db), request);

    internal static System.Linq.Expressions.Expression<Func<Import, ImportItem>> Item(TrainingDb db) => x => new ImportItem(
        x.Id, x.Kind, db.StoredFiles.Where(f => f.Id == x.FileId).Select(f => f.Name).First(), x.Sha256,
        db.Users.Where(u => u.Id == x.AccountId).Select(u => u.UserName).First(), x.AppliedAt, x.RowCount, x.NewCount, x.ChangedCount,
        x.SameCount, x.LeftOutCount, x.QueuedCount, x.UndoneAt, x.Version);
}
