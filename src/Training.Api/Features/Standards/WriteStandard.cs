using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Standards;

internal static class WriteStandard
{
    /// <summary>Writes the next edition of a standard as a whole, or writes it anew; the one in force stays as it is. Refused:
    /// weights of a level that do not total exactly 100.</summary>
    internal static Task<StandardResponse> HandleAsync(
        string code, WriteStandardRequest request, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var standard = await db.Standards.WholeAsync(code, cancellation);
                ifMatch.Require(standard);
                standard.Write(request.Content());
                return await db.AfterAsync(standard, caller, cancellation);
            },
            cancellation);
}
