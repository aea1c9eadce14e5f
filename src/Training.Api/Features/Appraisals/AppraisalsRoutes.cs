using Training.Api.Access;

namespace Training.Api.Features.Appraisals;

internal static class AppraisalsRoutes
{
    /// <summary>The appraisals of cycles, one for each person and cycle.</summary>
    public static void MapAppraisals(this IEndpointRouteBuilder api)
    {
        var appraisals = api.MapGroup("/appraisals").WithTags("appraisals").RequireAuthorization(Policies.SignedIn);
        appraisals.MapGet("/", ListAppraisals.Handle).WithName(nameof(ListAppraisals));
        appraisals.MapGet("/{id}", GetAppraisal.HandleAsync).WithName(nameof(GetAppraisal));
        api.MapGet("/my/appraisals", ListMyAppraisals.Handle).WithName(nameof(ListMyAppraisals)).WithTags("appraisals")
            .RequireAuthorization(Policies.SignedIn);
    }
}
