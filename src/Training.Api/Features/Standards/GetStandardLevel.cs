using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Errors;

namespace Training.Api.Features.Standards;

internal static class GetStandardLevel
{
    /// <summary>One level of a standard: its functions with weights, work contents, skills and knowledge, and who may sit its
    /// examination; of the edition in force, or of the number <c>edition</c>.</summary>
    internal static async Task<StandardLevelResponse> HandleAsync(
        string code, int level, [FromQuery(Name = "edition")] int? edition, CurrentPerson caller, Visible visible, CancellationToken cancellation)
    {
        var standard = await visible.Standards().AsNoTracking().WholeAsync(code, cancellation);
        var found = standard.Edition(edition, caller.IsHumanResources).Levels.FirstOrDefault(x => x.Level == level);
        return found is null ? throw CommonRefusals.Unknown.With() : StandardLevelResponse.Of(standard.Code, found);
    }
}
