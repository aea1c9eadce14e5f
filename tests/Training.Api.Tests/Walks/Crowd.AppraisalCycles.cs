using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.AppraisalCycles;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Tests.Walks;

internal sealed partial class Crowd
{
    /// <summary>A cycle for each quarter from 2030 on.</summary>
    private async Task AddAppraisalCyclesAsync(TrainingDb db, int count)
    {
        if (_done == 0)
        {
            db.AppraisalCycles.Add(CycleWorld.Planned(Quarter.Of(Today)));
        }

        db.AppraisalCycles.AddRange(New(count).Select(i => CycleWorld.Planned(Quarter.Of(new(2030, 1, 1)).Before(-i))));
        await db.FlushAsync(CancellationToken.None);
    }

    /// <summary>An appraisal of the caller in each cycle of the crowd, and of everybody in the first; in the last nobody has one.</summary>
    private async Task AddAppraisalsAsync(TrainingDb db, IReadOnlyList<long> people)
    {
        await AddReportedCycleAsync(db);
        var cycles = await db.AppraisalCycles.Where(x => x.Code.CompareTo("2030") > 0).OrderBy(x => x.Code).Select(x => x.Id).ToListAsync();
        var own = await db.Appraisals.Where(x => x.EmployeeId == _caller).Select(x => x.CycleId).ToListAsync();
        var now = app.Clock.GetUtcNow();
        db.Appraisals.AddRange(cycles.Except(own).Select(x => Appraisal.Open(x, _caller, now)));
        db.Appraisals.AddRange(people.Select(x => Appraisal.Open(cycles[0], x, now)));
        await db.FlushAsync(CancellationToken.None);
        await AddSegmentsAsync(db, people);
        await AddAppealsAsync(db, people, cycles[0]);
        await AddReportedAsync(db, people);
        await AddMissingDataAsync(db, people);
        await AddAppraisalNotesAsync(db, people);
        _ids["ListLeftOut"] = await db.AppraisalCycles.Where(x => x.Code == "2026Q1").Select(x => x.Id).SingleAsync();
    }

    /// <summary>An appeal of everybody against the result of the cycle.</summary>
    private async Task AddAppealsAsync(TrainingDb db, IReadOnlyList<long> people, long cycle)
    {
        var now = app.Clock.GetUtcNow();
        var account = await db.Users.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync();
        var appraisals = await db.Appraisals.Where(x => x.CycleId == cycle && people.Contains(x.EmployeeId)).ToListAsync();
        db.Appeals.AddRange(appraisals.Select(x => Appeal.File(
            AppraisalResult.Publish(
                x.Id, AppraisalCalculation.Of(new AppraisalInput(x.EmployeeId, Quarter.Of(Today))), "", ResultCause.Publication, account, now),
            (false, false), ("众", null), (Today, Today, Today), now)));
        await db.FlushAsync(CancellationToken.None);
    }

    /// <summary>A segment of each that waits for its score, every other of a supervisor who has left.</summary>
    private async Task AddSegmentsAsync(TrainingDb db, IReadOnlyList<long> people)
    {
        var template = await db.KpiTemplates.Include(x => x.Sections).ThenInclude(x => x.Items).OrderBy(x => x.Id)
            .FirstAsync(x => x.State == KpiTemplateState.Published);
        var cycle = await db.AppraisalCycles.SingleOrDefaultAsync(x => x.Code == "2025Q4");
        if (cycle is null)
        {
            db.AppraisalCycles.Add(cycle = CycleWorld.Planned(Quarter.Parse("2025Q4")!.Value, template));
            await db.FlushAsync(CancellationToken.None);
        }

        var appraisals = people.Select(x => Appraisal.Open(cycle.Id, x, app.Clock.GetUtcNow(), AppraisalStage.Scoring)).ToList();
        db.Appraisals.AddRange(appraisals);
        await db.FlushAsync(CancellationToken.None);
        var department = await db.Departments.Where(x => x.Code == "CS").Select(x => x.Id).SingleAsync();
        db.AppraisalSegments.AddRange(appraisals.Select((x, i) => AppraisalSegment.Begin(
            x.Id, 1, new(1, new(department, template.PositionId, i % 2 == 0 ? _caller : people[i]), 92, [new DaySpan(new(2025, 10, 1), new(2025, 12, 31))]))));
        await db.FlushAsync(CancellationToken.None);
        _ids["ListOpenSegments"] = cycle.Id;
    }
}
