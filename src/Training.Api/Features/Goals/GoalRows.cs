using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Features.Goals;

/// <summary>Which goals.</summary>
/// <param name="Quarter">Of this quarter, the running one unless said.</param>
/// <param name="KpiId">Of this KPI.</param>
/// <param name="State">That stand so today.</param>
public sealed record GoalFilter(
    [FromQuery(Name = "quarter")] Quarter? Quarter = null,
    [FromQuery(Name = "kpiId")] long? KpiId = null,
    [FromQuery(Name = "state")] Choice<GoalState>? State = null);

/// <summary>The goals of some people as rows, in a number of queries that does not grow with them.</summary>
internal sealed class GoalRows(TrainingDb db, WorkOutScores scores, CurrentPerson caller, LookupNotes lookups, OrganisationClock clock)
{
    private static readonly Sorts<GoalListItem> Fields = new(x => x.EmployeeId, "employeeNumber,sequence", x => x.Sequence)
    {
        { "employeeNumber", x => x.EmployeeNumber },
        { "sequence", x => x.Sequence },
        { "kpiCode", x => x.KpiCode },
        { "score", x => x.Score },
        { "nextGain", x => x.NextGain },
        { "total", x => x.Total },
    };

    /// <summary>The goals of the people, in the order asked for. Who is employed in no day of the quarter, or whose position has no
    /// template, has none. Refused: a quarter that has not begun. That others read them is noted for the person.</summary>
    public async Task<ListOf<GoalListItem>> ListAsync(
        IQueryable<Employee> people, GoalFilter filter, ListRequest list, CancellationToken cancellation)
    {
        var quarter = filter.Quarter ?? Quarter.Of(clock.Today);
        var known = await people.AsNoTracking().Select(x => new { x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin }).ToDictionaryAsync(x => x.Id, cancellation);
        var scored = await scores.ReadAsync(known.Keys, quarter, cancellation);
        var positions = await db.Positions.AsNoTracking().ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
        var templates = scored.Templates.Values.Select(x => x.TemplateId).ToList();
        var codes = await db.KpiTemplates.Where(x => templates.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
        var own = await OwnAsync([.. known.Keys], quarter, cancellation);
        var rows = scored.Receipts.Values
            .SelectMany(receipt => Goal.Of(receipt).Select((goal, i) => (Receipt: receipt, Goal: goal, Sequence: i + 1)))
            .Where(x => (filter.KpiId is not { } kpi || x.Goal.Item.KpiId == kpi) && (filter.State is not { Value: var state } || x.Goal.State == state))
            .Select(x =>
            {
                var (person, kpi) = (known[x.Receipt.Facts.EmployeeId], scored.Kpis[x.Goal.Item.KpiId].Version);
                var (segment, section, item, outcome) = (x.Goal.Segment, x.Goal.Section, x.Goal.Item, x.Receipt.Outcome);
                return new GoalListItem(
                    person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin, x.Sequence, quarter, scored.AsOf,
                    segment.Segment.Number, segment.Days, positions.GetValueOrDefault(segment.Segment.Placement.PositionId),
                    segment.TemplateId is { } template ? codes.GetValueOrDefault(template) : null, segment.TemplateNumber,
                    section.Name.Zh, section.Name.En, section.Weight, item.KpiId, item.KpiCode, kpi.NameZh, kpi.NameEn, kpi.Unit, kpi.Direction,
                    item.Scope, item.Method.Kind, item.Weight, x.Goal.State, item.Target, item.Actual?.Actual, item.Score?.Score,
                    item.Actual?.IsThin ?? false, x.Goal.Next?.Actual, x.Goal.Next?.Score, x.Goal.Gain, segment.Total, outcome.Total, outcome.Grade,
                    own.GetValueOrDefault(person.Id).All, own.GetValueOrDefault(person.Id).Done);
            });
        return ListOf.From([.. rows], Fields, list)
            .Showing(shown => lookups.NoteScores(caller.AccountId, shown.Select(x => x.EmployeeId).Distinct()));
    }

    /// <summary>How many goals people set for the quarter beside the KPIs, and how many of these are reached.</summary>
    private async Task<Dictionary<long, (int All, int Done)>> OwnAsync(IReadOnlyList<long> people, Quarter quarter, CancellationToken cancellation)
    {
        var code = quarter.ToString();
        var rows = await (
            from goal in db.OwnGoals
            join appraisal in db.Appraisals on goal.AppraisalId equals appraisal.Id
            join cycle in db.AppraisalCycles on appraisal.CycleId equals cycle.Id
            where cycle.Code == code && people.Contains(appraisal.EmployeeId)
            select new { appraisal.EmployeeId, goal.IsDone }).ToListAsync(cancellation);
        return rows.GroupBy(x => x.EmployeeId).ToDictionary(x => x.Key, x => (x.Count(), x.Count(y => y.IsDone)));
    }
}
