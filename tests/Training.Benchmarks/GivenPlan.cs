using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace Training.Benchmarks;

/// <summary>A plan of ten courses for a whole generated company.</summary>
internal static class GivenPlan
{
    public const int Courses = 10;

    /// <summary>Draws the plan up as HR, hands it in and has it approved; its id.</summary>
    public static async Task<long> ApprovedAsync(MeasuredApp app)
    {
        await app.AddAccountAsync("hr", null, Role.HumanResources);
        await app.AddAccountAsync("approver", null, Role.Approver);
        using var hr = await app.SignInAsync("hr");
        using var approver = await app.SignInAsync("approver");
        var department = await app.WithDatabaseAsync(db => db.Departments.Where(x => x.ParentId == null).Select(x => x.Id).SingleAsync());
        var courses = await app.WithDatabaseAsync(db => db.Courses.OrderBy(x => x.Code).Select(x => x.Id).Take(Courses).ToListAsync());
        var today = DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var plan = await MeasuredApp.PostAsync(hr, "/plans", new
        {
            departmentId = department,
            startsOn = today,
            titleZh = "全员培训",
            items = courses.Select((x, i) => new { courseId = x, isMandatory = true, dueWorkingDays = 20 + i }),
        });
        var id = plan.GetProperty("id").GetInt64();
        await MeasuredApp.PostAsync(hr, Text($"/plans/{id}/submit"));
        await MeasuredApp.PostAsync(approver, Text($"/plans/{id}/approve"));
        return id;
    }

    public static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
