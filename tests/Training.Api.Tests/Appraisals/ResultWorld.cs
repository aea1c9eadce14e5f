using System.Text.Json;
using Training.Api.Tests.Hosting;
using static Training.Api.Tests.Access.AccessCase;

namespace Training.Api.Tests.Appraisals;

/// <summary>A person of the mixed position whose quarter is complete but for the mark: (90 + 100)/2 of the rates, 100 of what they
/// learnt. With a mark of 80 the total is 92.50.</summary>
/// <param name="Cycle">Calibrating.</param>
internal sealed record Complete(MixedPosition By, long Person, long Cycle, long Appraisal);

/// <summary>Complete quarters for tests of calibration and results.</summary>
internal static class ResultWorld
{
    /// <summary>Somebody of the position with all figures of October.</summary>
    public static async Task<long> CompletePersonAsync(this TrainingApp app, MixedPosition by, long? supervisor = null)
    {
        var person = await app.HireAsync(await app.PlaceAsync(by, supervisor: supervisor));
        foreach (var (kpi, value) in new[] { (by.First, 81m), (by.Second, 90m), (by.Learnt, 100m) })
        {
            await app.FigureAsync(kpi, person, "2025-10", value);
        }

        return person;
    }

    /// <summary>The fourth quarter of 2025 of such a person, marked with 80 by the world's supervisor, in a cycle that calibrates and left
    /// everybody else behind.</summary>
    public static async Task<Complete> CompleteAsync(this TrainingApp app, string code)
    {
        var by = await app.MixedPositionAsync(code);
        var person = await app.CompletePersonAsync(by);
        await app.AddAccountAsync(code.ToLowerInvariant(), person, Role.Staff);
        var cycle = await app.OpenedAsync("2025Q4", by);
        await app.MarkedAsync(cycle, person);
        return new(by, person, cycle, await app.AppraisalAsync(cycle, person));
    }

    /// <summary>Takes an open cycle to calibration; the supervisor marks these people with 80.</summary>
    public static async Task MarkedAsync(this TrainingApp app, long cycle, params long[] people)
    {
        var (hr, supervisor) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Supervisor));
        await hr.AdvanceAsync(cycle, "selfReview");
        foreach (var person in people)
        {
            await supervisor.DoAsync(await supervisor.ScoringAsync(await app.AppraisalAsync(cycle, person), 1));
        }

        await hr.AdvanceAsync(cycle, "scoring");
        await hr.AdvanceAsync(cycle, "calibration");
    }

    /// <summary>The request that calibrates, for the version it has now.</summary>
    public static async Task<HttpRequestMessage> CalibrationAsync(this HttpClient client, long appraisal, decimal? points = null, string? reason = null) =>
        Post($"/appraisals/{appraisal}/calibrate", new { points, reason }, (await client.DoAsync(Get($"/appraisals/{appraisal}"))).Version());

    public static Task<JsonElement> PublishAsync(this HttpClient client, long cycle, object? scope = null) =>
        client.DoAsync(Post($"/appraisal-cycles/{cycle}/publish", scope ?? new { }));
}
