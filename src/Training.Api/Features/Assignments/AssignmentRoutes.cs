using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Assignments;

internal static class AssignmentRoutes
{
    private static readonly Refusal[] Places =
    [
        AssignmentRefusals.DepartmentUnknown, AssignmentRefusals.PositionUnknown, AssignmentRefusals.SupervisorUnknown,
        DepartmentRefusals.Retired, PositionRefusals.Retired, AssignmentRefusals.OwnSupervisor,
        AssignmentRefusals.Loop, AssignmentRefusals.TooManyLevels,
    ];

    /// <summary>Where a person works and under whom, by day.</summary>
    public static void MapAssignments(this IEndpointRouteBuilder api)
    {
        var one = api.MapGroup("/employees/{id}").WithTags("employees").Refuses(CommonRefusals.Unknown);
        one.MapGet("/assignments", ListAssignments.HandleAsync).WithName(nameof(ListAssignments)).RequireAuthorization(Policies.SignedIn);
        one.MapGet("/reporting-lines", ListReportingLines.HandleAsync).WithName(nameof(ListReportingLines)).RequireAuthorization(Policies.SignedIn);

        var acts = one.MapGroup("/assignments").RequireAuthorization(Policies.ManagePeople).Refuses(AccessRefusals.OwnRecord).Refuses(Places);
        acts.MapPost("", ChangeAssignment.HandleAsync).WithName(nameof(ChangeAssignment))
            .Produces<AssignmentResponse>(StatusCodes.Status201Created)
            .Refuses(AssignmentRefusals.NotEmployed, AssignmentRefusals.NothingChanges);
        acts.MapPut("/{assignmentId}", CorrectAssignment.HandleAsync).WithName(nameof(CorrectAssignment))
            .Refuses(AssignmentRefusals.FromOutOfRange);
    }
}
