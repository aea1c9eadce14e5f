using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> ScoringClosures() =>
    [
        Route("CloseScoring").Sends(async x => AccessCase.Post(
            $"/appraisal-cycles/{await InPhaseAsync(x, AppraisalCyclePhase.Calibration)}/close-scoring", new { departmentCode = "CS", reason = "逾期" }))
            .Row(Standing.Any, "AFFFFF"),
    ];
}
