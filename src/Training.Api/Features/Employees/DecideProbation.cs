using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Employees;

/// <param name="Outcome">As proposed or otherwise.</param>
/// <param name="ExtendedTo">The new last day of an extension, after the old one.</param>
public sealed record DecideProbationRequest(ProbationOutcome Outcome, DateOnly? ExtendedTo = null);

internal static class DecideProbation
{
    /// <summary>HR decides a probation after the supervisor's proposal. An ended probation does not end the employment.
    /// Refused to an account that is nobody's: the decision names who decided.</summary>
    internal static Task<EmployeeResponse> HandleAsync(
        long id,
        DecideProbationRequest request,
        IfMatch ifMatch,
        OnEmployee on,
        CurrentPerson caller,
        OrganisationClock clock,
        CancellationToken cancellation) =>
        on.EditAsync(
            id,
            ifMatch,
            employee =>
            {
                var decider = caller.EmployeeId ?? throw AccessRefusals.NotInRelation.With();
                employee.DecideProbation(request.Outcome, request.ExtendedTo, decider, clock.Today);
                return Task.CompletedTask;
            },
            cancellation);
}
