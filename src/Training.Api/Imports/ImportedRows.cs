using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Http.Json;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Imports;

/// <summary>The records of an import as they are today, and which of its rows can be undone: those of which nobody has changed
/// any record since, which are not about the caller, and whose created records nothing else refers to.</summary>
internal sealed class ImportedRows
{
    private const int Some = 1000;
    private readonly List<(ImportChange Change, EntityEntry Entry)> _undoable = [];
    private readonly Dictionary<int, Refusal> _kept = [];

    public IReadOnlyList<(ImportChange Change, EntityEntry Entry)> Undoable => _undoable;

    public IReadOnlyList<KeptRow> Kept => [.. _kept.OrderBy(x => x.Key).Select(x => new KeptRow(x.Key, x.Value))];

    /// <summary>Created people go last, when nothing of the import stands on them any more.</summary>
    public static bool IsLast(EntityEntry entry) => entry.Entity is Employee;

    public static async Task<ImportedRows> LoadAsync(
        TrainingDb db, IReadOnlySet<string> released, IReadOnlyList<ImportChange> changes, CurrentPerson caller, DateOnly today,
        CancellationToken cancellation)
    {
        var rows = new ImportedRows();
        var entries = await EntriesAsync(db, changes, cancellation);
        foreach (var change in changes)
        {
            var entry = entries.GetValueOrDefault((change.Entity, change.EntityId));
            if (change is { IsNew: false, After: null })
            {
                rows._kept.TryAdd(change.Row, ImportUndoRefusals.Removed);
            }
            else if (entry is null || (change.VersionAfter is { } version && ((IVersioned)entry.Entity).Version != version))
            {
                rows._kept.TryAdd(change.Row, ImportUndoRefusals.ChangedSince);
            }
            else if (PersonOf(entry) is { } person && caller.Is(person))
            {
                rows._kept[change.Row] = ImportRefusals.OwnRow;
            }
        }

        await rows.KeepRetiredAsync(db, changes.Where(x => !rows._kept.ContainsKey(x.Row)), entries, today, cancellation);
        await rows.KeepReferencedAsync(db, released, changes, entries, cancellation);
        rows._undoable.AddRange(changes.Where(x => !rows._kept.ContainsKey(x.Row)).Select(x => (x, entries[(x.Entity, x.EntityId)])));
        return rows;
    }

    /// <summary>Whose record it is; nobody's: none.</summary>
    private static long? PersonOf(EntityEntry entry) => entry.Entity switch
    {
        Employee employee => employee.Id,
        Assignment assignment => assignment.EmployeeId,
        EmploymentPeriod => (long)entry.Property("EmployeeId").CurrentValue!,
        LeaveRecord leave => leave.EmployeeId,
        Completion completion => completion.EmployeeId,
        RosterEntry entered => entered.EmployeeId,
        PerformanceEvent happened => happened.EmployeeId,
        AttendancePunch punch => punch.EmployeeId,
        PunchQuestion question => question.EmployeeId,
        _ => null,
    };

    /// <summary>Rows by whose undoing somebody would be placed where it has been retired since.</summary>
    private async Task KeepRetiredAsync(
        TrainingDb db, IEnumerable<ImportChange> changes, Dictionary<(string, long), EntityEntry> entries, DateOnly today, CancellationToken cancellation)
    {
        var departments = await db.Departments.Where(x => x.RetiredAt != null).Select(x => x.Id).ToHashSetAsync(cancellation);
        var positions = await db.Positions.Where(x => x.RetiredAt != null).Select(x => x.Id).ToHashSetAsync(cancellation);
        foreach (var change in changes.Where(x => x.Before is not null).ToList())
        {
            if (entries[(change.Entity, change.EntityId)].Entity is not Assignment held)
            {
                continue;
            }

            using var before = JsonDocument.Parse(change.Before!);
            T Was<T>(string member, T now) =>
                before.RootElement.TryGetProperty(member, out var value) ? value.Deserialize<T>(StrictJson.Options)! : now;
            var (department, position) = (Was(nameof(Assignment.DepartmentId), held.DepartmentId), Was(nameof(Assignment.PositionId), held.PositionId));
            var isThere = (department, position) == (held.DepartmentId, held.PositionId) && !(held.To < today);
            if (!isThere && !(Was(nameof(Assignment.To), held.To) < today) && (departments.Contains(department) || positions.Contains(position)))
            {
                _kept.TryAdd(change.Row, ImportUndoRefusals.Retired);
            }
        }
    }

