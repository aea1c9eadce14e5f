using Training.Api.Acts;
using Training.Api.Http.Validation;
using Training.Domain.People;

namespace Training.Api.Features.Employees;

/// <summary>Somebody to be hired, with the first placement.</summary>
/// <param name="EmployeeNumber">Unique without regard to case and width; leading zeros count. Never changed.</param>
/// <param name="HiredOn">First day of employment.</param>
/// <param name="NameReading">How the Chinese name is read, written with characters that sound right.</param>
/// <param name="Mobile">5 to 15 digits, with a leading + or not.</param>
/// <param name="WorkShare">Share of full working time, 0.01 to 1.</param>
/// <param name="ProbationEndsOn">Last day of probation; none: no probation.</param>
/// <param name="SupervisorId">The direct supervisor; none: nobody stands above.</param>
public sealed record CreateEmployeeRequest(
    [KeyLength(1, 32)] string EmployeeNumber,
    [TextLength(1, 60)] string NameZh,
    DateOnly HiredOn,
    ContractKind ContractKind,
    long DepartmentId,
    long PositionId,
    long? SupervisorId = null,
    [TextLength(0, 100)] string? NameLatin = null,
    [TextLength(0, 60)] string? NameReading = null,
    [TextLength(0, 254)] string? WorkEmail = null,
    [TextLength(0, 40)] string? Mobile = null,
    long? WorkPlaceId = null,
    Language Language = Language.ZhCn,
    decimal WorkShare = 1m,
    DateOnly? ProbationEndsOn = null);

internal static class CreateEmployee
{
    /// <summary>Hires a person.</summary>
    internal static async Task<IResult> HandleAsync(
        CreateEmployeeRequest request, HireEmployee hire, ShowEmployee show, CancellationToken cancellation)
    {
        var person = new NewEmployee(
            request.EmployeeNumber,
            new EmployeeProfile(
                PersonNames.Of(request.EmployeeNumber, request.NameZh, request.NameLatin, request.NameReading),
                request.WorkEmail,
                request.Mobile,
                request.WorkPlaceId,
                request.Language),
            new Engagement(request.HiredOn, request.ContractKind, request.WorkShare, request.ProbationEndsOn),
            new Placement(request.DepartmentId, request.PositionId, request.SupervisorId));
        var hired = await hire.RunAsync([person], cancellation);
        return TypedResults.Created($"/api/v1/employees/{hired[0].Id}", await show.RunAsync(hired[0].Id, cancellation));
    }
}
