using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.PlanTemplates;

/// <summary>A stage of a template.</summary>
public sealed record PlanTemplateStageResponse(int Number, int LengthValue, LengthUnit LengthUnit);

/// <summary>A course that plans of the template ask for, due so many working days after the plan's start.</summary>
public sealed record PlanTemplateItemResponse(
    int Sequence, long CourseId, string CourseCode, string CourseNameZh, string? CourseNameEn, int? Stage, bool IsMandatory, int DueWorkingDays);

/// <summary>A plan template with its stages and items.</summary>
public sealed record PlanTemplateResponse(
    long Id,
    string Code,
    string NameZh,
    string? NameEn,
    string? BackgroundZh,
    string? BackgroundEn,
    string? AudienceZh,
    string? AudienceEn,
    IReadOnlyList<Bilingual> Objectives,
    IReadOnlyList<Bilingual> Methods,
    decimal? ClassHours,
    decimal? PracticeHours,
    PlanRecurrence Recurrence,
    string? SourceDocument,
    string? SourceLocator,
    IReadOnlyList<PlanTemplateStageResponse> Stages,
    IReadOnlyList<PlanTemplateItemResponse> Items,
    int Version) : IVersioned;

internal static class GetPlanTemplate
{
    /// <summary>A plan template with its stages and items.</summary>
    internal static async Task<PlanTemplateResponse> HandleAsync(long id, TrainingDb db, CancellationToken cancellation)
    {
        var found = await db.PlanTemplates.AsNoTracking().Include(x => x.Stages).Where(x => x.Id == id).OneAsync(cancellation);
        var items = await db.Set<PlanTemplateItem>().AsNoTracking().Where(x => x.TemplateId == id)
            .Join(db.Courses, x => x.CourseId, x => x.Id, (item, course) => new { item, course })
            .OrderBy(x => x.item.Sequence)
            .Select(x => new PlanTemplateItemResponse(
                x.item.Sequence, x.course.Id, x.course.Code, x.course.NameZh, x.course.NameEn, x.item.Stage, x.item.IsMandatory, x.item.DueWorkingDays))
            .ToListAsync(cancellation);

        return new PlanTemplateResponse(
            found.Id,
            found.Code,
            found.NameZh,
            found.NameEn,
            found.BackgroundZh,
            found.BackgroundEn,
            found.AudienceZh,
            found.AudienceEn,
            found.Objectives,
            found.Methods,
            found.ClassHours,
            found.PracticeHours,
            found.Recurrence,
            found.SourceDocument,
            found.SourceLocator,
            [.. found.Stages.OrderBy(x => x.Number).Select(x => new PlanTemplateStageResponse(x.Number, x.LengthValue, x.LengthUnit))],
            items,
            found.Version);
    }
}
