using System.Net;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;
using Hired = Training.Api.Tests.Employees.Hired;

namespace Training.Api.Tests.PerformanceEvents;

public sealed class EventKinds(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_nine_kinds_of_the_incentive_rules_are_there()
    {
        var kinds = (await (await app.AsAsync(Role.Staff)).DoAsync(Get("/performance-event-kinds"))).Items();

        Assert.Equal(
            ["ARTICLE-PUBLISHED", "COMMENDATION", "COMPLAINT", "CONFIDENTIALITY-BREACH", "CUSTOMER-VALUE-ADDED", "LATENESS", "SAVING-MADE",
                "SUGGESTION-ACCEPTED", "VIOLATION"],
            kinds.Select(x => x.Text("code")).Where(x => !x!.StartsWith("T-", StringComparison.Ordinal)));
        Assert.Equal("required", kinds.Single(x => x.Text("code") == "VIOLATION").Text("article"));
        Assert.Equal("required", kinds.Single(x => x.Text("code") == "LATENESS").Text("minutes"));
    }

    [Fact]
    public async Task HR_adds_a_kind_edits_what_its_events_say_and_retires_it()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var person = await Hired.HireAsync(app, "PK-1");
        var made = await hr.DoAsync(Post("/performance-event-kinds", Kind("t-quarrel", article: "notTaken")));
        Assert.Equal("T-QUARREL", made.Text("code"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEventKind.codeTaken", "code", Post("/performance-event-kinds", Kind(" T-Quarrel ")));
        object Quarrel(string? article) => new { employeeId = person, kindId = made.Id(), occurredOn = "2026-02-27", article };
        var before = await hr.DoAsync(Post("/performance-events", Quarrel(null)));

        await hr.DoAsync(Put($"/performance-event-kinds/{made.Id()}", Content(article: "required"), 1));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "performanceEvent.detailMissing", "article", Post("/performance-events", Quarrel(" ")));
        await hr.DoAsync(Post("/performance-events", Quarrel("第三条")));
        await hr.DoAsync(Post($"/performance-event-kinds/{made.Id()}/retire"));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEventKind.retired", Post($"/performance-event-kinds/{made.Id()}/retire"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "performanceEventKind.retired", Put($"/performance-event-kinds/{made.Id()}", Content("notTaken"), 3));
        Assert.Contains(made.Id(), (await hr.DoAsync(Get("/performance-event-kinds?isRetired=true&q=t-quarrel"))).Items().Select(x => x.Id()));
        Assert.Equal("T-QUARREL", (await hr.DoAsync(Get($"/performance-events/{before.Id()}"))).GetProperty("kind").Text("code"));
    }

    [Fact]
    public async Task Lateness_stays_what_the_attendance_machine_can_say()
    {
        var (hr, id) = (await app.AsAsync(Role.HumanResources), await app.EventKindAsync("LATENESS"));

        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "performanceEventKind.neededByMachine", Post($"/performance-event-kinds/{id}/retire"));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "performanceEventKind.neededByMachine", "minutes",
            Put($"/performance-event-kinds/{id}", Content("notTaken"), 1));
    }

    private static object Kind(string code, string article = "notTaken") => new
    {
        code, nameZh = "争吵", severity = "optional", isUpheld = "notTaken", minutes = "notTaken", article, amount = "notTaken",
    };

    private static object Content(string article) => new
    {
        nameZh = "争吵", severity = "optional", isUpheld = "notTaken", minutes = "notTaken", article, amount = "notTaken",
    };
}
