using System.Net;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Notices;

public sealed class InboxTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_person_reads_what_they_were_told_and_marks_it()
    {
        var client = await app.AsAsync(Role.Staff);
        var person = await app.PersonAsync(Role.Staff, Standing.Own);
        await TellAsync("first", person);
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await TellAsync("second", person);

        var all = await ListAsync(client, "");
        Assert.Equal(["second", "first"], all.Select(x => x.Kind));
        Assert.Equal(["first"], (await ListAsync(client, "?kind=first")).Select(x => x.Kind));

        var read = await client.PostAsync($"/api/v1/notices/{all[0].Id}/read", null, Cancellation);
        Assert.Equal(HttpStatusCode.NoContent, read.StatusCode);
        Assert.Equal(["first"], (await ListAsync(client, "?unread=true")).Select(x => x.Kind));
        Assert.Equal(["second"], (await ListAsync(client, "?unread=false")).Select(x => x.Kind));

        await client.PostAsync("/api/v1/notices/read-all", null, Cancellation);
        Assert.Empty(await ListAsync(client, "?unread=true"));
    }

    [Fact]
    public async Task Somebody_elses_notice_is_not_there()
    {
        await TellAsync("theirs", await app.PersonAsync(Role.Supervisor, Standing.Own));
        var theirs = (await ListAsync(await app.AsAsync(Role.Supervisor), "?kind=theirs"))[0].Id;
        var client = await app.AsAsync(Role.HumanResources);

        var answer = await client.PostAsync($"/api/v1/notices/{theirs}/read", null, Cancellation);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(await ListAsync(client, "?kind=theirs"));
    }

    [Fact]
    public async Task What_somebody_typed_is_never_taken_for_a_text_of_the_program()
    {
        await TellAsync("plan.approved", await app.PersonAsync(Role.Payroll, Standing.Own), ("title", "@enum.role.payroll"), ("code", "P-1"));

        var told = await (await app.AsAsync(Role.Payroll)).GetStringAsync("/api/v1/notices?kind=plan.approved", Cancellation);

        Assert.Contains("@enum.role.payroll", told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_is_named_by_a_number()
    {
        var answer = await (await app.AsAsync(Role.Staff)).PostAsync("/api/v1/notices/abc/read", null, Cancellation);

        await answer.ShouldBeRefusedAsync(HttpStatusCode.BadRequest, "request.parameter");
    }

    private async Task TellAsync(string kind, long employeeId, params (string, object?)[] values)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<TrainingDb>().WriteAsync(
            () => scope.ServiceProvider.GetRequiredService<NoticeBox>().TellAsync(kind, employeeId, new NoticeSubject("plan", 7), Cancellation, values),
            Cancellation);
    }

    private static async Task<List<(long Id, string Kind)>> ListAsync(HttpClient client, string query)
    {
        using var answer = JsonDocument.Parse(await client.GetStringAsync($"/api/v1/notices{query}", Cancellation));
        return [.. answer.RootElement.GetProperty("items").EnumerateArray().Select(x => (x.GetProperty("id").GetInt64(), x.GetProperty("kind").GetString()!))];
    }
}
