using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Domain.People;

namespace Training.Api.Features.Documents;

/// <summary>A kind of rule document.</summary>
public sealed record DocumentKindListItem(long Id, string Code, string NameZh, string? NameEn, int Version);

internal static class ListDocumentKinds
{
    private static readonly Sorts<DocumentKind> Sorts = new(x => x.Id, "code") { { "code", x => x.Code } };

    /// <summary>Lists the kinds of rule documents; everybody may.</summary>
    internal static ListOf<DocumentKindListItem> HandleAsync([AsParameters] ListRequest list, TrainingDb db) =>
        ListOf.From(db.DocumentKinds.AsNoTracking(), Sorts, x => new DocumentKindListItem(x.Id, x.Code, x.NameZh, x.NameEn, x.Version), list);
}
