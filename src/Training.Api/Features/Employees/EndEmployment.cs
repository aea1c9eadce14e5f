using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.People;

namespace Training.Api.Features.Employees;

/// <param name="LeftOn">Last day of employment; it may lie ahead.</param>
/// <param name="Reason">Why, for HR.</param>
public sealed record EndEmploymentRequest(DateOnly LeftOn, [TextLength(0, 200)] string? Reason = null);

internal static class EndEmployment
{
    /// <summary>Ends the latest employment with its last day. Assignments end with it, later ones vanish; from the day after,
    /// the person cannot sign in, and those below stand under the next above.</summary>
    internal static Task<EmployeeResponse> HandleAsync(
        long id, EndEmploymentRequest request, IfMatch ifMatch, OnEmployee on, CancellationToken cancellation) =>
        on.EmployAsync(
            id,
            ifMatch,
            (employee, timeline) =>
            {
                employee.EndEmployment(new Leaving(request.LeftOn, request.Reason));
                timeline.FollowEmployment();
                return Task.CompletedTask;
            },
            cancellation);
}
