using System.Net;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.WorkPlaces;

public sealed class WorkPlaceTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static readonly object First = new { from = "2025-07-01", monthlyAmount = 2690 };
    private static readonly object Second = new { from = "2026-07-01", monthlyAmount = 2740.5 };

    [Fact]
    public async Task A_work_place_keeps_the_minimum_wage_as_it_changed()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/work-places", new { code = "sh", nameZh = "上海", nameEn = "Shanghai", minimumWages = new[] { Second, First } }));
        Assert.Equal(["2025-07-01", "2026-07-01"], made.GetProperty("minimumWages").EnumerateArray().Select(x => x.Text("from")));
        Assert.Equal("2740.5", made.GetProperty("minimumWages")[1].GetProperty("monthlyAmount").GetRawText());

        var corrected = await hr.DoAsync(Put($"/work-places/{made.Id()}", new
        {
            nameZh = "上海", minimumWages = new[] { First, new { from = "2026-07-01", monthlyAmount = 2750 } },
        }, 1));
        Assert.Equal(2, corrected.Version());
        Assert.Equal("2750", corrected.GetProperty("minimumWages")[1].GetProperty("monthlyAmount").GetRawText());

        var staff = await app.AsAsync(Role.Staff);
        Assert.Equal("2690", Assert.Single((await staff.DoAsync(Get("/work-places?q=上海"))).Items()).GetProperty("minimumWage").GetRawText());
        Assert.Equal(2, (await staff.DoAsync(Get($"/work-places/{made.Id()}"))).GetProperty("minimumWages").GetArrayLength());
    }

    [Fact]
    public async Task A_code_in_use_two_wages_from_one_day_and_a_stale_version_are_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/work-places", new { code = "bj", nameZh = "北京", minimumWages = new[] { First } }));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "workPlace.codeTaken", "code",
            Post("/work-places", new { code = "BJ", nameZh = "北京", minimumWages = new[] { First } }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "workPlace.wageFromTwice", "minimumWages[1].from",
            Post("/work-places", new { code = "tj", nameZh = "天津", minimumWages = new[] { First, First } }));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "workPlace.wageFromTwice", "minimumWages[1].from",
            Put($"/work-places/{made.Id()}", new { nameZh = "北京", minimumWages = new[] { First, First } }, 1));
        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.invalid", "minimumWages[0].monthlyAmount",
            Put($"/work-places/{made.Id()}", new { nameZh = "北京", minimumWages = new[] { new { from = "2025-07-01", monthlyAmount = 1.005 } } }, 1));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale",
            Put($"/work-places/{made.Id()}", new { nameZh = "北京", minimumWages = new[] { First } }, 2));
        Assert.Equal(1, (await hr.DoAsync(Get($"/work-places/{made.Id()}"))).Version());
    }
}
