using Training.Api.Tests.Hosting;
using Training.Api.Tests.KpiTemplates;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    /// <summary>Any: a draft, or a published template where the act needs it. Other: a published one.</summary>
    private static IEnumerable<RouteAccess> KpiTemplates() =>
    [
        Route("ListKpiTemplates").Lists("/kpi-templates?pageSize=200", KpiTemplateAsync).Row(Standing.Any, "AHHHHH").Row(Standing.Other, Everybody),
        Route("GetKpiTemplate").Sends(async x => AccessCase.Get($"/kpi-templates/{await KpiTemplateAsync(x)}"))
            .Row(Standing.Any, "AHHHHH").Row(Standing.Other, Everybody),
        Route("CreateKpiTemplate")
            .Sends(async x => AccessCase.Post("/kpi-templates", await x.App.TemplateAsync($"AK{x.Number}", await x.App.PositionAsync("CS-AGENT"))))
            .Row(Standing.Any, "AFFFFF"),
        Route("EditKpiTemplate").Sends(async x => AccessCase.Put($"/kpi-templates/{await KpiTemplateAsync(x)}", await x.App.ContentAsync(), 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("DeleteKpiTemplate").Sends(async x => AccessCase.Delete($"/kpi-templates/{await KpiTemplateAsync(x)}", 1)).Row(Standing.Any, "AFFFFF"),
        Route("PublishKpiTemplate").Sends(async x => AccessCase.Post($"/kpi-templates/{await KpiTemplateAsync(x)}/publish", new { }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("RetireKpiTemplate").Sends(async x => AccessCase.Post($"/kpi-templates/{await KpiTemplateAsync(x)}/retire")).Row(Standing.Other, "AFFFFF"),
        Route("TryKpiTemplate").Sends(async x => AccessCase.Post($"/kpi-templates/{await KpiTemplateAsync(x)}/try", new { quarter = "2026Q1" }))
            .Row(Standing.Any, "AFFFFF"),
        Route("ReviseKpiTemplate").Sends(async x => AccessCase.Post($"/kpi-templates/{await KpiTemplateAsync(x)}/revise")).Row(Standing.Other, "AFFFFF"),
    ];

    private static async Task<long> KpiTemplateAsync(AccessCase x)
    {
        var hr = await x.App.HumanResourcesAsync();
        var made = await hr.DoAsync(AccessCase.Post(
            "/kpi-templates", await x.App.TemplateAsync($"AL{x.Number}", await hr.NewPositionAsync($"AL{x.Number}"))));
        return x.Standing == Standing.Any ? made.Id() : (await hr.PublishAsync(made)).Id();
    }
}
