using System.Net;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Documents;

public sealed class DocumentTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const HttpStatusCode Conflict = HttpStatusCode.Conflict;

    [Fact]
    public async Task A_version_is_drafted_published_read_by_its_audience_and_acknowledged_once()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var staff = await app.AsAsync(Role.Staff);
        var draft = await hr.DoAsync(Post("/documents", await BodyAsync("培训制度", "HQ")));
        Assert.Equal(("draft", 1), (draft.Text("state"), draft.Number("number")));
        Assert.Equal(["edit", "publish", "delete"], Actions(draft));
        await staff.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/documents/{draft.Id()}"));
        await hr.RefusedAsync(Conflict, "document.notInThisState", Post($"/documents/{draft.Id()}/acknowledge"));

        await hr.DoAsync(Post($"/documents/{draft.Id()}/publish", ifMatch: 1));
        await hr.RefusedAsync(Conflict, "document.notInThisState", Post($"/documents/{draft.Id()}/publish"));
        var told = await app.ReadAsync(db => db.Notices.Where(x => x.Kind == "document.published" && x.SubjectId == draft.Id()).ToListAsync());
        Assert.Equal(Enum.GetValues<Role>().Length, told.Count);
        Assert.All(told, x => Assert.Contains("培训制度", x.Values));
        var read = await staff.DoAsync(Get($"/documents/{draft.Id()}"));
        Assert.Equal(["acknowledge"], Actions(read));
        var kind = read.GetProperty("kindId").GetInt64();
        Assert.Equal([draft.Id()], (await staff.DoAsync(Get($"/documents?acknowledged=false&state=published&kindId={kind}"))).Items().Select(x => x.Id()));

        var acknowledged = await staff.DoAsync(Post($"/documents/{draft.Id()}/acknowledge"));
        Assert.Equal("2026-03-02T01:00:00.000Z", acknowledged.Text("acknowledgedAt"));
        Assert.Empty(Actions(acknowledged));
        await staff.RefusedAsync(Conflict, "document.alreadyAcknowledged", Post($"/documents/{draft.Id()}/acknowledge"));
        Assert.Empty((await staff.DoAsync(Get($"/documents?acknowledged=false&kindId={kind}"))).Items());
        Assert.Equal([draft.Id()], (await staff.DoAsync(Get($"/documents?acknowledged=true&kindId={kind}"))).Items().Select(x => x.Id()));

        var self = await app.PersonAsync(Role.Staff, Standing.Own);
        var done = (await hr.DoAsync(Get($"/documents/{draft.Id()}/acknowledgements?acknowledged=true"))).Items();
        Assert.Equal([self], done.Select(x => x.Id()));
        Assert.Equal("CS", done[0].Text("departmentCode"));
        var people = await app.ReadAsync(db => db.Employees.CountAsync());
        Assert.Equal(people - 1, (await hr.DoAsync(Get($"/documents/{draft.Id()}/acknowledgements?acknowledged=false"))).Number("total"));
    }

    [Fact]
    public async Task A_version_for_another_department_is_unknown_to_staff_and_not_HRs_to_acknowledge()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/documents", await BodyAsync("财务制度", "FIN")));
        await hr.DoAsync(Post($"/documents/{made.Id()}/publish"));

        await hr.RefusedAsync(HttpStatusCode.Forbidden, "document.notOfAudience", Post($"/documents/{made.Id()}/acknowledge"));
        await (await app.AsAsync(Role.Staff)).RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Post($"/documents/{made.Id()}/acknowledge"));
        var other = await app.PersonAsync(Role.Staff, Standing.Other);
        Assert.Equal([other], (await hr.DoAsync(Get($"/documents/{made.Id()}/acknowledgements"))).Items().Select(x => x.Id()));
    }

    [Fact]
    public async Task What_is_published_stands()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var body = await BodyAsync("制度", "HQ");
        var made = await hr.DoAsync(Post("/documents", body));
        var published = await hr.DoAsync(Post($"/documents/{made.Id()}/publish"));
        var version = published.Version();

        await hr.RefusedAsync(Conflict, "document.notInThisState", Post($"/documents/{made.Id()}/publish"));
        await hr.RefusedAsync(Conflict, "document.notInThisState", Put($"/documents/{made.Id()}", Edited("改"), version));
        await hr.RefusedAsync(Conflict, "document.notInThisState", Delete($"/documents/{made.Id()}", version));
        await hr.RefusedAsync(Conflict, "document.notInThisState", FileTo(made.Id(), version, "第一条"u8.ToArray()));
        await hr.RefusedAsync(Conflict, "document.noFile", Get($"/documents/{made.Id()}/file"));
        Assert.Equal(version, (await hr.DoAsync(Get($"/documents/{made.Id()}"))).Version());
    }

    [Fact]
    public async Task A_draft_is_edited_and_thrown_away_and_refers_only_to_what_exists()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kind = await KindAsync();
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "document.kindUnknown", "kindId",
            Post("/documents", new { kindId = 999_999, titleZh = "甲", effectiveOn = "2026-04-01", audienceDepartmentIds = Array.Empty<long>() }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "document.audienceUnknown", "audienceDepartmentIds[0]",
            Post("/documents", new { kindId = kind, titleZh = "甲", effectiveOn = "2026-04-01", audienceDepartmentIds = new[] { 999_999 } }));
        var made = await hr.DoAsync(Post("/documents", new { kindId = kind, titleZh = "甲", effectiveOn = "2026-04-01", audienceDepartmentIds = Array.Empty<long>() }));

        await hr.RefusedAsync(Conflict, "document.empty", Post($"/documents/{made.Id()}/publish"));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "document.audienceUnknown", "audienceDepartmentIds[0]",
            Put($"/documents/{made.Id()}", Edited("乙", 999_999), 1));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Put($"/documents/{made.Id()}", Edited("乙"), 3));
        var edited = await hr.DoAsync(Put($"/documents/{made.Id()}", Edited("乙"), 1));
        Assert.Equal(("乙", "第一条", 2), (edited.Text("titleZh"), edited.Text("text"), edited.Version()));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale", Delete($"/documents/{made.Id()}", 1));
        await hr.DoAsync(Delete($"/documents/{made.Id()}", 2));
        await hr.RefusedAsync(HttpStatusCode.NotFound, "record.unknown", Get($"/documents/{made.Id()}"));
    }

    [Fact]
    public async Task A_file_is_attached_replaced_and_comes_back_as_an_attachment()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var kind = await KindAsync();
        var made = await hr.DoAsync(Post("/documents", new { kindId = kind, titleZh = "附件", effectiveOn = "2026-04-01", audienceDepartmentIds = Array.Empty<long>() }));
        await hr.RefusedAsync(HttpStatusCode.PreconditionRequired, "version.missing", FileTo(made.Id(), null, "第一条"u8.ToArray()));
        await hr.RefusedAsync(HttpStatusCode.UnsupportedMediaType, "file.kind", FileTo(made.Id(), 1, [0, 1, 2, 3]));
        await hr.DoAsync(FileTo(made.Id(), 1, "旧文"u8.ToArray()));
        var attached = await hr.DoAsync(FileTo(made.Id(), 2, "第一条"u8.ToArray()));
        Assert.Equal(("text/plain", 9), (attached.GetProperty("file").Text("mediaType"), attached.GetProperty("file").Number("length")));
        Assert.Equal(1, await app.ReadAsync(db => db.StoredFiles.CountAsync(x => x.Name == "制度.txt")));

        await hr.DoAsync(Post($"/documents/{made.Id()}/publish"));
        var staff = await app.AsAsync(Role.Staff);
        using var answer = await staff.SendAsync(Get($"/documents/{made.Id()}/file"), TestContext.Current.CancellationToken);
        Assert.Equal("第一条", Encoding.UTF8.GetString(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken)));
        Assert.Equal(("attachment", "制度.txt"), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentDisposition.FileNameStar));
        Assert.Equal(["nosniff"], answer.Headers.GetValues("X-Content-Type-Options"));
    }

    private static IEnumerable<string?> Actions(JsonElement document) => document.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString());

    private static object Edited(string title, params long[] audience) =>
        new { titleZh = title, effectiveOn = "2026-05-01", audienceDepartmentIds = audience, text = "第一条" };

    private static HttpRequestMessage FileTo(long id, int? version, byte[] bytes)
    {
        var message = Post($"/documents/{id}/file", ifMatch: version);
        message.Content = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "制度.txt" } };
        return message;
    }

    private Task<long> KindAsync() => app.ReadAsync(db => db.DocumentKinds.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync());

    /// <summary>Each version is of a kind of its own, so that numbers do not depend on the other tests.</summary>
    private async Task<object> BodyAsync(string title, string department)
    {
        var kind = await app.WriteAsync(async db =>
        {
            var made = Training.Domain.People.DocumentKind.Create($"kind-{Guid.NewGuid():N}", new("种类", null));
            db.DocumentKinds.Add(made);
            await db.FlushAsync(CancellationToken.None);
            return made.Id;
        });
        var audience = await app.ReadAsync(db => db.Departments.Where(x => x.Code == department).Select(x => x.Id).SingleAsync());
        return new { kindId = kind, titleZh = title, effectiveOn = "2026-04-01", audienceDepartmentIds = new[] { audience }, text = "第一条" };
    }
}
