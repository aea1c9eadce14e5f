using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Errors;
using Training.Api.Http.Lists;

namespace Training.Api.Features.Imports;

/// <summary>What an import did to one record.</summary>
/// <param name="Id">The id of this entry.</param>
/// <param name="Row">The row of the sheet.</param>
/// <param name="Entity">The record's kind, as in the audit.</param>
/// <param name="EntityId">The record's id.</param>
/// <param name="IsNew">It was created.</param>
/// <param name="Members">The members that changed.</param>
/// <param name="UndoneAt">When it was undone.</param>
public sealed record ImportChangeItem(
    long Id, int Row, string Entity, long EntityId, bool IsNew, IReadOnlyList<MemberChange> Members, DateTimeOffset? UndoneAt);

/// <summary>One member as it was and became.</summary>
/// <param name="Member">Its name.</param>
/// <param name="Old">As it was; null for none.</param>
/// <param name="New">As it became; null for none.</param>
public sealed record MemberChange(string Member, string? Old, string? New);

internal static class ListImportChanges
{
    private static readonly Sorts<ImportChange> Sorts = new(x => x.Id, "row") { { "row", x => x.Row }, { "entity", x => x.Entity } };

    /// <summary>Every record an import touched, old and new.</summary>
    internal static async Task<ListOf<ImportChangeItem>> HandleAsync(
        long id, [AsParameters] ListRequest request, TrainingDb db, CancellationToken cancellation)
    {
        if (!await db.Imports.AnyAsync(x => x.Id == id, cancellation))
        {
            throw CommonRefusals.Unknown.With();
        }

        // The store turns the id into text; there is no culture in it.
#pragma warning disable CA1305
        return ListOf.From(
            db.ImportChanges.AsNoTracking().Where(x => x.ImportId == id),
            Sorts,
            x => new ImportChangeItem(
                x.Id, x.Row, x.Entity, x.EntityId, x.IsNew,
                MembersOf(x.Before, x.After ?? (x.IsNew ? db.AuditEntries
                    .Where(y => y.RootEntity == x.Entity && y.RootId == x.EntityId.ToString() && y.Entity == x.Entity && y.Change == AuditChange.Added)
                    .Select(y => y.After).FirstOrDefault() : null)),
                x.UndoneAt),
            request);
#pragma warning restore CA1305
    }

    private static List<MemberChange> MembersOf(string? before, string? after)
    {
        var (old, wanted) = (Read(before), Read(after));
        return [.. old.Keys.Union(wanted.Keys).Where(IsShown).Order(StringComparer.Ordinal)
            .Select(x => new MemberChange(JsonNamingPolicy.CamelCase.ConvertName(x), old.GetValueOrDefault(x), wanted.GetValueOrDefault(x)))];
    }

    // Worked out from the name.
    private static bool IsShown(string member) => member is not ("NameSortKey" or "SearchText" or "Version" or "version");

    private static Dictionary<string, string?> Read(string? json)
    {
        using var members = JsonDocument.Parse(json ?? "{}");
        return members.RootElement.EnumerateObject()
            .ToDictionary(x => x.Name, x => x.Value.ValueKind == JsonValueKind.Null ? null : x.Value.ToString());
    }
}
