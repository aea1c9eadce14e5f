using Training.Api.Data;
using Training.Api.Tests.AppraisalCycles;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Walks;

internal sealed partial class Crowd
{
    /// <summary>A cycle for each quarter from 2030 on.</summary>
    private async Task AddAppraisalCyclesAsync(TrainingDb db, int count)
    {
        db.AppraisalCycles.AddRange(New(count).Select(i => CycleWorld.Planned(Quarter.Of(new(2030, 1, 1)).Before(-i))));
        await db.FlushAsync(CancellationToken.None);
    }
}
