using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Leave;

internal static class LeaveRoutes
{
    /// <summary>Leave and absence, in half days.</summary>
    public static void MapLeave(this IEndpointRouteBuilder api)
    {
        var leave = api.MapGroup("/leave").WithTags("leave");
        leave.MapGet("", ListLeave.HandleAsync).WithName(nameof(ListLeave)).RequireAuthorization(Policies.SignedIn);
        leave.MapGet("/{id}", GetLeave.HandleAsync).WithName(nameof(GetLeave)).RequireAuthorization(Policies.SignedIn)
            .Refuses(CommonRefusals.Unknown);

        var acts = leave.MapGroup("").RequireAuthorization(Policies.ManagePeople).Refuses(AccessRefusals.OwnRecord);
        acts.MapPost("", CreateLeave.HandleAsync).WithName(nameof(CreateLeave)).Produces<LeaveResponse>(StatusCodes.Status201Created)
            .Refuses(LeaveRefusals.EmployeeUnknown, LeaveRefusals.SpanOutOfRange, LeaveRefusals.NotEmployed, LeaveRefusals.Overlap);
        acts.MapPut("/{id}", EditLeave.HandleAsync).WithName(nameof(EditLeave)).Refuses(CommonRefusals.Unknown)
            .Refuses(LeaveRefusals.SpanOutOfRange, LeaveRefusals.NotEmployed, LeaveRefusals.Overlap);
        acts.MapDelete("/{id}", DeleteLeave.HandleAsync).WithName(nameof(DeleteLeave)).Produces(StatusCodes.Status204NoContent)
            .Refuses(CommonRefusals.Unknown);
    }
}
