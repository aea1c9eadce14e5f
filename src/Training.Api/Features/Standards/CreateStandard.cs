using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Rules;
using Training.Domain.Standards;

namespace Training.Api.Features.Standards;

/// <summary>A new standard.</summary>
/// <param name="Code">Business key, unique without regard to case; never changes.</param>
/// <param name="Content">Its first edition.</param>
public sealed record CreateStandardRequest([KeyLength(1, Standard.MaxCodeLength)] string Code, WriteStandardRequest Content);

internal static class CreateStandard
{
    /// <summary>Begins a standard; its first edition is in force once it is published. Refused: a code that is in use; weights of a
    /// level that do not total exactly 100.</summary>
    internal static async Task<Created<StandardResponse>> HandleAsync(
        CreateStandardRequest request, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                var code = PlainText.Key(request.Code);
                if (await db.Standards.AnyAsync(x => x.Code == code, cancellation))
                {
                    throw StandardRefusals.CodeTaken.At("code", ("code", code));
                }

                var standard = Standard.Create(code, request.Content.Content());
                db.Standards.Add(standard);
                return await db.AfterAsync(standard, caller, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/standards/{Uri.EscapeDataString(created.Code)}", created);
    }
}
