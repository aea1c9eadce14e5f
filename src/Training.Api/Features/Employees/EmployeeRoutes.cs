using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Employees;

internal static class EmployeeRoutes
{
    private static readonly Refusal[] Terms =
    [
        AssignmentRefusals.DepartmentUnknown, AssignmentRefusals.PositionUnknown, AssignmentRefusals.SupervisorUnknown,
        DepartmentRefusals.Retired, PositionRefusals.Retired, EmployeeRefusals.WorkShareOutOfRange, ProbationRefusals.EndsBeforeHired,
        AssignmentRefusals.TooManyLevels,
    ];

    /// <summary>Who works here: profile, employment, records.</summary>
    public static void MapEmployees(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/employees").WithTags("employees");
        all.MapGet("", ListEmployees.HandleAsync).WithName(nameof(ListEmployees)).RequireAuthorization(Policies.SignedIn);
        all.MapPost("", CreateEmployee.HandleAsync).WithName(nameof(CreateEmployee)).RequireAuthorization(Policies.ManagePeople)
            .Produces<EmployeeResponse>(StatusCodes.Status201Created)
            .Refuses(Terms).Refuses(EmployeeRefusals.NumberTaken, EmployeeRefusals.WorkPlaceUnknown)
            .Refuses(EmployeeRefusals.EmailMalformed, EmployeeRefusals.MobileMalformed);

        var one = all.MapGroup("/{id}").Refuses(CommonRefusals.Unknown);
        one.MapGet("", GetEmployee.HandleAsync).WithName(nameof(GetEmployee)).RequireAuthorization(Policies.SignedIn);
        one.MapPut("/language", SetLanguage.HandleAsync).WithName(nameof(SetLanguage)).RequireAuthorization(Policies.SignedIn)
            .Refuses(AccessRefusals.NotInRelation);
        one.MapPost("/propose-probation", ProposeProbation.HandleAsync).WithName(nameof(ProposeProbation)).RequireAuthorization(Policies.SignedIn)
            .Refuses(AccessRefusals.OwnRecord, AccessRefusals.NotInRelation, ProbationRefusals.NotNow, ProbationRefusals.ExtendedOnce);

        var acts = one.MapGroup("").RequireAuthorization(Policies.ManagePeople).Refuses(AccessRefusals.OwnRecord);
        acts.MapPut("", EditProfile.HandleAsync).WithName(nameof(EditProfile))
            .Refuses(EmployeeRefusals.WorkPlaceUnknown, EmployeeRefusals.EmailMalformed, EmployeeRefusals.MobileMalformed);
        acts.MapPut("/records", EditRecords.HandleAsync).WithName(nameof(EditRecords))
            .Refuses(EmployeeRefusals.CertificateExpiresBeforeIssue);
        acts.MapPost("/end-employment", EndEmployment.HandleAsync).WithName(nameof(EndEmployment))
            .Refuses(EmployeeRefusals.AlreadyLeft, EmployeeRefusals.LeftBeforeHired, EmployeeRefusals.LeaveOutside);
        acts.MapPost("/rehire", Rehire.HandleAsync).WithName(nameof(Rehire))
            .Refuses(Terms).Refuses(EmployeeRefusals.PeriodsOverlap, AssignmentRefusals.Loop);
        acts.MapPut("/employment", CorrectEmployment.HandleAsync).WithName(nameof(CorrectEmployment))
            .Refuses(EmployeeRefusals.PeriodsOverlap, EmployeeRefusals.LeftBeforeHired, EmployeeRefusals.LeaveOutside)
            .Refuses(EmployeeRefusals.WorkShareOutOfRange, ProbationRefusals.EndsBeforeHired, ProbationRefusals.NotNow)
            .Refuses(AssignmentRefusals.TooManyLevels);
        acts.MapPost("/decide-probation", DecideProbation.HandleAsync).WithName(nameof(DecideProbation))
            .Refuses(AccessRefusals.NotInRelation, ProbationRefusals.NotProposed, ProbationRefusals.NotNow)
            .Refuses(ProbationRefusals.ExtendedOnce, ProbationRefusals.ExtensionNeedsLaterDay);
    }
}
