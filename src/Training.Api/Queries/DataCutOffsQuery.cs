using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Queries;

internal static class DataCutOffsQuery
{
    /// <summary>Until when the figures of each quarter are entered directly, by the cycles and the calendar as they are kept now, in two
    /// queries; inside a write as that write has saved them.</summary>
    public static async Task<DataCutOffs> DataCutOffsAsync(this TrainingDb db, CancellationToken cancellation)
    {
        var cycles = await db.AppraisalCycles.AsNoTracking().Select(x => new { x.Code, x.Dates.DataCutOffOn }).ToListAsync(cancellation);
        return new(
            await db.WorkingCalendarAsync(cancellation), cycles.ToDictionary(x => Quarter.Parse(x.Code)!.Value, x => x.DataCutOffOn));
    }
}