    /// <summary>Rows whose created records something outside the undoable rows refers to; until no further one is found.</summary>
    private async Task KeepReferencedAsync(
        TrainingDb db, IReadOnlySet<string> released, IReadOnlyList<ImportChange> changes, Dictionary<(string, long), EntityEntry> entries,
        CancellationToken cancellation)
    {
        var created = changes.Where(x => x.IsNew).ToDictionary(x => (x.Entity, x.EntityId), x => x.Row);
        var rowOf = changes.ToLookup(x => (x.Entity, x.EntityId), x => x.Row);
        var references = new List<(int Row, string Entity, long Id)>();
        foreach (var group in changes.Where(x => x.IsNew && entries.ContainsKey((x.Entity, x.EntityId))).GroupBy(x => x.Entity))
        {
            var type = entries[(group.Key, group.First().EntityId)].Metadata;
            foreach (var (entity, id, referred) in await References.ToAsync(db, type, [.. group.Select(x => x.EntityId)], cancellation))
            {
                if (!released.Contains(entity))
                {
                    references.Add((created[(group.Key, referred)], entity, id));
                }
            }
        }

        bool found;
        do
        {
            found = false;
            foreach (var (row, entity, id) in references.Where(x => !_kept.ContainsKey(x.Row)))
            {
                var holders = rowOf[(entity, id)];
                if (!holders.Any() || holders.Any(_kept.ContainsKey))
                {
                    found = _kept.TryAdd(row, ImportUndoRefusals.InUse) || found;
                }
            }
        }
        while (found);
    }

    private static async Task<Dictionary<(string, long), EntityEntry>> EntriesAsync(
        TrainingDb db, IReadOnlyList<ImportChange> changes, CancellationToken cancellation)
    {
        foreach (var group in changes.GroupBy(x => x.Entity))
        {
            foreach (var some in group.Select(x => x.EntityId).Distinct().Chunk(Some))
            {
                await LoadAsync(db, group.Key, some, cancellation);
            }
        }

        return db.ChangeTracker.Entries()
            .Where(x => x.Metadata.FindPrimaryKey()!.Properties is [var key] && key.ClrType == typeof(long))
            .ToDictionary(x => (AuditTrail.NameOf(x.Metadata), (long)x.Property(x.Metadata.FindPrimaryKey()!.Properties[0].Name).CurrentValue!));
    }

    private static Task LoadAsync(TrainingDb db, string entity, long[] ids, CancellationToken cancellation) => entity switch
    {
        "employee" => db.Employees.Include(x => x.Periods).Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        "assignment" => db.Assignments.Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        "leaveRecord" => db.LeaveRecords.Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        "completion" => db.Completions.Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        "rosterEntry" => db.RosterEntries.Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        "performanceEvent" => db.PerformanceEvents.Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        "attendancePunch" => db.AttendancePunches.Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        "punchQuestion" => db.PunchQuestions.Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        "calendarDay" => db.CalendarDays.Where(x => ids.Contains(x.Id)).LoadAsync(cancellation),
        // Parts come with the record they belong to.
        _ => Task.CompletedTask,
    };
}

/// <summary>Why a row of an import is not undone.</summary>
internal static class ImportUndoRefusals
{
    public static readonly Refusal ChangedSince = Refusal.State("import.changedSince");

    /// <summary>The row took a record away, which is not made anew.</summary>
    public static readonly Refusal Removed = Refusal.State("import.removed");

    /// <summary>The placement would return to a department or position that is retired.</summary>
    public static readonly Refusal Retired = Refusal.State("import.retired");

    public static readonly Refusal InUse = Refusal.State("import.inUse");
}
