using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Api.Audit;

/// <summary>What is wrong at one place of the chain.</summary>
internal enum AuditFaultKind
{
    /// <summary>The row is not what was sealed, or the seal stands in another place than it was made for.</summary>
    Changed,

    /// <summary>A sealed row is gone.</summary>
    RowMissing,

    /// <summary>Seals are gone: the places jump.</summary>
    PlaceMissing,

    /// <summary>A row that should have a seal by now has none: the sealer stands still, or the row came in another way.</summary>
    Unsealed,
}

/// <summary>One fault, with its place in the chain and the id of the audit row where they are known.</summary>
internal sealed record AuditFault(AuditFaultKind Kind, long? Place, long? EntryId);

/// <summary>The outcome of a walk along the chain. <see cref="FirstFaults"/> are in the order of the chain and at most
/// <see cref="VerifyAudit.MostFaults"/>; <see cref="Head"/> is the last hash, which may be kept elsewhere so that cutting off
/// the end of the chain shows too.</summary>
internal sealed record AuditVerdict(long Seals, string Head, long Faults, IReadOnlyList<AuditFault> FirstFaults)
{
    public bool IsWhole => Faults == 0;
}

/// <summary>Walks the hash chain from its start, a row at a time, and tells what does not fit.</summary>
internal sealed class VerifyAudit(TrainingDb db, OrganisationClock clock)
{
    public const int MostFaults = 20;

    /// <summary>Older rows have been sealed.</summary>
    public static readonly TimeSpan LongestUnsealed = TimeSpan.FromMinutes(1);

    private readonly List<AuditFault> _first = [];
    private long _faults;

    public async Task<AuditVerdict> RunAsync(CancellationToken cancellation)
    {
        var (seals, place, hash) = (0L, 0L, SealedForm.Start);
        await foreach (var (seal, entry) in ChainAsync(cancellation))
        {
            if (seal.Place != place + 1)
            {
                Note(AuditFaultKind.PlaceMissing, place + 1, null);
            }

            if (entry is null)
            {
                Note(AuditFaultKind.RowMissing, seal.Place, seal.EntryId);
            }
            else if (SealedForm.Hash(hash, entry) != seal.Hash && seal.Place == place + 1)
            {
                Note(AuditFaultKind.Changed, seal.Place, entry.Id);
            }

            // Going on from the kept hash shows each further fault by itself.
            (seals, place, hash) = (seals + 1, seal.Place, seal.Hash);
        }

        await NoteUnsealedAsync(cancellation);
        return new AuditVerdict(seals, hash, _faults, _first);
    }

    private async IAsyncEnumerable<(AuditSeal Seal, AuditEntry? Entry)> ChainAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var chain = db.AuditSeals.AsNoTracking()
            .LeftJoin(db.AuditEntries.AsNoTracking(), x => x.EntryId, x => x.Id, (seal, entry) => new { seal, entry })
            .OrderBy(x => x.seal.Place);
        await foreach (var link in chain.AsAsyncEnumerable().WithCancellation(cancellation))
        {
            yield return (link.seal, link.entry);
        }
    }

    private async Task NoteUnsealedAsync(CancellationToken cancellation)
    {
        var until = clock.Now - LongestUnsealed;
        var unsealed = SealAudit.Unsealed(db).Where(x => x.At < until);
        foreach (var id in await unsealed.OrderBy(x => x.Id).Select(x => x.Id).Take(MostFaults).ToListAsync(cancellation))
        {
            Note(AuditFaultKind.Unsealed, null, id);
        }

        _faults += Math.Max(0, await unsealed.LongCountAsync(cancellation) - MostFaults);
    }

    private void Note(AuditFaultKind kind, long? place, long? entry)
    {
        _faults++;
        if (_first.Count < MostFaults)
        {
            _first.Add(new AuditFault(kind, place, entry));
        }
    }
}
