using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http.Lists;
using Training.Api.Http.Validation;
using Training.Api.Localization;
using Training.Api.Notices;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.PerformanceEvents;

/// <summary>Which events of feeds.</summary>
/// <param name="Ids">These; none given: all whose time for a view has passed or was used.</param>
public sealed record ConfirmPerformanceEventsRequest([ItemCount(1, 1000)] IReadOnlyList<long>? Ids = null);

/// <summary>What became of them.</summary>
/// <param name="Confirmed">How many count from now on.</param>
/// <param name="LeftOut">How many do not, for each a reason.</param>
/// <param name="Left">The first 200 of these.</param>
public sealed record ConfirmPerformanceEventsResponse(int Confirmed, int LeftOut, IReadOnlyList<LeftOutEvent> Left);

/// <summary>An event that was left out.</summary>
/// <param name="Code">Why, as a stable code.</param>
/// <param name="Message">The sentence in the reader's language.</param>
public sealed record LeftOutEvent(long Id, string Code, string Message);

internal static class ConfirmPerformanceEvents
{
    private const int MostShown = 200;
    private const int Some = 1000;

    /// <summary>Confirms what feeds reported, the importer's own feed too, for all whose time for a view has passed or was used. Left out and
    /// listed with the reason: the caller's own, what the person objects to, what was edited by the caller, and of those that are named also
    /// what was reported by hand, is decided or may still be answered. The people are told.</summary>
    internal static Task<ConfirmPerformanceEventsResponse> HandleAsync(
        ConfirmPerformanceEventsRequest request,
        Acts.ReportPerformanceEvent report,
        NoticeBox notices,
        OrganisationClock clock,
        TrainingDb db,
        HttpContext context,
        CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var (by, today) = (report.Actor(), clock.Today);
            var found = await FindAsync(db, request.Ids, today, cancellation);
            var judged = found.ConvertAll(x => (Event: x, Why: x.LeftOutOfBulk(by, today)));
            var done = await ConfirmAsync(db, [.. judged.Where(x => x.Why is null).Select(x => x.Event.Id)], by, clock.Now, cancellation);
            var confirmed = judged.Where(x => done.Contains(x.Event.Id)).Select(x => x.Event).ToList();
            var unknown = (request.Ids ?? []).Distinct().Except(found.Select(x => x.Id))
                .Select(x => (Id: x, Event: (PerformanceEvent?)null, Why: CommonRefusals.Unknown));
            var left = judged.Where(x => x.Why is not null).Select(x => (x.Event.Id, Event: (PerformanceEvent?)x.Event, Why: x.Why!))
                .Concat(unknown).OrderBy(x => x.Id).ToList();
            await TellAsync(db, notices, confirmed, cancellation);
            var language = ReaderLanguage.Of(context);
            return new ConfirmPerformanceEventsResponse(
                confirmed.Count, left.Count,
                [.. left.AtMost(MostShown).Select(x => new LeftOutEvent(x.Id, x.Why.Code, Sentence(language, x.Why, x.Event)))]);
        },
        cancellation);

    private static Task<List<PerformanceEvent>> FindAsync(
        TrainingDb db, IReadOnlyList<long>? ids, DateOnly today, CancellationToken cancellation)
    {
        var events = db.PerformanceEvents.AsNoTracking();
        return ids is null
            ? events.Where(x => x.IsImported && x.State == PerformanceEventState.Reported && (x.ViewedAt != null || x.ViewUntil < today))
                .OrderBy(x => x.Id).ToListAsync(cancellation)
            : events.Where(x => ids.Contains(x.Id)).OrderBy(x => x.Id).ToListAsync(cancellation);
    }

    /// <summary>Which were confirmed: all but those answered or decided in this moment.</summary>
    private static async Task<HashSet<long>> ConfirmAsync(
        TrainingDb db, IReadOnlyList<long> ids, EventActor by, DateTimeOffset now, CancellationToken cancellation)
    {
        var confirmed = new HashSet<long>();
        foreach (var some in ids.Chunk(Some))
        {
            await BulkChange.UpdateAsync(
                db,
                db.PerformanceEvents.Where(x => some.Contains(x.Id) && x.State == PerformanceEventState.Reported && x.IsObjection != true),
                row => row
                    .SetProperty(x => x.State, PerformanceEventState.Confirmed)
                    .SetProperty(x => x.DecidedByAccountId, by.AccountId)
                    .SetProperty(x => x.DecidedAt, now)
                    .SetProperty(x => x.Version, x => x.Version + 1),
                new { State = PerformanceEventState.Confirmed, DecidedByAccountId = by.AccountId, DecidedAt = now },
                cancellation);
            confirmed.UnionWith(await db.PerformanceEvents
                .Where(x => some.Contains(x.Id) && x.State == PerformanceEventState.Confirmed && x.DecidedByAccountId == by.AccountId && x.DecidedAt == now)
                .Select(x => x.Id).ToListAsync(cancellation));
        }

        return confirmed;
    }

    private static async Task TellAsync(
        TrainingDb db, NoticeBox notices, IReadOnlyList<PerformanceEvent> confirmed, CancellationToken cancellation)
    {
        var kinds = await db.PerformanceEventKinds.ToDictionaryAsync(x => x.Id, x => x.NameZh, cancellation);
        await notices.TellEachAsync(
            "performanceEvent.decided",
            [.. confirmed.Select(x => (x.EmployeeId, new NoticeSubject("performanceEvent", x.Id), new (string, object?)[]
            {
                ("kind", kinds[x.KindId]), ("occurredOn", x.OccurredOn), ("state", PerformanceEventState.Confirmed),
            }))],
            cancellation);
    }

    private static string Sentence(Language language, Refusal why, PerformanceEvent? found) => Texts.Of(
        language, why.Code, ("state", found?.State), ("act", PerformanceEventAct.Confirm), ("viewUntil", found?.ViewUntil));
}
