using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Queries;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Features.Standards;

/// <summary>An edition of an occupational standard.</summary>
/// <param name="Id">Id of the standard.</param>
/// <param name="Code">Business key; never changes.</param>
/// <param name="Edition">The number of this edition.</param>
/// <param name="State">Of the standard.</param>
/// <param name="PublishedAt">From when this edition is in force; none while it is being written.</param>
/// <param name="NameZh">Chinese name.</param>
/// <param name="NameEn">English name, where there is one.</param>
/// <param name="DefinitionZh">Who works in the occupation, in Chinese.</param>
/// <param name="DefinitionEn">The same in English.</param>
/// <param name="SourceDocument">The document it was taken from.</param>
/// <param name="SourceLocator">The place in the document.</param>
/// <param name="Examination">The rules of its examination, where there is one.</param>
/// <param name="Levels">From the lowest to the highest.</param>
/// <param name="Editions">Every edition that the caller may read, the latest first.</param>
/// <param name="AllowedActions">What the caller may do to the standard now.</param>
/// <param name="Version">Of the standard; goes up with every change; the ETag.</param>
public sealed record StandardResponse(
    long Id,
    string Code,
    int Edition,
    StandardState State,
    DateTimeOffset? PublishedAt,
    string NameZh,
    string? NameEn,
    string? DefinitionZh,
    string? DefinitionEn,
    string? SourceDocument,
    string? SourceLocator,
    ExaminationResponse? Examination,
    IReadOnlyList<StandardLevelResponse> Levels,
    IReadOnlyList<StandardEditionListItem> Editions,
    IReadOnlyList<StandardAct> AllowedActions,
    int Version) : IVersioned;

/// <summary>An edition among those of its standard.</summary>
public sealed record StandardEditionListItem(int Edition, string NameZh, string? NameEn, DateTimeOffset? PublishedAt);

/// <summary>The rules of an examination.</summary>
public sealed record ExaminationResponse(
    IReadOnlyList<Bilingual> Parts, int FullMark, int PassMark, int PassedPartYears, IReadOnlyList<Bilingual> Media,
    IReadOnlyList<Bilingual> RulesInWords);

/// <summary>A level of a standard.</summary>
/// <param name="Level">5 (the lowest there can be) to 1 (the highest); a higher one includes the lower ones.</param>
/// <param name="Functions">In the order of their numbers; the weights total exactly 100.</param>
/// <param name="Eligibility">Who may sit the examination: any one of these is enough.</param>
public record StandardLevelResponse(
    int Level, string TitleZh, string? TitleEn, string QualificationZh, string? QualificationEn,
    IReadOnlyList<StandardFunctionResponse> Functions, IReadOnlyList<EligibilityRule> Eligibility)
{
    internal static StandardLevelResponse Of(string code, StandardLevel x) => new(
        x.Level,
        x.TitleZh,
        x.TitleEn,
        x.QualificationZh,
        x.QualificationEn,
        [.. x.Functions.OrderBy(y => y.Number).Select(y => new StandardFunctionResponse(
            Standard.FunctionCode(code, x.Level, y.Number), y.Number, y.NameZh, y.NameEn, y.WeightPercent, y.IsBasic, y.Contents))],
        x.Eligibility);
}

/// <summary>A function of a level.</summary>
/// <param name="Code">By which courses name it: standard, level and number.</param>
/// <param name="Number">Once in the level.</param>
/// <param name="WeightPercent">Its share of the level.</param>
/// <param name="IsBasic">Basic knowledge beside the functions of the work.</param>
/// <param name="Contents">Its work contents with what one has to be able to do and to know.</param>
public sealed record StandardFunctionResponse(
    string Code, int Number, string NameZh, string? NameEn, decimal WeightPercent, bool IsBasic, IReadOnlyList<WorkContent> Contents);

internal static class StandardRecords
{
    /// <summary>The standard of a code with all its editions, among those of the query.</summary>
    public static Task<Standard> WholeAsync(this IQueryable<Standard> standards, string code, CancellationToken cancellation)
    {
        var key = PlainText.Key(code);
        return standards.Include(x => x.Editions).ThenInclude(x => x.Levels).ThenInclude(x => x.Functions).AsSplitQuery()
            .Where(x => x.Code == key).OneAsync(cancellation);
    }

    /// <summary>The edition of a number; without one that in force, or the one being written where none is. Unknown: one that is
    /// not there, or being written, to all but HR.</summary>
    public static StandardEdition Edition(this Standard standard, int? number, bool mayReadDraft)
    {
        var edition = number is { } asked
            ? standard.Editions.FirstOrDefault(x => x.Number == asked)
            : standard.InForce ?? standard.Draft;
        return edition is not null && (edition.PublishedAt is not null || mayReadDraft) ? edition : throw CommonRefusals.Unknown.With();
    }

    public static StandardResponse Response(this Standard x, StandardEdition edition, CurrentPerson caller) => new(
        x.Id,
        x.Code,
        edition.Number,
        caller.IsHumanResources ? x.State : StandardState.InForce,
        edition.PublishedAt,
        edition.NameZh,
        edition.NameEn,
        edition.DefinitionZh,
        edition.DefinitionEn,
        edition.SourceDocument,
        edition.SourceLocator,
        edition.Examination is { } exam
            ? new ExaminationResponse(exam.Parts, exam.FullMark, exam.PassMark, exam.PassedPartYears, exam.Media, exam.Rules)
            : null,
        [.. edition.Levels.OrderByDescending(y => y.Level).Select(y => StandardLevelResponse.Of(x.Code, y))],
        [.. x.Editions.Where(y => y.PublishedAt is not null || caller.IsHumanResources).OrderByDescending(y => y.Number)
            .Select(y => new StandardEditionListItem(y.Number, y.NameZh, y.NameEn, y.PublishedAt))],
        caller.IsHumanResources ? Standard.Table.From(x.State) : [],
        x.Version);

    /// <summary>As HR reads it after an act: the edition being written, or the one in force.</summary>
    public static async Task<StandardResponse> AfterAsync(this TrainingDb db, Standard standard, CurrentPerson caller, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        return standard.Response(standard.Draft ?? standard.InForce!, caller);
    }
}
