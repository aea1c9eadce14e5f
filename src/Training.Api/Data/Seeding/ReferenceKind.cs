using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data.Records;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

/// <summary>A record that is there: its business key, id and version.</summary>
internal sealed record KnownRecord(string Code, long Id, int Version)
{
    /// <summary>Whether it still is what was loaded: nobody has changed it or made another in its place.</summary>
    public bool IsAs(ReferenceRecord loaded) => (Id, Version) == (loaded.RecordId, loaded.Version);
}

/// <summary>How one kind of record is loaded.</summary>
/// <param name="Name">As it is reported: <c>course</c>.</param>
/// <param name="CodeOf">The business key of a row.</param>
/// <param name="Known">Every record of the kind that is there.</param>
/// <param name="Records">The records with all that belongs to them, to be edited.</param>
/// <param name="Create">A new record.</param>
/// <param name="Edit">Gives a record the content of the row.</param>
internal sealed record ReferenceKind<TRow, T>(
    string Name,
    Func<TRow, string> CodeOf,
    Func<CancellationToken, Task<List<KnownRecord>>> Known,
    IQueryable<T> Records,
    Func<ReferenceRow<TRow>, T> Create,
    Action<T, ReferenceRow<TRow>> Edit)
    where T : class, IVersioned
{
    /// <summary>Codes of which the file is the whole: what it no longer names, and nobody changed, is removed. None unless said.</summary>
    public Func<string, bool> IsWhole { get; init; } = _ => false;

    /// <summary>For records that never change: makes the one that takes the place of the one loaded last. None: it is edited.</summary>
    public Func<T, ReferenceRow<TRow>, T>? Next { get; init; }

    /// <summary>Adds what is missing, updates what still is as it was loaded, and leaves the rest alone. Inside a write.</summary>
    public async Task LoadAsync(
        TrainingDb db, IReadOnlyList<ReferenceRow<TRow>> rows, ReferenceReport report, CancellationToken cancellation)
    {
        var byCode = ByCode(rows);
        var known = (await Known(cancellation)).ToDictionary(x => x.Code, StringComparer.Ordinal);
        var loaded = await db.ReferenceRecords.Where(x => x.Kind == Name).ToDictionaryAsync(x => x.Code, StringComparer.Ordinal, cancellation);
        var touched = new List<(T Record, ReferenceRecord Loaded)>();
        var outdated = new List<(long Id, ReferenceRow<TRow> Row, ReferenceRecord Loaded)>();
        foreach (var (code, row) in byCode)
        {
            var hash = Hash(row.Content);
            switch (loaded.GetValueOrDefault(code), known.GetValueOrDefault(code))
            {
                case (null, null):
                    var note = new ReferenceRecord { Kind = Name, Code = code, Hash = hash };
                    db.ReferenceRecords.Add(note);
                    touched.Add((Checked(db, row, () => db.Add(Create(row)).Entity), note));
                    report.Add();
                    break;
                case ({ } last, { } record) when record.IsAs(last):
                    if (last.Hash != hash)
                    {
                        outdated.Add((record.Id, row, last));
                    }

                    break;
                case (var last, var record):
                    report.Leave(Name, code, last is null ? LeftAlone.MadeHere : record is null ? LeftAlone.DeletedHere : LeftAlone.ChangedHere);
                    break;
            }
        }

        touched.AddRange(await UpdateAsync(db, outdated, report, cancellation));
        await RemoveAsync(db, loaded.Values.Where(x => !byCode.ContainsKey(x.Code) && IsWhole(x.Code)), known, report, cancellation);
        await db.FlushAsync(cancellation);
        foreach (var (record, note) in touched)
        {
            (note.RecordId, note.Version) = (IdOf(db, record), record.Version);
        }
    }

    private async Task<List<(T Record, ReferenceRecord Loaded)>> UpdateAsync(
        TrainingDb db, List<(long Id, ReferenceRow<TRow> Row, ReferenceRecord Loaded)> outdated, ReferenceReport report, CancellationToken cancellation)
    {
        var records = await ByIdAsync(db, [.. outdated.Select(x => x.Id)], cancellation);
        return [.. outdated.Select(x =>
        {
            var left = report.Left.Count;
            var record = Checked(db, x.Row, () => Updated(records[x.Id], x.Row));
            // What could not be taken over is tried and told again by the next load.
            x.Loaded.Hash = report.Left.Count == left ? Hash(x.Row.Content) : "";
            report.Update();
            return (record, x.Loaded);
        })];
    }

    private T Updated(T record, ReferenceRow<TRow> row)
    {
        if (Next is not null)
        {
            return Next(record, row);
        }

        Edit(record, row);
        return record;
    }

    private async Task RemoveAsync(
        TrainingDb db, IEnumerable<ReferenceRecord> gone, Dictionary<string, KnownRecord> known, ReferenceReport report, CancellationToken cancellation)
    {
        var removed = new List<long>();
        foreach (var last in gone)
        {
            if (known.GetValueOrDefault(last.Code) is not { } record)
            {
                db.ReferenceRecords.Remove(last);
            }
            else if (record.IsAs(last))
            {
                db.ReferenceRecords.Remove(last);
                removed.Add(record.Id);
                report.Remove();
            }
            else
            {
                report.Leave(Name, last.Code, LeftAlone.ChangedHere);
            }
        }

        db.RemoveRange((await ByIdAsync(db, removed, cancellation)).Values);
    }

    private async Task<Dictionary<long, T>> ByIdAsync(TrainingDb db, List<long> ids, CancellationToken cancellation) => ids.Count == 0
        ? []
        : await Records.Where(x => ids.Contains(EF.Property<long>(x, "Id"))).AsTracking().AsSplitQuery()
            .ToDictionaryAsync(x => IdOf(db, x), cancellation);

    private static long IdOf(TrainingDb db, T record) => (long)db.Entry(record).Property("Id").CurrentValue!;

    /// <summary>What the business or the store refuses about the row is told with its line.</summary>
    private static T Checked(TrainingDb db, ReferenceRow<TRow> row, Func<T> act)
    {
        try
        {
            var record = act();
            StoredValues.Check(db);
            return record;
        }
        catch (RuleViolation violation)
        {
            throw row.Fault(violation.Field, Texts.Of(Language.English, violation.Refusal.Code, [.. violation.Values]));
        }
    }

    /// <summary>The rows by their codes. Refuses a code that stands twice.</summary>
    public Dictionary<string, ReferenceRow<TRow>> ByCode(IReadOnlyList<ReferenceRow<TRow>> rows)
    {
        var byCode = new Dictionary<string, ReferenceRow<TRow>>(StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var code = PlainText.Key(CodeOf(row.Content));
            if (!byCode.TryAdd(code, row))
            {
                throw row.Fault("code", $"{Name} {code} stands on line {byCode[code].Place.Line} already; accepted is each code once.");
            }
        }

        return byCode;
    }

    private static string Hash(TRow content) => Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(content)));
}
