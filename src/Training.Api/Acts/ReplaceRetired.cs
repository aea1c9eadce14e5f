using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>The content of a plan that is made from a template or an earlier plan, without its retired courses.</summary>
/// <param name="Content">Each retired course replaced by its successor, or left out.</param>
/// <param name="LeftOut">Codes of the courses without a successor, in their order.</param>
internal sealed record OfferedContent(PlanContent Content, IReadOnlyList<string> LeftOut);

/// <summary>What a template or an earlier plan asks for may be retired meanwhile: for making a plan from one by hand, and for plans
/// that come round. Called inside a write.</summary>
internal sealed class ReplaceRetired(TrainingDb db)
{
    /// <summary>A retired course gives way to the end of its line of successors; one whose line ends with a retired course is left
    /// out.</summary>
    public async Task<OfferedContent> RunAsync(PlanContent content, CancellationToken cancellation)
    {
        var asked = content.Items.Select(x => x.CourseId).ToHashSet();
        var retired = await db.Courses.AsNoTracking().Where(x => asked.Contains(x.Id) && x.RetiredAt != null)
            .Select(x => new
            {
                x.Id,
                x.Code,
                SuccessorId = db.Courses.Where(y => y.Id == x.ReplacedById && y.RetiredAt == null).Select(y => (long?)y.Id).FirstOrDefault(),
            })
            .ToDictionaryAsync(x => x.Id, cancellation);
        return retired.Count == 0
            ? new OfferedContent(content, [])
            : new OfferedContent(
                content.Without(retired.ToDictionary(x => x.Key, x => x.Value.SuccessorId)),
                [.. content.Items.Where(x => retired.TryGetValue(x.CourseId, out var gone) && gone.SuccessorId is null).Select(x => retired[x.CourseId].Code)]);
    }
}
