using Training.Api.Data;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Tests.Walks;

internal sealed partial class Crowd
{
    /// <summary>The caller completed one course again and again, each time in another month and a good half of a year apart.</summary>
    private async Task AddTranscriptAsync(TrainingDb db, int count)
    {
        var course = Course.Create($"AGAIN{_done}", new CourseContent(
            new Bilingual("众", null), CourseCategory.Basics, null, 1, 1, null, null, null, null, []), Today);
        course.FindBy("众", "众");
        db.Courses.Add(course);
        await db.FlushAsync(CancellationToken.None);
        var by = new CompletionRecorder(_account, null, IsHumanResources: true, IsDirectSupervisor: false);
        db.Completions.AddRange(New(count).Select(i => Completion.Record(
            _caller, course.Id, new CourseTerms(1, CompletionRule.Participation, null, 12),
            new CompletionContent(Today.AddMonths(-7 * i), CompletionResult.Passed, null, null), by, DateOnly.MinValue, Today, app.Clock.GetUtcNow())));
        foreach (var route in new[] { "ListTranscript", "ListTranscriptHours" })
        {
            _ids[route] = _caller;
        }
    }
}
