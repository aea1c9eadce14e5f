using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Incentives;
using Training.Domain.People;

namespace Training.Api.Acts;

/// <summary>Reports what happened to a person on a day: for the act, and for a supervisor's answer about a missing punch. Called inside
/// a write.</summary>
internal sealed class ReportPerformanceEvent(TrainingDb db, CurrentPerson caller, OrganisationClock clock, NoticeBox notices)
{
    private static readonly Role[] Deciders = [Role.HumanResources, Role.Approver];

    /// <summary>The caller as one who acts on events.</summary>
    /// <param name="forSupervisorId">In whose place the caller reports as a deputy.</param>
    public EventActor Actor(long? forSupervisorId = null) => new(
        caller.AccountId, caller.EmployeeId, caller.IsHumanResources, Policies.Permit(caller.Roles, Policies.DecideEvents), forSupervisorId);

    /// <summary>The event, saved; the person and those who decide are told. Refused as the domain says, and a second lateness of a day.</summary>
    public async Task<PerformanceEvent> RunAsync(
        Employee employee, PerformanceEventKind kind, PerformanceEventContent content, EventActor by, CancellationToken cancellation)
    {
        await RefuseSecondLatenessAsync(employee.Id, kind, content.OccurredOn, null, cancellation);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var reported = PerformanceEvent.Report(employee, kind, content, by, clock.Now, clock.Today, calendar);
        db.PerformanceEvents.Add(reported);
        await db.FlushAsync(cancellation);
        var subject = new NoticeSubject("performanceEvent", reported.Id);
        await notices.TellAsync("performanceEvent.reported", employee.Id, subject, cancellation, TellPerson(reported, kind));
        await TellDecidersAsync("performanceEvent.toDecide", reported, employee, kind, cancellation);
        return reported;
    }

    /// <summary>Refuses a lateness of a person and day where another stands.</summary>
    /// <param name="except">The event that is edited.</param>
    public async Task RefuseSecondLatenessAsync(
        long employeeId, PerformanceEventKind kind, DateOnly day, long? except, CancellationToken cancellation)
    {
        if (!kind.IsLateness)
        {
            return;
        }

        await db.LockAsync(PerformanceEventQueries.LatenessLock, cancellation);
        if (await db.Latenesses().AnyAsync(x => x.EmployeeId == employeeId && x.OccurredOn == day && x.Id != except, cancellation))
        {
            throw PerformanceEventRefusals.LatenessThere.At("occurredOn", ("occurredOn", day));
        }
    }

    /// <summary>Tells those who may decide on it: neither the person, nor the caller.</summary>
    public Task TellDecidersAsync(
        string notice, PerformanceEvent found, Employee employee, PerformanceEventKind kind, CancellationToken cancellation) =>
        notices.TellRolesAsync(
            notice, Deciders, employee.Id, [caller.AccountId], new NoticeSubject("performanceEvent", found.Id), cancellation,
            ("employee", employee.NameZh), ("employeeNumber", employee.EmployeeNumber), ("kind", kind.NameZh), ("occurredOn", found.OccurredOn));

    /// <summary>Tells the people of what a feed says anew or otherwise, each of their own, and those who decide how many there are.</summary>
    public async Task TellImportedAsync(IReadOnlyList<(PerformanceEvent Event, PerformanceEventKind Kind)> imported, CancellationToken cancellation)
    {
        if (imported.Count == 0)
        {
            return;
        }

        await notices.TellEachAsync(
            "performanceEvent.reported",
            [.. imported.Select(x => (x.Event.EmployeeId, new NoticeSubject("performanceEvent", x.Event.Id), TellPerson(x.Event, x.Kind)))],
            cancellation);
        await notices.TellRolesAsync(
            "performanceEvent.imported", Deciders, except: null, [caller.AccountId], new NoticeSubject("performanceEvent", imported[0].Event.Id),
            cancellation, ("count", imported.Count));
    }

    /// <summary>Tells the people that what a feed said of them was taken back with its import.</summary>
    public async Task TellWithdrawnAsync(IReadOnlyList<PerformanceEvent> withdrawn, CancellationToken cancellation)
    {
        var kinds = await db.PerformanceEventKinds.ToDictionaryAsync(x => x.Id, x => x.NameZh, cancellation);
        await notices.TellEachAsync(
            "performanceEvent.withdrawn",
            [.. withdrawn.Select(x => (x.EmployeeId, new NoticeSubject("performanceEvent", x.Id), new (string, object?)[]
            {
                ("kind", kinds[x.KindId]), ("occurredOn", x.OccurredOn),
            }))],
            cancellation);
    }

    /// <summary>What the person is told of an event that is reported or edited.</summary>
    public static (string Name, object? Value)[] TellPerson(PerformanceEvent found, PerformanceEventKind kind) =>
        [("kind", kind.NameZh), ("occurredOn", found.OccurredOn), ("viewUntil", found.ViewUntil)];
}
