using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Audit() =>
    [
        Route("ListAudit").Sends(_ => AccessCase.Get("/audit")).Row(Standing.Any, "AFFAFF"),
    ];
}
