using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.People;

namespace Training.Api.Features.Employees;

/// <summary>The latest employment as it should have been entered.</summary>
/// <param name="WorkShare">Share of full working time, 0.01 to 1.</param>
/// <param name="ProbationEndsOn">Last day of probation; none: no probation.</param>
/// <param name="LeftOn">Last day; none takes a leaving back.</param>
public sealed record CorrectEmploymentRequest(
    DateOnly HiredOn,
    ContractKind ContractKind,
    decimal WorkShare,
    DateOnly? ProbationEndsOn,
    DateOnly? LeftOn,
    [TextLength(0, 200)] string? LeaveReason);

internal static class CorrectEmployment
{
    /// <summary>Puts right what was entered wrongly about the latest employment; assignments and lines follow.</summary>
    internal static Task<EmployeeResponse> HandleAsync(
        long id, CorrectEmploymentRequest request, IfMatch ifMatch, OnEmployee on, CancellationToken cancellation) =>
        on.EmployAsync(
            id,
            ifMatch,
            (employee, timeline) =>
            {
                employee.CorrectLatestPeriod(
                    new Engagement(request.HiredOn, request.ContractKind, request.WorkShare, request.ProbationEndsOn),
                    request.LeftOn is { } leftOn ? new Leaving(leftOn, request.LeaveReason) : null);
                timeline.FollowEmployment();
                return Task.CompletedTask;
            },
            cancellation);
}
