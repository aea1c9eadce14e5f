namespace Training.Api.Features.Appraisals;

internal static class GetTargets
{
    /// <summary>The targets of an appraisal, segment by segment and item by item: the template's, the agreed one, what is talked over and all
    /// that was said of it, until when they are due, and what the caller may do.</summary>
    internal static Task<AppraisalTargetsResponse> HandleAsync(long id, TargetSheet sheet, CancellationToken cancellation) =>
        sheet.ReadAsync(id, cancellation);
}
