using System.Net;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Employees;

public sealed class Hiring_and_editing(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_hired_person_can_be_read_with_todays_department_and_supervisor()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var head = await app.PersonAsync(Role.Staff, Standing.Above);
        var request = await app.HireRequestAsync(" ｈ-01 ", head);
        request["workEmail"] = "Qiu@Example.com";

        using var answer = await hr.SendAsync(Post("/employees", request), Stop);
        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var found = await hr.DoAsync(new HttpRequestMessage(HttpMethod.Get, answer.Headers.Location));

        Assert.Equal("H-01", found.Text("employeeNumber"));
        Assert.Equal("current", found.Text("state"));
        Assert.Equal("HQ", found.GetProperty("department").Text("code"));
        Assert.Equal("W000", found.GetProperty("supervisor").Text("employeeNumber"));
        Assert.Contains("endEmployment", found.GetProperty("allowedActions").EnumerateArray().Select(x => x.GetString()));
        Assert.Equal("\"1\"", answer.Headers.ETag!.Tag);
        Assert.Empty(await app.VerifyLinesAsync());
    }

    [Fact]
    public async Task A_number_is_given_once_whatever_its_case_and_width()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        await hr.DoAsync(Post("/employees", await app.HireRequestAsync("H-02")));

        await hr.RefusedAsync(Post("/employees", await app.HireRequestAsync("Ｈ-02")), HttpStatusCode.Conflict, "employee.numberTaken");
        await hr.RefusedAsync(Post("/employees", await app.HireRequestAsync("h-02 ")), HttpStatusCode.Conflict, "employee.numberTaken");
    }

    [Fact]
    public async Task Of_two_hires_with_one_number_at_once_one_wins()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var request = await app.HireRequestAsync("H-03");

        var answers = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => hr.SendAsync(Post("/employees", request), Stop)));

        Assert.Equal([HttpStatusCode.Created, HttpStatusCode.Conflict], answers.Select(x => x.StatusCode).Order());
        var lost = await answers.Single(x => x.StatusCode == HttpStatusCode.Conflict).Content.ReadAsStringAsync(Stop);
        Assert.Contains("employee.numberTaken", lost, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("departmentId", 999_999, "assignment.departmentUnknown")]
    [InlineData("positionId", 999_999, "assignment.positionUnknown")]
    [InlineData("supervisorId", 999_999, "assignment.supervisorUnknown")]
    [InlineData("workPlaceId", 999_999, "employee.workPlaceUnknown")]
    [InlineData("workEmail", "qiu@example", "employee.emailMalformed")]
    [InlineData("mobile", "12a", "employee.mobileMalformed")]
    [InlineData("workShare", 1.01, "employee.workShareOutOfRange")]
    [InlineData("probationEndsOn", "2025-01-05", "probation.endsBeforeHired")]
    public async Task Nobody_is_hired_on_terms_that_cannot_be(string member, object value, string code)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var request = await app.HireRequestAsync("H-04");
        request[member] = value;

        await hr.RefusedAsync(Post("/employees", request), HttpStatusCode.UnprocessableEntity, code);

        Assert.Equal(0, (await hr.ReadAsync("/employees?q=H-04")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task A_profile_is_edited_as_a_whole_by_the_version_that_was_read()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("H-05");
        var profile = new { nameZh = "单田芳", nameLatin = "Shan Tianfang", nameReading = "善田芳", workEmail = (string?)null, mobile = "+86 138-0000-0000", workPlaceId = (long?)null, language = "en" };

        await hr.RefusedAsync(Send(HttpMethod.Put, $"/employees/{id}", profile), HttpStatusCode.PreconditionRequired, "version.missing");
        var edited = await hr.DoAsync(Put($"/employees/{id}", profile, 1));
        await hr.RefusedAsync(Put($"/employees/{id}", profile, 1), HttpStatusCode.PreconditionFailed, "version.stale");

        Assert.Equal((2, "+8613800000000", "en"), (edited.Version(), edited.Text("mobile"), edited.Text("language")));
        Assert.Equal(1, (await hr.ReadAsync("/employees?q=shantianfang")).GetProperty("total").GetInt32());
    }

    [Fact]
    public async Task Education_titles_and_certificates_are_replaced_at_once()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var id = await app.HireAsync("H-06");
        var records = new
        {
            educations = new[] { new { school = "同济大学", degree = "学士" } },
            titles = new[] { new { name = "助理工程师" } },
            earlierCertificates = new[] { new { name = "客户服务管理师", issuedOn = "2024-02-29", expiresOn = "2024-02-29" } },
        };
        var wrong = records with { earlierCertificates = [new { name = "客户服务管理师", issuedOn = "2024-02-29", expiresOn = "2024-02-28" }] };

        var edited = await hr.DoAsync(Put($"/employees/{id}/records", records, 1));
        await hr.RefusedAsync(
            Put($"/employees/{id}/records", wrong, 2), HttpStatusCode.UnprocessableEntity, "employee.certificateExpiresBeforeIssue");
        var again = await hr.DoAsync(Put($"/employees/{id}/records", records, 2));

        Assert.Equal("同济大学", edited.GetProperty("educations")[0].Text("school"));
        Assert.Equal(1, again.GetProperty("earlierCertificates").GetArrayLength());
    }

    [Fact]
    public async Task People_are_found_by_initials_department_supervisor_and_days_and_sorted()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var supervisor = await app.HireAsync("H-07");
        await app.HireAsync("H-08", supervisor);
        await app.HireAsync("H-09", supervisor, leftOn: new DateOnly(2025, 6, 30));

        async Task<string[]> Numbers(string query) =>
            [.. (await hr.ReadAsync("/employees?" + query)).GetProperty("items").EnumerateArray().Select(x => x.Text("employeeNumber")!)];

        Assert.Equal(["H-08"], await Numbers($"supervisorId={supervisor}"));
        Assert.Equal(
            ["H-09", "H-08", "H-07"],
            (await Numbers("q=oc&sort=-employeeNumber&hiredFrom=2025-01-06&hiredTo=2025-01-06&probation=running"))
                .Where(x => x is "H-07" or "H-08" or "H-09"));
        Assert.Equal(["H-09"], (await Numbers("employed=left&sort=hiredOn,name")).Where(x => x is "H-07" or "H-08" or "H-09"));
        Assert.DoesNotContain(await Numbers("probation=none&employed=current&pageSize=200"), x => x is "H-07" or "H-08" or "H-09");
        foreach (var probation in new[] { "extended", "passed", "ended" })
        {
            Assert.Empty(await Numbers($"probation={probation}&employed=coming"));
        }

        var head = (await hr.ReadAsync("/employees?q=W000")).GetProperty("items")[0].GetProperty("department").Id();
        Assert.Contains("H-08", await Numbers($"departmentId={head}&pageSize=200"));
        await hr.RefusedAsync(Get("/employees?employed=gone"), HttpStatusCode.BadRequest, "request.parameter");
    }
}
