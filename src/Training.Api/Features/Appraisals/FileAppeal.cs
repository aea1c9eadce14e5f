using Training.Api.Http;

namespace Training.Api.Features.Appraisals;

internal static class FileAppeal
{
    /// <summary>The person appeals against their result, within five working days from its publication or from the end of a leave in which
    /// it fell, whether they have acknowledged it or not. HR is told, and approvers where HR had a part in the result. Refused: to anybody
    /// else; before it is published; after the last day; against a version that has its appeal, or that an appeal made.</summary>
    internal static Task<AppealResponse> HandleAsync(
        long id, FileAppealRequest request, IfMatch ifMatch, OnAppeal on, Acts.FileAppeal file, CancellationToken cancellation) =>
        on.ActAsync(id, (appraisal, _) => file.RunAsync(appraisal, ifMatch.Require, request.Reason, request.Evidence, cancellation), cancellation);
}

internal static class GetAppeal
{
    /// <summary>The latest appeal of an appraisal: to the person, HR and approvers, and the second reviewer until they have decided.
    /// Refused: where there is none.</summary>
    internal static Task<AppealResponse> HandleAsync(long id, OnAppeal on, CancellationToken cancellation) => on.ReadAsync(id, cancellation);
}
