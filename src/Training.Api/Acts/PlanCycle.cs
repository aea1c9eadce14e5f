using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Acts;

/// <summary>Plans the appraisal of a quarter: for the act and the demo. Called inside a write that holds <see cref="CycleQueries.Lock"/>.</summary>
internal sealed class PlanCycle(TrainingDb db, OrganisationClock clock)
{
    /// <summary>The planned cycle, saved. Refused: a quarter too far away, or with a cycle; every fault of the content.</summary>
    /// <param name="quarter">Which.</param>
    /// <param name="content">Made of the usual days and the templates in force.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<AppraisalCycle> RunAsync(
        Quarter quarter, Func<CycleDates, IEnumerable<CycleTemplate>, AppraisalCycleContent> content, CancellationToken cancellation)
    {
        AppraisalCycle.RequireInReach(quarter, Quarter.Of(clock.Today));
        var code = quarter.ToString();
        if (await db.AppraisalCycles.AnyAsync(x => x.Code == code, cancellation))
        {
            throw AppraisalCycleRefusals.QuarterTaken.At("quarter", ("quarter", code));
        }

        var usual = CycleDates.Usual(quarter, await db.WorkingCalendarAsync(cancellation));
        var inForce = await db.TemplatesInForceAsync(quarter, cancellation);
        var wanted = content(usual, inForce.Select(x => new CycleTemplate(x.Key, x.Value.Id)));
        var cycle = AppraisalCycle.Plan(quarter, wanted, await db.ReferencesAsync(wanted, cancellation));
        db.AppraisalCycles.Add(cycle);
        await db.FlushAsync(cancellation);
        return cycle;
    }
}
