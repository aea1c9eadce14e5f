using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>A cycle in the list.</summary>
/// <param name="Quarter">The quarter (<c>2026Q4</c>).</param>
/// <param name="TargetsDueOn">Targets are agreed.</param>
/// <param name="DataCutOffOn">Figures are entered directly.</param>
/// <param name="SelfReviewDueOn">People judge themselves.</param>
/// <param name="ScoringDueOn">Supervisors score.</param>
/// <param name="CalibrationDueOn">Scores are compared and adjusted.</param>
/// <param name="PublicationDueOn">Results are published.</param>
/// <param name="CloseDueOn">The cycle is closed.</param>
public sealed record AppraisalCycleListItem(
    long Id, string Quarter, AppraisalCyclePhase Phase, DateOnly TargetsDueOn, DateOnly DataCutOffOn, DateOnly SelfReviewDueOn,
    DateOnly ScoringDueOn, DateOnly CalibrationDueOn, DateOnly PublicationDueOn, DateOnly CloseDueOn, int TemplateCount, int Version);

/// <summary>What is listed of the cycles.</summary>
/// <param name="Phase">Those in this phase.</param>
/// <param name="QuarterFrom">Those of this quarter (<c>2026Q4</c>) or a later one.</param>
/// <param name="QuarterTo">Those of this quarter or an earlier one.</param>
public sealed record AppraisalCycleFilter(
    [FromQuery(Name = "phase")] Choice<AppraisalCyclePhase>? Phase = null,
    [FromQuery(Name = "quarterFrom")] Quarter? QuarterFrom = null,
    [FromQuery(Name = "quarterTo")] Quarter? QuarterTo = null);

internal static class ListAppraisalCycles
{
    private static readonly Sorts<AppraisalCycle> Fields = new(x => x.Id, "-quarter")
    {
        { "quarter", x => x.Code },
        { "phase", x => x.Phase },
    };

    /// <summary>Lists the cycles, those in preparation to HR alone; the latest quarter first unless asked otherwise.</summary>
    internal static ListOf<AppraisalCycleListItem> Handle(
        [AsParameters] AppraisalCycleFilter filter, [AsParameters] ListRequest list, Visible visible) => ListOf.From(
        Filtered(visible.AppraisalCycles().AsNoTracking(), filter),
        Fields,
        x => new AppraisalCycleListItem(
            x.Id, x.Code, x.Phase, x.Dates.TargetsDueOn, x.Dates.DataCutOffOn, x.Dates.SelfReviewDueOn, x.Dates.ScoringDueOn,
            x.Dates.CalibrationDueOn, x.Dates.PublicationDueOn, x.Dates.CloseDueOn, x.Templates.Count, x.Version),
        list);

    private static IQueryable<AppraisalCycle> Filtered(IQueryable<AppraisalCycle> cycles, AppraisalCycleFilter filter)
    {
        if (filter.Phase is { Value: var phase })
        {
            cycles = cycles.Where(x => x.Phase == phase);
        }

        if (filter.QuarterFrom?.ToString() is { } from)
        {
            cycles = cycles.Where(x => x.Code.CompareTo(from) >= 0);
        }

        if (filter.QuarterTo?.ToString() is { } to)
        {
            cycles = cycles.Where(x => x.Code.CompareTo(to) <= 0);
        }

        return cycles;
    }
}
