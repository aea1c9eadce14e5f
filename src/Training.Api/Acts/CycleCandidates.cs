using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Acts;

/// <summary>Somebody who is employed in the quarter of a cycle.</summary>
/// <param name="Plan">How their days fall into segments.</param>
/// <param name="Reason">Why they are left out; none: they belong to the population.</param>
internal sealed record CycleCandidate(long EmployeeId, SegmentPlan Plan, LeftOutReason? Reason);

/// <summary>Finds out who belongs to the population of a cycle.</summary>
internal sealed class CycleCandidates(TrainingDb db, OrganisationClock clock)
{
    /// <summary>Everybody who has been employed on a day of the quarter by today, in the order of their ids; four queries, whoever many
    /// they are.</summary>
    public async Task<IReadOnlyList<CycleCandidate>> ReadAsync(AppraisalCycle cycle, CancellationToken cancellation)
    {
        var quarter = cycle.Quarter;
        var until = clock.Today < quarter.LastDay ? clock.Today : quarter.LastDay;
        var terms = await TermsAsync(quarter, until, cancellation);
        var places = await db.PlacesAsync([.. terms.Keys], quarter, cancellation);
        return
        [
            .. terms.OrderBy(x => x.Key).Select(x =>
            {
                var plan = SegmentPlan.Of(new AppraisalInput(x.Key, quarter)
                {
                    Settings = cycle.Settings,
                    Employment = places.Employment[x.Key],
                    Stretches = places.Stretches.GetValueOrDefault(x.Key, []),
                    Leave = [.. places.Leave[x.Key]],
                });
                return new CycleCandidate(x.Key, plan, cycle.WhyLeftOut(x.Value, places.Stretches.GetValueOrDefault(x.Key, [])));
            }),
        ];
    }

    /// <summary>The terms of the last employment in the quarter, by employee.</summary>
    private async Task<Dictionary<long, PopulationTerms>> TermsAsync(Quarter quarter, DateOnly until, CancellationToken cancellation)
    {
        var first = quarter.FirstDay;
        var rows = await db.Employees.AsNoTracking()
            .SelectMany(x => x.Periods, (x, period) => new { x.Id, period.HiredOn, period.LeftOn, period.ContractKind, period.Probation })
            .Where(x => x.HiredOn <= until && (x.LeftOn == null || x.LeftOn >= first))
            .ToListAsync(cancellation);
        return rows.GroupBy(x => x.Id, (_, periods) => periods.MaxBy(x => x.HiredOn)!)
            .ToDictionary(x => x.Id, x => new PopulationTerms(x.ContractKind, x.Probation.HoldsOn(quarter.LastDay)));
    }
}
