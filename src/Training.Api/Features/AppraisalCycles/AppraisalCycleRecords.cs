using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>Answers cycles.</summary>
internal static class AppraisalCycleRecords
{
    /// <summary>The same numbers, grades in the form in which they are compared.</summary>
    public static ScoringSettings Plain(ScoringSettings settings) =>
        settings with { Bands = [.. settings.Bands.Select(x => x with { Grade = PlainText.Key(x.Grade) })] };

    /// <summary>The cycle as the caller reads it.</summary>
    public static async Task<AppraisalCycleResponse> ShowAsync(
        this TrainingDb db, AppraisalCycle cycle, CurrentPerson caller, OrganisationClock clock, CancellationToken cancellation)
    {
        var today = clock.Today;
        var asked = cycle.EventCeilings.Select(x => x.KindId).ToHashSet();
        var kinds = await db.PerformanceEventKinds.AsNoTracking().Where(x => asked.Contains(x.Id))
            .Select(x => new { x.Id, x.Code, x.NameZh, x.NameEn }).ToDictionaryAsync(x => x.Id, cancellation);
        var templates = await (
            from named in db.AppraisalCycles.Where(x => x.Id == cycle.Id).SelectMany(x => x.Templates)
            join position in db.Positions on named.PositionId equals position.Id
            join template in db.KpiTemplates on named.TemplateId equals template.Id
            orderby position.Code
            select new AppraisalCycleTemplateResponse(
                position.Id, position.Code, position.NameZh, position.NameEn, template.Id, template.Code, template.Number)).ToListAsync(cancellation);
        return new(
            cycle.Id, cycle.Code, cycle.Phase, cycle.Population, cycle.Dates, cycle.Settings, cycle.Distribution,
            [.. cycle.EventCeilings.Select(x => new AppraisalCycleEventCeilingResponse(
                x.KindId, kinds[x.KindId].Code, kinds[x.KindId].NameZh, kinds[x.KindId].NameEn, x.Severity, x.Grade))],
            cycle.ImprovementBelow,
            templates,
            await db.ClosuresAsync(cycle.Id, caller.IsHumanResources, clock, cancellation),
            AppraisalCycleLife.Table.AllowedActions(cycle.Phase, caller, (who, act) =>
                (who.IsHumanResources || (who.IsApprover && act is AppraisalCycleAct.Calibrate or AppraisalCycleAct.Publish)) && act switch
                {
                    AppraisalCycleAct.Open => today >= cycle.Quarter.FirstDay,
                    AppraisalCycleAct.Advance => cycle.MayAdvance(today),
                    _ => true,
                }),
            cycle.Version);
    }

    private static async Task<IReadOnlyList<AppraisalCycleClosureResponse>> ClosuresAsync(
        this TrainingDb db, long cycleId, bool isReasonTold, OrganisationClock clock, CancellationToken cancellation)
    {
        var rows = await (
            from closure in db.ScoringClosures.AsNoTracking()
            where closure.CycleId == cycleId
            join department in db.Departments on closure.DepartmentId equals department.Id
            orderby department.Code
            select new { Closure = closure, department.Id, department.Code, department.NameZh, department.NameEn }).ToListAsync(cancellation);
        return
        [
            .. rows.Select(x => new AppraisalCycleClosureResponse(
                new(x.Id, x.Code, new(x.NameZh, x.NameEn)), clock.DayOf(x.Closure.At), isReasonTold ? x.Closure.Reason : null)),
        ];
    }
}
