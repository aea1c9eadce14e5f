using System.Text.Json;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;

namespace Training.Api.Tests.Transcripts;

/// <summary>Courses and completions for transcripts, made by HR over HTTP.</summary>
internal static class TranscriptWorld
{
    private static int _courses;

    public static async Task<long> NewCourseAsync(
        this HttpClient hr, string nameZh = "课", int? validityMonths = null, string mode = "classroom", decimal? classHours = null,
        decimal? practiceHours = null)
    {
        var code = $"TR{Interlocked.Increment(ref _courses):000}";
        return (await hr.DoAsync(
            "/courses",
            new { code, nameZh, category = "basics", mode, classHours, practiceHours, validityMonths, modules = Array.Empty<object>() })).Id();
    }

    public static Task<JsonElement> CompleteAsync(
        this HttpClient hr, long employeeId, long courseId, string completedOn, string result = "passed", decimal? score = null) =>
        hr.DoAsync("/completions", new { employeeId, courseId, completedOn, result, score });
}
