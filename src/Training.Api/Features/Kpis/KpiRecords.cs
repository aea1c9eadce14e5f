using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Kpis;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Kpis;

/// <summary>Reading KPIs whole, and what they refer to.</summary>
internal static class KpiRecords
{
    /// <summary>The KPI with all its versions.</summary>
    public static Task<Kpi> WholeKpiAsync(this TrainingDb db, long id, CancellationToken cancellation) =>
        db.Kpis.Include(x => x.Versions).ThenInclude(x => x.Courses).Include(x => x.Versions).ThenInclude(x => x.Positions)
            .AsSplitQuery().OneAsync(id, cancellation);

    /// <summary>Keeps what the KPI is listed and found by: code, names of the version made last, and the initials of both.</summary>
    public static void Index(this Kpi kpi) => kpi.FindBy(
        CourseText.SortKey(kpi.Latest.NameZh), CourseText.SearchText(kpi.Latest.NameZh, kpi.Latest.NameEn, kpi.Code));

    /// <summary>Refuses courses, positions and a kind of event that do not exist, and retired ones that the version before did not have.</summary>
    public static async Task RequireReferredAsync(
        this TrainingDb db, KpiRequest request, KpiVersion? before, CancellationToken cancellation)
    {
        await db.RequireCoursesAsync(request, before, cancellation);
        await db.RequirePositionsAsync(request, before, cancellation);
        if (PlainText.NarrowOrNull(request.EventKindCode) is { } given)
        {
            var code = PlainText.Key(given);
            var kind = await db.PerformanceEventKinds.AsNoTracking().SingleOrDefaultAsync(x => x.Code == code, cancellation)
                ?? throw KpiRefusals.EventKindUnknown.At("eventKindCode", ("code", code));
            if (before?.EventKindCode != code)
            {
                kind.RefuseRetired("eventKindCode");
            }
        }
    }

    private static async Task RequireCoursesAsync(this TrainingDb db, KpiRequest request, KpiVersion? before, CancellationToken cancellation)
    {
        var courses = await db.Courses.AsNoTracking().Where(x => request.CourseIds.Contains(x.Id))
            .Select(x => new { x.Id, x.Code, x.RetiredAt }).ToDictionaryAsync(x => x.Id, cancellation);
        foreach (var (i, id) in request.CourseIds.Index())
        {
            var course = courses.GetValueOrDefault(id) ?? throw KpiRefusals.CourseUnknown.At($"courseIds[{i}]", ("courseId", id));
            if (course.RetiredAt is not null && before?.CourseIds.Contains(id) != true)
            {
                throw CourseRefusals.Retired.At($"courseIds[{i}]", ("code", course.Code));
            }
        }
    }

    private static async Task RequirePositionsAsync(this TrainingDb db, KpiRequest request, KpiVersion? before, CancellationToken cancellation)
    {
        var positions = await db.Positions.AsNoTracking().Where(x => request.PositionIds.Contains(x.Id))
            .Select(x => new { x.Id, x.Code, x.RetiredAt }).ToDictionaryAsync(x => x.Id, cancellation);
        foreach (var (i, id) in request.PositionIds.Index())
        {
            var position = positions.GetValueOrDefault(id) ?? throw KpiRefusals.PositionUnknown.At($"positionIds[{i}]", ("positionId", id));
            if (position.RetiredAt is not null && before?.PositionIds.Contains(id) != true)
            {
                throw PositionRefusals.Retired.At($"positionIds[{i}]", ("code", position.Code));
            }
        }
    }

    /// <summary>The KPI as it is answered, with the content of the version.</summary>
    public static async Task<KpiResponse> ShowAsync(this TrainingDb db, Kpi kpi, KpiVersion shown, CancellationToken cancellation)
    {
        var (courseIds, positionIds) = (shown.CourseIds, shown.PositionIds);
        var courses = await db.Courses.AsNoTracking().Where(x => courseIds.Contains(x.Id)).OrderBy(x => x.Code)
            .Select(x => new KpiCourse(x.Id, x.Code, x.NameZh, x.NameEn)).ToListAsync(cancellation);
        var positions = await db.Positions.AsNoTracking().Where(x => positionIds.Contains(x.Id)).OrderBy(x => x.Code)
            .Select(x => new KpiPosition(x.Id, x.Code, x.NameZh, x.NameEn)).ToListAsync(cancellation);
        return KpiResponse.Of(kpi, shown, courses, positions);
    }
}
