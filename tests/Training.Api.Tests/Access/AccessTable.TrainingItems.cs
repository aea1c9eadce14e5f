using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> TrainingItems() =>
    [
        Route("GetTrainingItem").Sends(async x => AccessCase.Get($"/training-items/{await ItemAsync(x)}"))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AAAAAA").Row(Standing.Below, "AAAAAA")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, "AAAAAA"),

        // Each later than the one before.
        Route("ExtendTrainingItem").Sends(async x => AccessCase.Post(
                $"/training-items/{await ItemAsync(x)}/extend", new { dueOn = new DateOnly(2026, 6, 1).AddDays(x.Number), reason = "出差" }))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AFFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF"),
        Route("ExemptTrainingItem").Sends(async x => AccessCase.Post($"/training-items/{await OwnItemAsync(x)}/exempt", new { reason = "已有证书" }))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AFFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF"),
    ];

    /// <summary>A training item of the case's person, from a plan of the case's own.</summary>
    private static async Task<long> OwnItemAsync(AccessCase x)
    {
        var hr = await HrAsync(x);
        var plan = (await x.App.StartedAsync(hr, "CRS040", "HQ")).Id();
        return (await hr.ReadAsync($"/plans/{plan}/items?employeeId={x.Subject}")).Items()[0].Id();
    }
}
