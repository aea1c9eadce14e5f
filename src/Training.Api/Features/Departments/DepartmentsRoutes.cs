using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.People;

namespace Training.Api.Features.Departments;

internal static class DepartmentsRoutes
{
    public static void MapDepartments(this IEndpointRouteBuilder api)
    {
        var departments = api.MapGroup("/departments").WithTags("departments");
        departments.MapGet("", ListDepartments.HandleAsync).WithName(nameof(ListDepartments)).RequireAuthorization(Policies.SignedIn);
        departments.MapGet("/{id}", GetDepartment.HandleAsync).WithName(nameof(GetDepartment)).RequireAuthorization(Policies.SignedIn);
        departments.MapPost("", CreateDepartment.HandleAsync).WithName(nameof(CreateDepartment)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(DepartmentRefusals.CodeTaken, DepartmentRefusals.ParentUnknown, DepartmentRefusals.HeadUnknown)
            .Refuses(DepartmentRefusals.Retired, DepartmentRefusals.HeadInFuture, DepartmentRefusals.HeadNotEmployed);
        departments.MapPut("/{id}", EditDepartment.HandleAsync).WithName(nameof(EditDepartment)).RequireAuthorization(Policies.ManagePeople)
            .Refuses(DepartmentRefusals.ParentUnknown, DepartmentRefusals.HeadUnknown, DepartmentRefusals.Retired, DepartmentRefusals.Loop)
            .Refuses(DepartmentRefusals.HeadInFuture, DepartmentRefusals.HeadTooEarly, DepartmentRefusals.HeadNotEmployed);
        departments.MapPost("/{id}/retire", RetireDepartment.HandleAsync).WithName(nameof(RetireDepartment))
            .RequireAuthorization(Policies.ManagePeople)
            .Refuses(DepartmentRefusals.Retired, DepartmentRefusals.HasPeople, DepartmentRefusals.HasChildren);
    }
}
