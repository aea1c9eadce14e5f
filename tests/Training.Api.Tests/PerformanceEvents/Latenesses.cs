using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.PerformanceEvents;

internal static class Latenesses
{
    /// <summary>Day and minutes of the person's latenesses, rejected ones too.</summary>
    public static async Task<List<(DateOnly, int)>> LatenessesAsync(this TrainingApp app, long person) => (await app.ReadAsync(db => db.PerformanceEvents
        .Where(x => x.EmployeeId == person && x.Minutes != null).OrderBy(x => x.OccurredOn).Select(x => new { x.OccurredOn, x.Minutes })
        .ToListAsync(TestContext.Current.CancellationToken))).ConvertAll(x => (x.OccurredOn, x.Minutes!.Value));
}
