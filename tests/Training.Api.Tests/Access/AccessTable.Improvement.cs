using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static readonly DateOnly Improving = new(2026, 4, 30);

    private static IEnumerable<RouteAccess> Improvement() =>
    [
        SeenAppraisal(Route("GetImprovementProposal").Sends(async x => AccessCase.Get($"/appraisals/{await ResultAsync(x, "2022Q3")}/improvement-proposal"))),
        AfterResult(Route("EnrolProposed").Sends(async x => AccessCase.Post($"/appraisals/{await ResultAsync(x, "2022Q3")}/enrol-proposed", new { }))),
        AfterResult(Route("MakeImprovementPlan").Sends(async x => AccessCase.Post(
            $"/appraisals/{await ImprovementAsync(x, hasPlan: false)}/improvement-plan", await PlanBodyAsync(x)))),
        Route("GetImprovementPlan").Sends(async x => AccessCase.Get($"/appraisals/{await ImprovementAsync(x, hasPlan: true)}/improvement-plan"))
            .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, Everybody).Row(Standing.Former, "AHHHHH")
            .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "AHHHHH"),
        WithPlan(Route("EditImprovementPlan").Sends(async x => AccessCase.Put(
            $"/appraisals/{await ImprovementAsync(x, hasPlan: true)}/improvement-plan", await PlanBodyAsync(x), 1))),
        WithPlan(Route("CheckImprovementPlan").Sends(async x => AccessCase.Post(
            $"/appraisals/{await ImprovementAsync(x, hasPlan: true)}/improvement-plan/checks", new { on = "2026-03-02", standing = "onTrack" }, 1))),
        Route("GetDevelopment").Sends(async x =>
        {
            await ResultAsync(x, "2022Q3");
            return AccessCase.Get($"/employees/{x.Subject}/development");
        })
        .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, Everybody).Row(Standing.Former, "AHHHAH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHAH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "AHHHAH"),
        Route("GetMyDevelopment").Sends(_ => AccessCase.Get("/my/development")).Row(Standing.Any, Everybody),
    ];

    /// <summary>By HR and the direct supervisor of today.</summary>
    private static RouteAccess AfterResult(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, Everybody).Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AHHHFH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHFH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "AHHHFH");

    /// <summary>The same of a plan, which approvers do not see.</summary>
    private static RouteAccess WithPlan(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, Everybody).Row(Standing.Below, "AFFFFF").Row(Standing.Former, "AHHHHH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "AHHHHH");

    private static async Task<object> PlanBodyAsync(AccessCase x)
    {
        var coach = await CoachAsync(x);
        var number = await x.App.ReadAsync(db => db.Employees.Where(y => y.Id == coach).Select(y => y.EmployeeNumber).SingleAsync());
        return new { coachNumber = number, steps = new[] { new { text = "补课", dueOn = Improving } }, checkDays = Array.Empty<string>() };
    }

    /// <summary>Somebody who neither calls nor is the person.</summary>
    private static async Task<long> CoachAsync(AccessCase x)
    {
        var below = await x.App.PersonAsync(Role.Payroll, Standing.Below);
        return below == x.Subject ? await x.App.PersonAsync(Role.Staff, Standing.Below) : below;
    }

    private static async Task<long> ImprovementAsync(AccessCase x, bool hasPlan)
    {
        var (id, coach) = (await ResultAsync(x, "2022Q3"), await CoachAsync(x));
        return await KeptAsync(x, async db =>
        {
            db.ImprovementPlans.RemoveRange(await db.ImprovementPlans.Where(y => y.AppraisalId == id).ToListAsync());
            await db.FlushAsync(CancellationToken.None);
            if (hasPlan)
            {
                var appraisal = await db.Appraisals.AsNoTracking().SingleAsync(y => y.Id == id);
                db.ImprovementPlans.Add(ImprovementPlan.Make(
                    appraisal, new(coach, [new("补课", Improving)], []), new(2026, 3, 2), new(2026, 3, 2)));
            }

            return () => id;
        });
    }
}
