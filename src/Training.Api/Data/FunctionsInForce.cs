using Microsoft.EntityFrameworkCore;
using Training.Domain.Standards;

namespace Training.Api.Data;

/// <summary>A function of a standard's edition in force.</summary>
internal sealed record FunctionInForce(string StandardCode, int Level, int Number, string NameZh, string? NameEn)
{
    public string Code => Standard.FunctionCode(StandardCode, Level, Number);
}

internal static class FunctionsInForceQuery
{
    /// <summary>The functions of the editions in force of these standards; of every standard where none are given.</summary>
    public static IQueryable<FunctionInForce> FunctionsInForce(this TrainingDb db, IReadOnlyCollection<string>? standards = null) =>
        from standard in db.Standards.AsNoTracking()
        where standards == null || standards.Contains(standard.Code)
        from edition in standard.Editions
        where edition.PublishedAt != null && !standard.Editions.Any(x => x.PublishedAt != null && x.Number > edition.Number)
        from level in edition.Levels
        from function in level.Functions
        select new FunctionInForce(standard.Code, level.Level, function.Number, function.NameZh, function.NameEn);
}
