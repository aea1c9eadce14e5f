using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Employees;

/// <param name="HiredOn">First day; after the last day of the employment before.</param>
/// <param name="WorkShare">Share of full working time, 0.01 to 1.</param>
/// <param name="ProbationEndsOn">Last day of probation; none: no probation.</param>
/// <param name="SupervisorId">The direct supervisor; none: nobody stands above.</param>
public sealed record RehireRequest(
    DateOnly HiredOn,
    ContractKind ContractKind,
    long DepartmentId,
    long PositionId,
    long? SupervisorId = null,
    decimal WorkShare = 1m,
    DateOnly? ProbationEndsOn = null);

internal static class Rehire
{
    /// <summary>A new employment under the same number, with its first placement; everything kept before stays.</summary>
    internal static Task<EmployeeResponse> HandleAsync(
        long id, RehireRequest request, IfMatch ifMatch, OnEmployee on, TrainingDb db, CancellationToken cancellation) =>
        on.EmployAsync(
            id,
            ifMatch,
            async (employee, timeline) =>
            {
                var placement = new Placement(request.DepartmentId, request.PositionId, request.SupervisorId);
                await db.RequireAsync([placement], cancellation);
                employee.Rehire(new Engagement(request.HiredOn, request.ContractKind, request.WorkShare, request.ProbationEndsOn));
                timeline.Start(placement);
            },
            cancellation);
}
