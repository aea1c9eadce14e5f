using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;

namespace Training.Api.Features.Measurements;

internal static class GetCorrection
{
    /// <summary>One correction: to HR any, to others what they proposed.</summary>
    internal static Task<CorrectionResponse> HandleAsync(long id, Visible visible, TrainingDb db, CancellationToken cancellation) =>
        CorrectionRow.Of(visible.Corrections().Where(x => x.Id == id), db).Select(CorrectionRow.Answer).OneAsync(cancellation);
}
