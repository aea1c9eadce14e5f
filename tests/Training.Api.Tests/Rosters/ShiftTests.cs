using System.Net;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Rosters;

public sealed class ShiftTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task HR_keeps_the_shifts_and_everybody_finds_them()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));

        var made = await hr.DoAsync(Post("/shifts", new { code = "night", nameZh = "夜班", nameEn = "Night shift", startsAt = "22:00", endsAt = "06:30" }));
        Assert.Equal(("NIGHT", "22:00", "06:30"), (made.Text("code"), made.Text("startsAt"), made.Text("endsAt")));
        Assert.True(made.GetProperty("endsNextDay").GetBoolean());

        var edited = await hr.DoAsync(Put($"/shifts/{made.Id()}", new { nameZh = "小夜班", startsAt = "14:00", endsAt = "22:00" }, 1));
        Assert.Equal(("小夜班", "14:00", 2), (edited.Text("nameZh"), edited.Text("startsAt"), edited.Version()));
        Assert.False(edited.GetProperty("endsNextDay").GetBoolean());

        Assert.Equal(made.Id(), Assert.Single((await staff.DoAsync(Get("/shifts?q=小夜&sort=name"))).Items()).Id());
        Assert.Equal(made.Id(), Assert.Single((await staff.DoAsync(Get("/shifts?q=NIGH&sort=-code"))).Items()).Id());
        Assert.Equal("22:00", (await staff.DoAsync(Get($"/shifts/{made.Id()}"))).Text("endsAt"));
    }

    [Fact]
    public async Task What_no_shift_can_be_is_refused()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/shifts", Shift("early")));

        await hr.RefusedAsync(HttpStatusCode.Conflict, "shift.codeTaken", "code", Post("/shifts", Shift("EARLY")));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "shift.endsAsItStarts", "endsAt", Post("/shifts", Shift("none", ends: "06:00")));
        await hr.RefusedAsync(HttpStatusCode.UnprocessableEntity, "shift.endsAsItStarts", "endsAt",
            Put($"/shifts/{made.Id()}", new { nameZh = "早班", startsAt = "06:00", endsAt = "06:00" }, 1));
        await hr.RefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale",
            Put($"/shifts/{made.Id()}", new { nameZh = "早班", startsAt = "06:00", endsAt = "14:00" }, 2));
    }

    [Theory]
    [InlineData("24:00")]
    [InlineData("6:00")]
    [InlineData("06:00:00")]
    [InlineData("06:60")]
    [InlineData(" 06:00")]
    [InlineData("")]
    public async Task A_time_of_day_is_given_in_whole_minutes(string time)
    {
        var hr = await app.AsAsync(Role.HumanResources);

        await hr.RefusedAsync(HttpStatusCode.BadRequest, "request.unreadable", "endsAt", Post("/shifts", Shift("late", ends: time)));
    }

    [Fact]
    public async Task A_retired_shift_stays_for_the_past_and_is_not_edited()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var made = await hr.DoAsync(Post("/shifts", Shift("old")));

        var retired = await hr.DoAsync(Post($"/shifts/{made.Id()}/retire"));

        Assert.NotNull(retired.Text("retiredAt"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "shift.retired", Post($"/shifts/{made.Id()}/retire"));
        await hr.RefusedAsync(HttpStatusCode.Conflict, "shift.retired",
            Put($"/shifts/{made.Id()}", new { nameZh = "新", startsAt = "06:00", endsAt = "14:00" }, retired.Version()));
        Assert.Equal(["OLD"], (await hr.DoAsync(Get("/shifts?isRetired=true"))).Items().Select(x => x.Text("code")));
        Assert.DoesNotContain((await hr.DoAsync(Get("/shifts?isRetired=false"))).Items(), x => x.Id() == made.Id());
    }

    private static object Shift(string code, string ends = "14:00") => new { code, nameZh = "早班", startsAt = "06:00", endsAt = ends };
}
