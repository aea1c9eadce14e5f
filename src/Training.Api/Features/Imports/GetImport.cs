using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Errors;

namespace Training.Api.Features.Imports;

internal static class GetImport
{
    /// <summary>One import.</summary>
    internal static async Task<ImportItem> HandleAsync(long id, TrainingDb db, CancellationToken cancellation) =>
        await db.Imports.AsNoTracking().Where(x => x.Id == id).Select(ListImports.Item(db)).SingleOrDefaultAsync(cancellation)
        ?? throw CommonRefusals.Unknown.With();
}
