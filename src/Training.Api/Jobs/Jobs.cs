using Quartz;
using Training.Api.Acts;
using Training.Api.Audit;

namespace Training.Api.Jobs;

[DisallowConcurrentExecution]
internal sealed class SealAuditJob(SealAudit act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class NightlyBackupJob(NightlyBackup act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class ClearExpiredJob(ClearExpired act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class FollowAudienceJob(FollowNightly act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class DraftRecurringJob(DraftRecurring act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class GiveSeatsJob(GiveSeatsDue act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class TellExpiringJob(TellExpiring act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class CountFiguresJob(CountFigures act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class FollowCyclesJob(FollowCycles act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}

[DisallowConcurrentExecution]
internal sealed class SendNoticesJob(SendNotices act) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await act.RunAsync(cancellationToken);
}
