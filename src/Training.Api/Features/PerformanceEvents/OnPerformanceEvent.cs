using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>Finds a performance event for an act, in the order in which requests are refused, and answers it.</summary>
internal sealed class OnPerformanceEvent(
    TrainingDb db, Visible visible, CurrentPerson caller, OrganisationClock clock, Acts.ReportPerformanceEvent report, Acts.DecideEvent decide)
{
    /// <summary>One act on one event, in one write.</summary>
    public Task<PerformanceEventResponse> ActAsync(
        long id, IfMatch ifMatch, Func<PerformanceEvent, EventActor, Task> act, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var found = await visible.PerformanceEvents().OneAsync(id, cancellation);
                ifMatch.Require(found);
                await act(found, report.Actor());
                await db.FlushAsync(cancellation);
                return await ReadAsync(id, cancellation);
            },
            cancellation);

    /// <summary>A decision: the person is told, and who reported it by hand.</summary>
    public Task<PerformanceEventResponse> DecideAsync(
        long id, IfMatch ifMatch, Action<PerformanceEvent, EventActor> act, CancellationToken cancellation) =>
        ActAsync(id, ifMatch, (found, by) => decide.RunAsync(found, by, act, cancellation), cancellation);

    /// <summary>The person of an event, as acts on it need them.</summary>
    public Task<Employee> PersonAsync(PerformanceEvent found, CancellationToken cancellation) =>
        db.Employees.AsNoTracking().Include(x => x.Periods).SingleAsync(x => x.Id == found.EmployeeId, cancellation);

    public Task<PerformanceEventKind> KindAsync(long id, CancellationToken cancellation) =>
        db.PerformanceEventKinds.AsNoTracking().SingleAsync(x => x.Id == id, cancellation);

    /// <summary>The kind that a request names. Refused: none.</summary>
    public async Task<PerformanceEventKind> AskedKindAsync(long id, CancellationToken cancellation) =>
        await db.PerformanceEventKinds.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellation)
            ?? throw PerformanceEventRefusals.KindUnknown.At("kindId", ("kindId", id));

    public async Task<PerformanceEventResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var row = await PerformanceEventRow.Of(visible.PerformanceEvents().Where(x => x.Id == id), db).OneAsync(cancellation);
        var (found, kind) = (row.Event, row.Kind);
        var calendar = await db.WorkingCalendarAsync(cancellation);
        var people = await PeopleAsync(found, cancellation);
        Person? By(long? account) => people.GetValueOrDefault(account ?? 0);
        var actions = found.AllowedActions(report.Actor(), clock.Today)
            .Where(x => x != PerformanceEventAct.Edit || Policies.Permit(caller.Roles, Policies.ReportEvents)).ToList();
        var above = found.ReportedForId is { } seat
            ? await db.Employees.Where(x => x.Id == seat).Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).SingleAsync(cancellation)
            : null;
        return new PerformanceEventResponse(
            found.Id, found.State, new Person(row.Person.Id, row.Person.EmployeeNumber, row.Person.NameZh, row.Person.NameLatin),
            new Named(kind.Id, kind.Code, new Bilingual(kind.NameZh, kind.NameEn)), found.OccurredOn, found.Severity, found.IsUpheld, found.Minutes,
            found.Article, found.Amount, found.Reference, found.Description, found.Evidence, found.EvidenceFileId is not null, found.IsImported,
            By(found.ReportedByAccountId), above, found.ReportedAt, By(found.EditedByAccountId), found.ToldOn, PerformanceEvent.ViewWorkingDays,
            found.ViewUntil, found.ViewDue.IsCertain(calendar), found.View, found.ViewedAt, found.IsObjection, By(found.DecidedByAccountId),
            found.DecidedAt, found.DecisionNote, By(found.RevokedByAccountId), found.RevokedAt, found.RevocationReason, actions, found.Version);
    }

    /// <summary>Whose accounts did something to the event.</summary>
    private Task<Dictionary<long, Person>> PeopleAsync(PerformanceEvent found, CancellationToken cancellation)
    {
        long?[] given = [found.ReportedByAccountId, found.EditedByAccountId, found.DecidedByAccountId, found.RevokedByAccountId];
        var accounts = given.OfType<long>().ToList();
        return (from account in db.Users
                where accounts.Contains(account.Id)
                join person in db.Employees on account.EmployeeId equals person.Id
                select new { account.Id, Person = new Person(person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin) })
            .ToDictionaryAsync(x => x.Id, x => x.Person, cancellation);
    }
}
