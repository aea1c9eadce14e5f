using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;

namespace Training.Api.Features.Standards;

internal static class GetStandard
{
    /// <summary>A standard by its code, whole: the edition in force, or that of the number <c>edition</c>. HR also reads the one
    /// being written.</summary>
    internal static async Task<StandardResponse> HandleAsync(
        string code, [FromQuery(Name = "edition")] int? edition, CurrentPerson caller, Visible visible, CancellationToken cancellation)
    {
        var standard = await visible.Standards().AsNoTracking().WholeAsync(code, cancellation);
        return standard.Response(standard.Edition(edition, caller.IsHumanResources), caller);
    }
}
