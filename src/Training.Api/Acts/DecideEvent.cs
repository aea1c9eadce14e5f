using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.Incentives;

namespace Training.Api.Acts;

/// <summary>Decides on a performance event: for the acts and the demo. Called inside a write.</summary>
internal sealed class DecideEvent(TrainingDb db, NoticeBox notices)
{
    /// <summary>The person is told, and who reported it by hand.</summary>
    public async Task RunAsync(PerformanceEvent found, EventActor by, Action<PerformanceEvent, EventActor> act, CancellationToken cancellation)
    {
        act(found, by);
        var kind = await db.PerformanceEventKinds.AsNoTracking().SingleAsync(x => x.Id == found.KindId, cancellation);
        var subject = new NoticeSubject("performanceEvent", found.Id);
        await notices.TellAsync(
            "performanceEvent.decided", found.EmployeeId, subject, cancellation,
            ("kind", kind.NameZh), ("occurredOn", found.OccurredOn), ("state", found.State));
        if (!found.IsImported && found.ReportedByAccountId != by.AccountId)
        {
            var person = await db.Employees.AsNoTracking().SingleAsync(x => x.Id == found.EmployeeId, cancellation);
            await notices.TellAccountAsync(
                "performanceEvent.decidedReport", found.ReportedByAccountId, subject, cancellation,
                ("employee", person.NameZh), ("kind", kind.NameZh), ("occurredOn", found.OccurredOn), ("state", found.State));
        }
    }
}
