using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Api.Features.Courses;

/// <summary>A module of a course.</summary>
public sealed record CourseModuleResponse(int Number, string TitleZh, string? TitleEn, IReadOnlyList<Bilingual> KeyPoints);

/// <summary>A course with its modules.</summary>
/// <param name="Id">Id.</param>
/// <param name="Code">Business key; never changes.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name, where there is one.</param>
/// <param name="Category">Where the course comes from.</param>
/// <param name="StandardLevel">Level of the occupational standard, 3 (lowest) to 1 (highest), or none.</param>
/// <param name="ClassHours">Hours in class.</param>
/// <param name="PracticeHours">Hours of practice.</param>
/// <param name="Length">How long a run takes on the calendar.</param>
/// <param name="AudienceZh">For whom, in Chinese.</param>
/// <param name="AudienceEn">For whom, in English.</param>
/// <param name="SourceDocument">The document it was taken from.</param>
/// <param name="SourceLocator">The place in the document.</param>
/// <param name="ValidityMonths">After how many months a completion has to be repeated; none: never.</param>
/// <param name="RetiredAt">From when it is offered no more.</param>
/// <param name="Modules">In the order of their numbers.</param>
/// <param name="Version">Goes up with every change; the ETag.</param>
public sealed record CourseResponse(
    long Id,
    string Code,
    string NameZh,
    string? NameEn,
    CourseCategory Category,
    int? StandardLevel,
    decimal? ClassHours,
    decimal? PracticeHours,
    CourseLength? Length,
    string? AudienceZh,
    string? AudienceEn,
    string? SourceDocument,
    string? SourceLocator,
    int? ValidityMonths,
    DateTimeOffset? RetiredAt,
    IReadOnlyList<CourseModuleResponse> Modules,
    int Version) : IVersioned
{
    internal static CourseResponse Of(Course x) => new(
        x.Id,
        x.Code,
        x.NameZh,
        x.NameEn,
        x.Category,
        x.StandardLevel,
        x.ClassHours,
        x.PracticeHours,
        x is { LengthValue: { } value, LengthUnit: { } unit } ? new CourseLength(value, unit) : null,
        x.AudienceZh,
        x.AudienceEn,
        x.SourceDocument,
        x.SourceLocator,
        x.ValidityMonths,
        x.RetiredAt,
        [.. x.Modules.OrderBy(y => y.Number).Select(y => new CourseModuleResponse(y.Number, y.TitleZh, y.TitleEn, y.KeyPoints))],
        x.Version);
}
