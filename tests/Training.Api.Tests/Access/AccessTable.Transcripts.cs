using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Api.Tests.Sessions;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Transcripts() =>
    [
        OfPerson(Route("ListTranscript").Lists(x => $"/employees/{x.Subject}/transcript?pageSize=200", CompletionAsync)),
        OfPerson(Route("ListTranscriptHours").Sends(x => AccessCase.Get($"/employees/{x.Subject}/transcript/hours"))),
        OfPerson(Route("GetTranscriptPage").Sends(x => AccessCase.Get($"/employees/{x.Subject}/transcript/page"))),
        Route("ListMyTranscript").Lists("/my/transcript?pageSize=200", CompletionAsync)
            .Row(Standing.Own, Everybody).Row(Standing.Direct, "HHHHHH").Row(Standing.Above, "HHHHHH").Row(Standing.Other, "HHHHHH"),
        Route("ListMyTranscriptHours").Sends(_ => AccessCase.Get("/my/transcript/hours")).Row(Standing.Any, Everybody),
        Route("GetMyTranscriptPage").Sends(_ => AccessCase.Get("/my/transcript/page")).Row(Standing.Any, Everybody),

        // The person of the case is the trainer.
        Route("GetSessionSheet").Sends(async x => AccessCase.Get($"/sessions/{await SheetSessionAsync(x)}/sheet"))
            .Row(Standing.Own, Everybody).Row(Standing.Direct, "AFFFFF").Row(Standing.Other, "AFFFFF"),
    ];

    private static RouteAccess OfPerson(RouteAccess route) => route
        .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, Everybody).Row(Standing.Deputised, Everybody)
        .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH");

    private static async Task<long> SheetSessionAsync(AccessCase x) =>
        (await (await HrAsync(x)).SheetSessionAsync(await x.App.CourseAsync("CRS040"), x.Subject)).Id();
}
