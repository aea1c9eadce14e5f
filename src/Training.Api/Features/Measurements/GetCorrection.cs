using Training.Api.Access;
using Training.Api.Queries;

namespace Training.Api.Features.Measurements;

internal static class GetCorrection
{
    /// <summary>One correction: to HR any, to others what they proposed.</summary>
    internal static async Task<CorrectionResponse> HandleAsync(long id, Visible visible, OnCorrection on, CancellationToken cancellation)
    {
        await visible.Corrections().OneAsync(id, cancellation);
        return await on.ReadAsync(id, cancellation);
    }
}
