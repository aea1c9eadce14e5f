using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Tests.Walks;

internal sealed partial class Crowd
{
    /// <summary>Something happened to everybody of the crowd, and again and again to the caller.</summary>
    private async Task AddPerformanceEventsAsync(TrainingDb db, IReadOnlyList<long> people, int count)
    {
        const EventDetailUse no = EventDetailUse.NotTaken;
        db.PerformanceEventKinds.AddRange(New(count).Select(i => PerformanceEventKind.Create(
            $"Q{i}", new Bilingual($"众{i}", null), new EventDetails(no, no, no, no, no))));
        await db.FlushAsync(CancellationToken.None);
        var kind = await db.PerformanceEventKinds.SingleAsync(x => x.Code == "COMMENDATION");
        var (by, calendar) = (new EventActor(_account, null, true, true), WorkingCalendar.Of([], []));
        var employees = await db.Employees.Include(x => x.Periods).Where(x => people.Contains(x.Id) || x.Id == _caller).ToListAsync();
        var caller = employees.Single(x => x.Id == _caller);
        db.PerformanceEvents.AddRange(employees.Concat(Enumerable.Repeat(caller, count)).Select(x => PerformanceEvent.Report(
            x, kind, new(Today, null, null, null, null, null, null, "众", null), by, app.Clock.GetUtcNow(), Today, calendar)));
        db.PunchQuestions.AddRange(people.Select(x => PunchQuestion.Ask(x, Today, MissingPunch.Both, app.Clock.GetUtcNow())));
        await db.FlushAsync(CancellationToken.None);
    }
}
