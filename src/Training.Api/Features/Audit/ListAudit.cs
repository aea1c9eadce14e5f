using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Lists;

namespace Training.Api.Features.Audit;

/// <summary>What happened to one row of the store.</summary>
/// <param name="AccountId">Who did it; none for jobs, commands and a person who was not signed in.</param>
/// <param name="Act">The operation id, job or command.</param>
/// <param name="Entity">The kind of the row.</param>
/// <param name="RootEntity">The kind of the record that the row belongs to; itself when it stands alone.</param>
/// <param name="Change">added, changed or removed.</param>
/// <param name="Before">The changed members before, as JSON text; none for a new row. A member whose value the caller may not
/// know is "***".</param>
/// <param name="After">The changed members after, in the same form; none for a removed row.</param>
public sealed record AuditListItem(
    long Id, DateTimeOffset At, long? AccountId, string? UserName, string Act, string Entity, string EntityId, string RootEntity,
    string RootId, string Change, string? Before, string? After, string? TraceId);

/// <summary>What is listed of the audit.</summary>
/// <param name="Entity">The kind of record (employee, department …), with the rows that belong to it.</param>
/// <param name="EntityId">The id of that record.</param>
/// <param name="AccountId">Who did it.</param>
/// <param name="Act">The operation id, job or command.</param>
/// <param name="From">From this instant on.</param>
/// <param name="To">Before this instant.</param>
public sealed record AuditFilter(
    [FromQuery(Name = "entity")] string? Entity = null,
    [FromQuery(Name = "entityId")] string? EntityId = null,
    [FromQuery(Name = "accountId")] long? AccountId = null,
    [FromQuery(Name = "act")] string? Act = null,
    [FromQuery(Name = "from")] DateTimeOffset? From = null,
    [FromQuery(Name = "to")] DateTimeOffset? To = null);

internal static class ListAudit
{
    private static readonly Sorts<AuditEntry> Sorts = new(x => x.Id, "-id") { { "id", x => x.Id }, { "at", x => x.At } };

    /// <summary>Lists who changed what from what to what. Administrators see no confidential values; HR none about the pay of
    /// the people above them, and of the others' it is noted for them that it was read.</summary>
    internal static async Task<ListOf<AuditListItem>> HandleAsync(
        [AsParameters] AuditFilter filter,
        [AsParameters] ListRequest list,
        AuditMasks masks,
        CurrentPerson caller,
        LookupNotes lookups,
        TrainingDb db,
        CancellationToken cancellation)
    {
        var mask = await masks.OfCallerAsync(cancellation);

        return ListOf.From(
            Filtered(db.AuditEntries.AsNoTracking(), filter),
            Sorts,
            x => new AuditListItem(
                x.Id, x.At, x.AccountId, db.Users.Where(y => y.Id == x.AccountId).Select(y => y.UserName).FirstOrDefault(), x.Act,
                x.Entity, x.EntityId, x.RootEntity, x.RootId, AuditMask.Name(x.Change),
                AuditMask.Apply(mask, x.Entity, x.EntityId, x.Before), AuditMask.Apply(mask, x.Entity, x.EntityId, x.After), x.TraceId),
            list)
            .Showing(shown => lookups.NoteBaseWages(
                caller.AccountId, shown.Where(x => mask.ShowsBaseWage(x.Entity, x.EntityId)).Select(x => x.EntityId)));
    }

    private static IQueryable<AuditEntry> Filtered(IQueryable<AuditEntry> entries, AuditFilter filter)
    {
        if (filter.Entity is { } entity)
        {
            entries = entries.Where(x => x.RootEntity == entity);
        }

        if (filter.EntityId is { } entityId)
        {
            entries = entries.Where(x => x.RootId == entityId);
        }

        if (filter.AccountId is { } accountId)
        {
            entries = entries.Where(x => x.AccountId == accountId);
        }

        if (filter.Act is { } act)
        {
            entries = entries.Where(x => x.Act == act);
        }

        if (filter.From is { } from)
        {
            entries = entries.Where(x => x.At >= from);
        }

        return filter.To is { } to ? entries.Where(x => x.At < to) : entries;
    }
}
