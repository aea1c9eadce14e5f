using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Domain.Calendars;
using Training.Domain.Plans;
using Microsoft.EntityFrameworkCore;

namespace Training.Api.Tests.Reports;

public sealed class OverdueTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public async Task The_report_counts_who_is_late_by_department_position_plan_and_course_and_names_them()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var (own, direct, other) = (await app.PersonAsync(Role.Supervisor, Standing.Own), await app.PersonAsync(Role.Supervisor, Standing.Direct), await app.PersonAsync(Role.Supervisor, Standing.Other));
        var plan = await LateAsync(own, direct, other);
        await hr.DoAsync("/completions", new { employeeId = own, courseId = await app.CourseAsync("CRS040"), completedOn = "2026-03-02", result = "passed" });

        var rows = (await hr.ReadAsync($"/reports/overdue?planId={plan}")).Items();
        Assert.Equal([("CS", 1), ("FIN", 1)], rows.Select(x => (x.Text("departmentCode"), x.Number("overdue"))));
        Assert.Equal("2025-02-10", rows[0].Text("earliestDueOn"));

        var row = rows[0];
        var named = Assert.Single((await hr.ReadAsync(
            $"/reports/overdue/people?planId={plan}&departmentId={row.Number("departmentId")}&positionId={row.Number("positionId")}&courseId={row.Number("courseId")}")).Items());
        Assert.Equal((direct, 385), (named.GetProperty("employeeId").GetInt64(), named.Number("daysOverdue")));

        // A supervisor sees their own line alone.
        Assert.Equal(["CS"], (await (await app.AsAsync(Role.Supervisor)).ReadAsync($"/reports/overdue?planId={plan}")).Items().Select(x => x.Text("departmentCode")));
        Assert.Equal(2, (await hr.ReadAsync($"/reports/overdue?planId={plan}&departmentId={await app.DepartmentAsync("HQ")}")).Items().Count);
        Assert.Empty((await hr.ReadAsync($"/reports/overdue?planId={plan}&courseId={await app.CourseAsync("CRS001")}")).Items());
    }

    private async Task<long> LateAsync(params long[] people)
    {
        var (course, service) = (await app.CourseAsync("CRS040"), await app.DepartmentAsync("CS"));
        return await app.WriteAsync(async db =>
        {
            var began = new DateOnly(2025, 1, 13);
            var account = await db.Users.Select(x => x.Id).FirstAsync();
            var plan = Plan.Draft("LATE", new PlanContent(
                new("迟", null), null, service, began, null, null, [], [], [new PlanItemContent(course, null, true, 20, null)]), new PlanActor(account, null));
            db.Plans.Add(plan);
            await db.FlushAsync(CancellationToken.None);
            db.TrainingItems.AddRange(people.Select(x => TrainingItem.Assign(plan, plan.Items.Single(), new(x, began, Absence.None), began, WorkingCalendar.Of([], []), 1)));
            return plan.Id;
        });
    }
}
