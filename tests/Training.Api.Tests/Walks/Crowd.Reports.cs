using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.AppraisalCycles;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;
using Figures = Training.Api.Tests.Measurements.Measured;

namespace Training.Api.Tests.Walks;

/// <summary>A calibrating cycle, the latest there is, in which everybody is scored by another, and ends in a department of their own.</summary>
internal sealed partial class Crowd
{
    private const string Reported = "2025Q4";
    private const string ReportedKpi = "CROWD-REPORT";

    /// <summary>With a template for the position of the crowd, and that of the segments that are open.</summary>
    private async Task AddReportedCycleAsync(TrainingDb db)
    {
        if (_done > 0)
        {
            return;
        }

        var kpi = Kpi.Create(ReportedKpi, Figures.Content(ReportedKpi, KpiPeriod.Month, 1));
        kpi.FindBy(kpi.Code, kpi.Code);
        db.Kpis.Add(kpi);
        var open = await db.KpiTemplates.AsNoTracking().OrderBy(x => x.Id).FirstAsync(x => x.State == KpiTemplateState.Published);
        await db.FlushAsync(CancellationToken.None);
        var (name, ratio) = (new Bilingual("报表", null), new ScoringMethod(ScoringMethodKind.Ratio) { Direction = KpiDirection.Higher });
        var template = KpiTemplate.Draft(ReportedKpi, new KpiTemplateContent(
            name, await db.Positions.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync(),
            [
                new TemplateSectionContent(
                    name, 100, [new TemplateItemContent(kpi.Id, 100, ratio, ItemScope.Own, 90, TemplateItemContent.UsualCap, null, null, false)]),
            ]));
        template.FindBy("report", "报表");
        template.PublishFromBeginning(app.Clock.GetUtcNow());
        db.KpiTemplates.Add(template);
        await db.FlushAsync(CancellationToken.None);
        var cycle = CycleWorld.Planned(Quarter.Parse(Reported)!.Value, [.. new[] { template, open }.DistinctBy(x => x.PositionId)]);
        db.AppraisalCycles.Add(cycle);
        db.Entry(cycle).Property(x => x.Phase).CurrentValue = AppraisalCyclePhase.Calibration;
        await db.FlushAsync(CancellationToken.None);
    }

    private async Task AddReportedAsync(TrainingDb db, IReadOnlyList<long> people)
    {
        var kpi = await db.Kpis.Where(x => x.Code == ReportedKpi).Select(x => x.Id).SingleAsync();
        var appraisals = await db.Appraisals.Where(x => people.Contains(x.EmployeeId) && db.AppraisalCycles.Any(y => y.Id == x.CycleId && y.Code == Reported))
            .ToDictionaryAsync(x => x.EmployeeId, x => x.Id);
        var places = await db.Assignments.Where(x => people.Contains(x.EmployeeId))
            .ToDictionaryAsync(x => x.EmployeeId, x => new Placement(x.DepartmentId, x.PositionId, x.SupervisorId));
        var departments = await db.Departments.Where(x => x.Code.Substring(0, 1) == "Q").OrderByDescending(x => x.Id).Take(people.Count)
            .Select(x => x.Id).ToListAsync();
        var elsewhere = await db.Positions.MaxAsync(x => x.Id);
        var (first, last) = (new DateOnly(2025, 10, 1), new DateOnly(2025, 12, 31));
        foreach (var (i, person) in people.Index())
        {
            var scored = AppraisalSegment.Begin(appraisals[person], 2, new(2, places[person], 91, [new DaySpan(first, last.AddDays(-1))]));
            scored.Score([], null, [], new SegmentScorer(person, null), app.Clock.GetUtcNow());
            db.AppraisalSegments.AddRange(
                scored, AppraisalSegment.Begin(appraisals[person], 3, new(3, new(departments[i], elsewhere, null), 1, [new DaySpan(last, last)])));
            db.Measurements.Add(Measurement.Record(
                person, null, kpi, MeasuredPeriod.Parse("2025-10")!.Value, new(60 + (i % 40), null),
                new MeasurementOrigin(MeasurementSource.Api, "crowd", false)));
        }

        await db.FlushAsync(CancellationToken.None);
    }
}
