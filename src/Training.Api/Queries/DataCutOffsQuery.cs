using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Queries;

internal static class DataCutOffsQuery
{
    /// <summary>Until when the figures of each quarter are entered directly, by the cycles and the calendar as they are kept now, in two
    /// queries; inside a write as that write has saved them. Of a quarter with published results they are not, however early that was.</summary>
    public static async Task<DataCutOffs> DataCutOffsAsync(this TrainingDb db, CancellationToken cancellation)
    {
        var cycles = await db.AppraisalCycles.AsNoTracking().Select(x => new { x.Code, x.Dates.DataCutOffOn, x.Phase }).ToListAsync(cancellation);
        return new(
            await db.WorkingCalendarAsync(cancellation), cycles.ToDictionary(x => Quarter.Parse(x.Code)!.Value, x => x.Phase >= AppraisalCyclePhase.Published ? DateOnly.MinValue : x.DataCutOffOn));
    }
}
