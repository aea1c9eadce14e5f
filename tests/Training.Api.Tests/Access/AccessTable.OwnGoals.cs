using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> OwnGoals() =>
    [
        SeenAppraisal(Route("ListOwnGoals").Sends(async x => AccessCase.Get($"/appraisals/{await ReviewedAsync(x, "2024Q3")}/own-goals"))),
        SeenAppraisal(Route("GetOwnGoal").Sends(async x => AccessCase.Get(await OwnGoalAsync(x)))),
        OwnReview(Route("SetOwnGoal").Sends(async x => AccessCase.Post(
            $"/appraisals/{await GoalsOfAsync(x)}/own-goals", new { title = "认证", milestones = new[] { new { text = "报名" } } }))),
        OwnReview(Route("EditOwnGoal").Sends(async x => AccessCase.Put(
            await OwnGoalAsync(x), new { title = "认证", milestones = new[] { new { number = 1, text = "报名" } } }, 1))),
        OwnReview(Route("DeleteOwnGoal").Sends(async x => AccessCase.Delete(await OwnGoalAsync(x), 1))),
        OwnReview(Route("CompleteMilestone").Sends(async x => AccessCase.Post($"{await OwnGoalAsync(x)}/milestones/1/complete", null, 1))),
        Route("NoteProgress").Sends(async x => AccessCase.Post($"{await OwnGoalAsync(x)}/progress-notes", new { text = "顺利" }, 1))
            .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, "FFFFFF").Row(Standing.Former, "FHHHFH")
            .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "FHHHFH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "FHHHFH"),
    ];

    /// <summary>An appraisal with few goals, however often it is asked for.</summary>
    private static async Task<long> GoalsOfAsync(AccessCase x)
    {
        var id = await ReviewedAsync(x, "2024Q3");
        return await KeptAsync(x, db =>
        {
            db.OwnGoals.RemoveRange(db.OwnGoals.Where(y => y.AppraisalId == id));
            return Task.FromResult(() => id);
        });
    }

    private static async Task<string> OwnGoalAsync(AccessCase x)
    {
        var id = await ReviewedAsync(x, "2024Q3");
        var goal = await KeptAsync(x, db =>
        {
            var set = OwnGoal.Set(id, new("认证", null, [new(null, "报名", null)]), Quarter.Parse("2024Q3")!.Value, x.App.Clock.GetUtcNow());
            db.OwnGoals.Add(set);
            return Task.FromResult(() => set.Id);
        });
        return $"/appraisals/{id}/own-goals/{goal}";
    }
}
