using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> AppraisalReports() =>
    [
        Route("ReportAppraisalProgress").Sends(x => ReportAsync(x, "appraisal-progress")).Row(Standing.Any, "AAFFAF"),
        Route("ReportGradeDistribution").Sends(x => ReportAsync(x, "grade-distribution")).Row(Standing.Any, "AAFFAF"),
        Route("ReportRaterLeniency").Sends(x => ReportAsync(x, "rater-leniency")).Row(Standing.Any, "AFFFAF"),
    ];

    /// <summary>Of a cycle that is over.</summary>
    private static async Task<HttpRequestMessage> ReportAsync(AccessCase x, string report)
    {
        await x.App.WriteAsync(async db =>
        {
            if (!await db.AppraisalCycles.AnyAsync(y => y.Code == "2023Q4"))
            {
                var cycle = CycleWorld.Planned(Quarter.Parse("2023Q4")!.Value);
                db.AppraisalCycles.Add(cycle);
                db.Entry(cycle).Property(y => y.Phase).CurrentValue = AppraisalCyclePhase.Closed;
            }

            return true;
        });
        return AccessCase.Get($"/reports/{report}?quarter=2023Q4");
    }
}
