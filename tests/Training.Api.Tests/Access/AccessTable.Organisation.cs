using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Organisation() =>
    [
        Route("ListDepartments").Lists("/departments?pageSize=200", x => MadeAsync(x, "/departments", Department(x))).Row(Standing.Any, "AAAAAA"),
        Route("GetDepartment").Sends(async x => AccessCase.Get($"/departments/{await MadeAsync(x, "/departments", Department(x))}"))
            .Row(Standing.Any, "AAAAAA"),
        Route("CreateDepartment").Sends(x => AccessCase.Post("/departments", Department(x))).Row(Standing.Any, "AFFFFF"),
        Route("EditDepartment")
            .Sends(async x => AccessCase.Put($"/departments/{await MadeAsync(x, "/departments", Department(x))}", new { nameZh = "改名" }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("RetireDepartment")
            .Sends(async x => AccessCase.Post($"/departments/{await MadeAsync(x, "/departments", Department(x))}/retire"))
            .Row(Standing.Any, "AFFFFF"),
        Route("ListPositions").Lists("/positions?pageSize=200", x => MadeAsync(x, "/positions", Position(x))).Row(Standing.Any, "AAAAAA"),
        Route("GetPosition").Sends(async x => AccessCase.Get($"/positions/{await MadeAsync(x, "/positions", Position(x))}"))
            .Row(Standing.Any, "AAAAAA"),
        Route("CreatePosition").Sends(x => AccessCase.Post("/positions", Position(x))).Row(Standing.Any, "AFFFFF"),
        Route("EditPosition")
            .Sends(async x => AccessCase.Put(
                $"/positions/{await MadeAsync(x, "/positions", Position(x))}", new { nameZh = "改名", courseIds = Array.Empty<long>() }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("RetirePosition")
            .Sends(async x => AccessCase.Post($"/positions/{await MadeAsync(x, "/positions", Position(x))}/retire"))
            .Row(Standing.Any, "AFFFFF"),
        Route("ListWorkPlaces").Lists("/work-places?pageSize=200", x => MadeAsync(x, "/work-places", WorkPlace(x))).Row(Standing.Any, "AAAAAA"),
        Route("GetWorkPlace").Sends(async x => AccessCase.Get($"/work-places/{await MadeAsync(x, "/work-places", WorkPlace(x))}"))
            .Row(Standing.Any, "AAAAAA"),
        Route("CreateWorkPlace").Sends(x => AccessCase.Post("/work-places", WorkPlace(x))).Row(Standing.Any, "AFFFFF"),
        Route("EditWorkPlace")
            .Sends(async x => AccessCase.Put(
                $"/work-places/{await MadeAsync(x, "/work-places", WorkPlace(x))}", new { nameZh = "改名", minimumWages = Array.Empty<object>() }, 1))
            .Row(Standing.Any, "AFFFFF"),
    ];

    /// <summary>HR makes the record; its id.</summary>
    private static async Task<long> MadeAsync(AccessCase x, string path, object body) =>
        (await (await x.App.HumanResourcesAsync()).DoAsync(AccessCase.Post(path, body))).Id();

    private static object Department(AccessCase x) => new { code = $"acc-{x.Number}", nameZh = "部门" };

    private static object Position(AccessCase x) => new { code = $"acc-{x.Number}", nameZh = "岗位", courseIds = Array.Empty<long>() };

    private static object WorkPlace(AccessCase x) => new { code = $"acc-{x.Number}", nameZh = "地点", minimumWages = Array.Empty<object>() };
}
