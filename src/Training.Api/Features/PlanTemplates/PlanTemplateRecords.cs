using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Plans;

namespace Training.Api.Features.PlanTemplates;

/// <summary>Reading plan templates whole, and what they refer to.</summary>
internal static class PlanTemplateRecords
{
    /// <summary>The template with all that belongs to it.</summary>
    public static Task<PlanTemplate> WholeTemplateAsync(this TrainingDb db, long id, CancellationToken cancellation) =>
        db.PlanTemplates.Include(x => x.Items).Include(x => x.Stages).Include(x => x.Evaluation).Include(x => x.Budget)
            .AsSplitQuery().Where(x => x.Id == id).OneAsync(cancellation);

    /// <summary>Refuses courses that do not exist, and newly chosen ones that are retired.</summary>
    public static async Task RequireCoursesAsync(
        this TrainingDb db, PlanTemplateContent content, IReadOnlyCollection<long> already, CancellationToken cancellation)
    {
        var asked = content.Items.Select(x => x.CourseId).ToHashSet();
        var known = await db.Courses.AsNoTracking().Where(x => asked.Contains(x.Id))
            .Select(x => new { x.Id, x.Code, x.RetiredAt }).ToDictionaryAsync(x => x.Id, cancellation);
        foreach (var (i, item) in content.Items.Index())
        {
            var course = known.GetValueOrDefault(item.CourseId)
                ?? throw PlanRefusals.CourseUnknown.At($"items[{i}].courseId", ("courseId", item.CourseId));
            if (course.RetiredAt is not null && !already.Contains(course.Id))
            {
                throw CourseRefusals.Retired.At($"items[{i}].courseId", ("code", course.Code));
            }
        }
    }

    /// <summary>The template as it is answered.</summary>
    public static async Task<PlanTemplateResponse> ShowAsync(this TrainingDb db, PlanTemplate template, CancellationToken cancellation)
    {
        var asked = template.Items.Select(x => x.CourseId).ToHashSet();
        var courses = await db.Courses.AsNoTracking().Where(x => asked.Contains(x.Id))
            .Select(x => new PlanTemplateCourse(x.Id, x.Code, x.NameZh, x.NameEn)).ToDictionaryAsync(x => x.Id, cancellation);
        return PlanTemplateResponse.Of(template, courses);
    }
}
