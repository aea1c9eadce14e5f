using Training.Api.Audit;

namespace Training.Api.Commands;

internal static class VerifyAuditChain
{
    public static readonly Command Command = new("verify-audit", "— walks the audit chain and says whether it is whole", RunAsync);

    internal static async Task<int> RunAsync(CommandCall call, CancellationToken cancellation)
    {
        var verdict = await call.Services.GetRequiredService<VerifyAudit>().RunAsync(cancellation);
        await call.Out.WriteLineAsync(verdict.IsWhole
            ? $"The audit chain is whole: {verdict.Seals} seals, the last is {(verdict.Seals == 0 ? "none" : verdict.Head)}."
            : $"The audit chain is BROKEN: {verdict.Faults} faults in {verdict.Seals} seals. The first:");
        foreach (var fault in verdict.FirstFaults)
        {
            await call.Out.WriteLineAsync("  " + Sentence(fault));
        }

        return verdict.IsWhole ? CommandLine.Done : CommandLine.NotDone;
    }

    private static string Sentence(AuditFault fault) => fault.Kind switch
    {
        AuditFaultKind.Changed => $"place {fault.Place}: the audit row {fault.EntryId} is not what was sealed there.",
        AuditFaultKind.RowMissing => $"place {fault.Place}: the audit row {fault.EntryId} is gone.",
        AuditFaultKind.PlaceMissing => $"place {fault.Place}: the seal is gone.",
        _ => $"the audit row {fault.EntryId} is older than a minute and has no seal.",
    };
}
