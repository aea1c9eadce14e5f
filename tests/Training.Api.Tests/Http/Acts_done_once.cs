using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Tests.Hosting;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Tests.Http;

/// <summary>An act of the tests that makes a department, sent with a key as a request would send it.</summary>
public sealed class Acts_done_once(TrainingApp app) : IClassFixture<TrainingApp>
{
    private sealed record NewDepartment(string Code, string Name);

    private sealed record Made(long Id, string Code, int Version) : IVersioned;

    [Fact]
    public async Task The_second_request_with_the_same_key_gets_the_first_answer()
    {
        var first = await SendAsync("seq-1", new("ONCE1", "One"));
        var second = await SendAsync("seq-1", new("ONCE1", "One"));

        Assert.Equal((201, first.Body), (first.Status, second.Body));
        Assert.Equal((false, true), (first.IsReplayed, second.IsReplayed));
        Assert.Equal(first.Location, second.Location);
        Assert.Equal(1, await CountAsync("ONCE1"));
    }

    [Fact]
    public async Task Of_many_requests_at_once_with_one_key_one_is_done()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SendAsync("race-1", new("ONCE2", "Two")))));

        Assert.Single(answers, x => !x.IsReplayed);
        Assert.Single(answers.Select(x => x.Body).Distinct());
        Assert.Equal(1, await CountAsync("ONCE2"));
    }

    [Fact]
    public async Task The_key_of_another_request_is_refused_and_nothing_is_done()
    {
        await SendAsync("other-1", new("ONCE3", "Three"));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => SendAsync("other-1", new("ONCE4", "Four")));

        Assert.Equal(IdempotencyRefusals.OtherRequest, refused.Refusal);
        Assert.Equal(0, await CountAsync("ONCE4"));
    }

    [Fact]
    public async Task A_refused_request_leaves_no_key_and_may_be_sent_again()
    {
        await Assert.ThrowsAsync<RuleViolation>(() => SendAsync("again-1", new("ONCE5", "refuse")));
        Assert.Equal(0, await CountAsync("ONCE5"));

        var answer = await SendAsync("again-1", new("ONCE5", "Five"));

        Assert.False(answer.IsReplayed);
        Assert.Equal(1, await CountAsync("ONCE5"));
    }

    [Fact]
    public async Task The_same_key_of_another_person_is_another_key()
    {
        await SendAsync("mine", new("ONCE6", "Six"));

        var other = await SendAsync("mine", new("ONCE7", "Seven"), account: 999_999);

        Assert.False(other.IsReplayed);
    }

    [Fact]
    public async Task Without_a_key_every_request_is_done()
    {
        await SendAsync(null, new("ONCE8", "Eight"));

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => SendAsync(null, new("ONCE8", "Eight")));

        Assert.Equal("record.duplicate", refused.Refusal.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("with blank")]
    [InlineData("工号")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task A_key_of_another_form_is_refused(string key)
    {
        var refused = await Assert.ThrowsAsync<RequestFault>(() => SendAsync(key, new("ONCE9", "Nine")));

        Assert.Equal(("request.parameter", "Idempotency-Key"), (refused.Refusal.Code, refused.Faults[0].Place));
        Assert.Equal(0, await CountAsync("ONCE9"));
    }

    private async Task<(int Status, string Body, string? Location, bool IsReplayed)> SendAsync(string? key, NewDepartment request, long account = 1)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var cancellation = TestContext.Current.CancellationToken;
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().SignIn(
            account, 1, null, new HashSet<Role>(), scope.ServiceProvider.GetRequiredService<Actor>());
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new EndpointNameMetadata("MakeDepartment")), null));
        using var body = new MemoryStream();
        context.Response.Body = body;
        if (key is not null)
        {
            context.Request.Headers["Idempotency-Key"] = key;
        }

        var once = await IdempotencyKey.BindAsync(context, null!);
        var answer = await once.CreateOnceAsync(db, request, () => MakeAsync(db, request, cancellation), cancellation);
        await answer.ExecuteAsync(context);
        Assert.Equal(1, Assert.IsType<Made>(answer.Value).Version);

        return (
            context.Response.StatusCode,
            System.Text.Encoding.UTF8.GetString(body.ToArray()),
            context.Response.Headers.Location,
            context.Response.Headers["Idempotency-Replayed"] == "true");
    }

    private static async Task<(string Location, Made Value)> MakeAsync(TrainingDb db, NewDepartment request, CancellationToken cancellation)
    {
        var made = Department.Create(request.Code, new Bilingual(request.Name, null));
        db.Departments.Add(made);
        await db.FlushAsync(cancellation);
        return request.Name == "refuse"
            ? throw DepartmentRefusals.CodeTaken.With(("code", request.Code))
            : ($"/api/v1/departments/{made.Id}", new Made(made.Id, made.Code, made.Version));
    }

    private Task<int> CountAsync(string code) =>
        app.ReadAsync(db => db.Departments.CountAsync(x => x.Code == code, TestContext.Current.CancellationToken));
}
