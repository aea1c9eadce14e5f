using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Json;
using Training.Domain.Rules;

namespace Training.Api.Imports;

/// <summary>A row of an import that was not undone, and why.</summary>
/// <param name="Key">What it is about, where one row of the sheet holds several.</param>
internal sealed record KeptRow(int Row, Refusal Why, string? Key = null);

/// <summary>Takes an import back row by row: records that nobody has changed since become what they were, created ones that
/// nothing refers to go. The rest stays and is listed.</summary>
internal sealed class UndoRows(TrainingDb db, CurrentPerson caller, OrganisationClock clock, IEnumerable<ImportKind> kinds)
{
    /// <summary>Rows undone and rows kept. Refused: the second time; a restored state that the rules forbid today.</summary>
    public async Task<(Import Import, int Undone, IReadOnlyList<KeptRow> Kept)> RunAsync(Import import, CancellationToken cancellation)
    {
        if (import.UndoneAt is { } at)
        {
            throw ImportRefusals.AlreadyUndone.With(("at", at));
        }

        var kind = kinds.Single(x => x.Name == import.Kind);
        if (!kind.IsUndoable)
        {
            throw ImportRefusals.NotUndoable.With(("kind", kind.Name));
        }

        if (kind.Lock is { } name)
        {
            await db.LockAsync(name, cancellation);
        }

        var importId = import.Id;
        if (await kind.UndoAsync(importId, cancellation) is var (done, stays))
        {
            (import.UndoneAt, import.UndoneByAccountId) = (clock.Now, caller.AccountId);
            await db.FlushAsync(cancellation);
            return (import, done, stays);
        }

        var rows = await ImportedRows.LoadAsync(db, kind.Released, await db.ImportChanges.Where(x => x.ImportId == importId).ToListAsync(cancellation), caller, clock.Today, cancellation);
        foreach (var (change, entry) in rows.Undoable.Where(x => !x.Change.IsNew))
        {
            Restore(change, entry);
        }

        var restored = rows.Undoable.Select(x => x.Entry.Entity).ToList();
        await kind.BeforeRemovalAsync(restored, [.. rows.Undoable.Where(x => x.Change.IsNew).Select(x => x.Entry.Entity)], cancellation);
        var roots = rows.Undoable.Where(x => x.Change.IsNew && ImportedRows.IsLast(x.Entry)).ToList();
        db.RemoveRange(rows.Undoable.Where(x => x.Change.IsNew && !ImportedRows.IsLast(x.Entry)).Select(x => x.Entry.Entity));
        await db.FlushAsync(cancellation);
        await kind.AfterUndoAsync(restored, cancellation);
        db.RemoveRange(roots.Select(x => x.Entry.Entity));
        foreach (var (change, _) in rows.Undoable)
        {
            change.UndoneAt = clock.Now;
        }

        (import.UndoneAt, import.UndoneByAccountId) = (clock.Now, caller.AccountId);
        await db.FlushAsync(cancellation);
        return (import, rows.Undoable.Select(x => x.Change.Row).Distinct().Count(), rows.Kept);
    }

    /// <summary>The tracked record's members as they were before.</summary>
    internal static void Restore(ImportChange change, EntityEntry entry)
    {
        using var before = JsonDocument.Parse(change.Before!);
        var members = ImportLog.MembersOf(entry.Metadata).ToDictionary(x => x.Name, x => x.Property);
        foreach (var member in before.RootElement.EnumerateObject())
        {
            var property = members[member.Name];
            var value = member.Value.Deserialize(property.ClrType, StrictJson.Options);
            var at = property.DeclaringType is IComplexType complex
                ? entry.ComplexProperty(complex.ComplexProperty.Name).Property(property.Name)
                : entry.Property(property.Name);
            at.CurrentValue = value;
        }
    }
}
