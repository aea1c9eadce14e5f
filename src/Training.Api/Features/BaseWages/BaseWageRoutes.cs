using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.BaseWages;

internal static class BaseWageRoutes
{
    /// <summary>Base wages: to HR, Payroll and the person; to HR not those of people above them.</summary>
    public static void MapBaseWages(this IEndpointRouteBuilder api)
    {
        var wages = api.MapGroup("/employees/{id}/base-wages").WithTags("employees").Refuses(CommonRefusals.Unknown);
        wages.MapGet("", ListBaseWages.HandleAsync).WithName(nameof(ListBaseWages)).RequireAuthorization(Policies.SignedIn);
        wages.MapPost("", CreateBaseWage.HandleAsync).WithName(nameof(CreateBaseWage)).RequireAuthorization(Policies.ManagePay)
            .Produces<BaseWageResponse>(StatusCodes.Status201Created)
            .Refuses(AccessRefusals.OwnRecord, WageRefusals.AmountOutOfRange, WageRefusals.FromTaken);
        wages.MapPut("/{wageId}", EditBaseWage.HandleAsync).WithName(nameof(EditBaseWage)).RequireAuthorization(Policies.ManagePay)
            .Refuses(AccessRefusals.OwnRecord, WageRefusals.AmountOutOfRange);
    }
}
