using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.AppraisalCycles;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    /// <summary>Any: a cycle in preparation. Other: an open one.</summary>
    private static IEnumerable<RouteAccess> AppraisalCycles() =>
    [
        Route("ListAppraisalCycles").Lists("/appraisal-cycles?pageSize=200", CycleAsync).Row(Standing.Any, "AHHHHH").Row(Standing.Other, Everybody),
        Route("GetAppraisalCycle").Sends(async x => AccessCase.Get($"/appraisal-cycles/{await CycleAsync(x)}"))
            .Row(Standing.Any, "AHHHHH").Row(Standing.Other, Everybody),
        Route("CreateAppraisalCycle").Sends(_ => AccessCase.Post("/appraisal-cycles", new { quarter = "2026Q1" })).Row(Standing.Any, "AFFFFF"),
        Route("EditAppraisalCycle").Sends(async x => AccessCase.Put($"/appraisal-cycles/{await CycleAsync(x)}", CycleWorld.Usual(), 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("OpenAppraisalCycle").Sends(async x => AccessCase.Post($"/appraisal-cycles/{await CycleOfQuarterAsync(x)}/open")).Row(Standing.Any, "AFFFFF"),
        Route("AdvanceAppraisalCycle").Sends(async x => AccessCase.Post($"/appraisal-cycles/{await InPhaseAsync(x, AppraisalCyclePhase.Open)}/advance", new { to = "selfReview" }, 2))
            .Row(Standing.Any, "AFFFFF"),
        Route("ListOpenSegments").Sends(async x => AccessCase.Get($"/appraisal-cycles/{await CycleAsync(x)}/open-segments")).Row(Standing.Any, "AFFFFF"),
        Route("ListCalibration").Sends(async x => AccessCase.Get($"/appraisal-cycles/{await OverAsync(x)}/calibration")).Row(Standing.Any, "AFFFAF"),
        Route("CalibrateAppraisals").Sends(async x => AccessCase.Post(
            $"/appraisal-cycles/{await InPhaseAsync(x, AppraisalCyclePhase.Calibration)}/calibrate", new { })).Row(Standing.Any, "AFFFAF"),
        Route("PublishAppraisals").Sends(async x => AccessCase.Post(
            $"/appraisal-cycles/{await UnpublishedAsync(x)}/publish", new { })).Row(Standing.Any, "AFFFFF"),
        Route("CloseAppraisals").Sends(async x => AccessCase.Post(
            $"/appraisal-cycles/{await InPhaseAsync(x, AppraisalCyclePhase.Published)}/close", new { })).Row(Standing.Any, "AFFFFF"),
        Route("ListLeftOut").Sends(async x => AccessCase.Get($"/appraisal-cycles/{await CycleAsync(x)}/left-out")).Row(Standing.Any, "AFFFFF"),
        Route("DeleteAppraisalCycle").Sends(async x => AccessCase.Delete($"/appraisal-cycles/{await CycleAsync(x)}", 1)).Row(Standing.Any, "AFFFFF"),
    ];

    private static async Task<long> CycleAsync(AccessCase x)
    {
        var id = await x.App.CycleAsync();
        if (x.Standing != Standing.Any)
        {
            await x.App.PutIntoAsync(id, AppraisalCyclePhase.Open);
        }

        return id;
    }

    /// <summary>A cycle of its own that nobody has an appraisal in.</summary>
    private static async Task<long> InPhaseAsync(AccessCase x, AppraisalCyclePhase phase)
    {
        var id = await x.App.CycleAsync();
        await x.App.PutIntoAsync(id, phase);
        return id;
    }

    /// <summary>Calibrating, of a quarter that is over.</summary>
    private static async Task<long> OverAsync(AccessCase x, string quarter = "2022Q1")
    {
        var id = await KeptAsync(x, async db =>
        {
            var cycle = await QuarterCycleAsync(db, quarter);
            return () => cycle.Id;
        });
        await x.App.PutIntoAsync(id, AppraisalCyclePhase.Calibration);
        return id;
    }

    /// <summary>The same, with an appraisal that is not published.</summary>
    private static async Task<long> UnpublishedAsync(AccessCase x)
    {
        var (id, person) = (await OverAsync(x, "2021Q4"), await x.App.PersonAsync(Role.Payroll, Standing.Own));
        return await KeptAsync(x, async db =>
        {
            if (!await db.Appraisals.AnyAsync(y => y.CycleId == id))
            {
                db.Appraisals.Add(Appraisal.Open(id, person, x.App.Clock.GetUtcNow(), AppraisalStage.Scoring));
            }

            return () => id;
        });
    }
}
