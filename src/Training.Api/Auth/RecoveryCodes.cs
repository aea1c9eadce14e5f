using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Api.Auth;

/// <summary>The recovery codes of accounts. Every method runs inside <c>WriteAsync</c>.</summary>
internal sealed class RecoveryCodes(TrainingDb db)
{
    private const int Count = 10;

    public async Task ForgetAsync(long accountId, CancellationToken cancellation) =>
        db.RecoveryCodes.RemoveRange(await db.RecoveryCodes.Where(x => x.AccountId == accountId).ToListAsync(cancellation));

    /// <summary>Ten new codes, shown once; the old ones are void.</summary>
    public async Task<IReadOnlyList<string>> RenewAsync(long accountId, CancellationToken cancellation)
    {
        await ForgetAsync(accountId, cancellation);
        var codes = Enumerable.Range(0, Count).Select(_ => Secrets.RecoveryCode()).ToList();
        db.RecoveryCodes.AddRange(codes.Select(x => new RecoveryCode { AccountId = accountId, Hash = Secrets.RecoveryHash(x) }));

        return codes;
    }
}
