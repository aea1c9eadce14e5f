using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    /// <summary>Any: a standard that is being written for the first time, or a revised one where the act needs it. Other: one with
    /// an edition in force.</summary>
    private static IEnumerable<RouteAccess> Standards() =>
    [
        Route("ListStandards").Lists("/standards?pageSize=200", async x => (await StandardAsync(x)).Id)
            .Row(Standing.Any, "AHHHHH").Row(Standing.Other, "AAAAAA"),
        Route("GetStandard").Sends(async x => AccessCase.Get($"/standards/{(await StandardAsync(x)).Code}"))
            .Row(Standing.Any, "AHHHHH").Row(Standing.Other, "AAAAAA"),
        Route("GetStandardLevel").Sends(async x => AccessCase.Get($"/standards/{(await StandardAsync(x)).Code}/levels/3"))
            .Row(Standing.Any, "AHHHHH").Row(Standing.Other, "AAAAAA"),
        Route("CreateStandard").Sends(x => AccessCase.Post("/standards", new { code = $"acc-{x.Number}", content = StandardBody() }))
            .Row(Standing.Any, "AFFFFF"),
        Route("WriteStandard").Sends(async x => AccessCase.Put($"/standards/{(await StandardAsync(x)).Code}/draft", StandardBody(), 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("DiscardStandardDraft").Sends(async x => AccessCase.Delete($"/standards/{(await StandardAsync(x)).Code}/draft", 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("PublishStandard").Sends(async x => AccessCase.Post($"/standards/{(await StandardAsync(x)).Code}/publish"))
            .Row(Standing.Any, "AFFFFF"),
    ];

    private static object StandardBody() => new
    {
        nameZh = "职业标准",
        levels = new[]
        {
            new
            {
                level = 3,
                titleZh = "师",
                qualificationZh = "三级",
                functions = new[] { new { number = 1, nameZh = "职能", weightPercent = 100, contents = Array.Empty<object>() } },
            },
        },
    };

    private static async Task<(long Id, string Code)> StandardAsync(AccessCase x)
    {
        var code = $"ACC-{x.Number}";
        var id = await MadeAsync(x, "/standards", new { code, content = StandardBody() });
        if (x.Standing == Standing.Other)
        {
            await (await x.App.HumanResourcesAsync()).DoAsync(AccessCase.Post($"/standards/{code}/publish"));
        }

        return (id, code);
    }
}
