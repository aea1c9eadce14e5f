using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.Appraisals;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;
using Figures = Training.Api.Tests.Measurements.Measured;

namespace Training.Api.Tests.Walks;

/// <summary>Appraisals of a quarter that is over, in which everybody lacks the figures of one item and another is set aside.</summary>
internal sealed partial class Crowd
{
    private static readonly Quarter Over = Quarter.Of(Today).Before(2);

    private async Task AddMissingDataAsync(TrainingDb db, IReadOnlyList<long> people)
    {
        if (_done == 0)
        {
            await AddCycleAsync(db);
        }

        var (cycle, now) = (_ids["ListMissingData"], app.Clock.GetUtcNow());
        var kpi = await db.Kpis.Where(x => x.Code == "CROWD-ASIDE").Select(x => x.Id).SingleAsync();
        var places = await db.Assignments.Where(x => people.Contains(x.EmployeeId))
            .ToDictionaryAsync(x => x.EmployeeId, x => new Placement(x.DepartmentId, x.PositionId, x.SupervisorId));
        var appraisals = people.Select(x => Appraisal.Open(cycle, x, now)).ToList();
        db.Appraisals.AddRange(appraisals);
        await db.FlushAsync(CancellationToken.None);
        db.AppraisalSegments.AddRange(appraisals.Select(x => AppraisalSegment.Begin(
            x.Id, 1, new(1, places[x.EmployeeId], Over.Days, [new DaySpan(Over.FirstDay, Over.LastDay)]))));
        db.ItemSetAsides.AddRange(appraisals.Select(x => ItemSetAside.Of(x.Id, kpi, 1, "众", _account, now)));
        var missing = await db.Kpis.Where(x => x.Code == "CROWD-MISSING").Select(x => x.Id).SingleAsync();
        db.SegmentTargets.AddRange(appraisals.Select(x => AgreedTarget(x.Id, missing, now)));
        await db.FlushAsync(CancellationToken.None);
    }

    private static SegmentTarget AgreedTarget(long appraisalId, long kpiId, DateTimeOffset now)
    {
        var target = SegmentTarget.Begin(appraisalId, 1, kpiId, new(95, TargetSide.Rater, Over.FirstDay, null), TargetVoice.OfNobody(now));
        target.Agree(TargetSide.Person, null, TargetVoice.OfNobody(now));
        return target;
    }

    /// <summary>Opened, with a template for the position of the crowd.</summary>
    private async Task AddCycleAsync(TrainingDb db)
    {
        var kpis = new[] { "CROWD-ASIDE", "CROWD-MISSING" }.Select(x => Kpi.Create(x, Figures.Content(x, KpiPeriod.Month, 1))).ToList();
        kpis.ForEach(x => x.FindBy(x.Code, x.Code));
        db.Kpis.AddRange(kpis);
        await db.FlushAsync(CancellationToken.None);
        var (name, ratio) = (new Bilingual("缺数", null), new ScoringMethod(ScoringMethodKind.Ratio) { Direction = KpiDirection.Higher });
        TemplateItemContent Item(Kpi kpi, decimal weight) => new(kpi.Id, weight, ratio, ItemScope.Own, 90, TemplateItemContent.UsualCap, null, null, false);
        var template = KpiTemplate.Draft("CROWD-MISSING", new KpiTemplateContent(
            name, await db.Positions.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync(),
            [new TemplateSectionContent(name, 100, [Item(kpis[0], 40), Item(kpis[1], 60)])]));
        template.FindBy("missing", "缺数");
        template.PublishFromBeginning(app.Clock.GetUtcNow());
        db.KpiTemplates.Add(template);
        await db.FlushAsync(CancellationToken.None);
        var cycle = SetAsideWorld.PlannedBy(Over, template);
        cycle.Open(Today);
        db.AppraisalCycles.Add(cycle);
        await db.FlushAsync(CancellationToken.None);
        db.Entry(cycle).Property(x => x.Phase).CurrentValue = AppraisalCyclePhase.Calibration;
        await db.FlushAsync(CancellationToken.None);
        _ids["ListMissingData"] = _ids["ListCalibration"] = cycle.Id;
    }
}
