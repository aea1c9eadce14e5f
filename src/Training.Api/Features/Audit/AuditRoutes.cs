using Training.Api.Access;

namespace Training.Api.Features.Audit;

internal static class AuditRoutes
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("audit");
        audit.MapGet("", ListAudit.HandleAsync).WithName(nameof(ListAudit)).RequireAuthorization(Policies.ReadAudit);
    }
}
