using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Employees;

/// <param name="Outcome">How the probation should be decided.</param>
public sealed record ProposeProbationRequest(ProbationOutcome Outcome);

internal static class ProposeProbation
{
    /// <summary>The direct supervisor, or a deputy, says how the probation should be decided; a later proposal takes the place
    /// of an earlier one. HR is told.</summary>
    internal static Task<EmployeeResponse> HandleAsync(
        long id,
        ProposeProbationRequest request,
        IfMatch ifMatch,
        OnEmployee on,
        Relations relations,
        CurrentPerson caller,
        NoticeBox notices,
        OrganisationClock clock,
        CancellationToken cancellation) =>
        on.RunAsync(
            id,
            async employee =>
            {
                caller.RefuseOwn(id);
                if (await relations.ToAsync(id, clock.Today, cancellation) != Relation.DirectReport)
                {
                    throw AccessRefusals.NotInRelation.With();
                }

                ifMatch.Require(employee);
                var stoodInFor = await relations.StandsInForAsync(id, clock.Today, cancellation);
                employee.ProposeProbation(request.Outcome, caller.EmployeeId!.Value, stoodInFor, clock.Today);
                await notices.TellRolesAsync(
                    "probation.proposed", [Role.HumanResources], except: id, [], new NoticeSubject("employee", id), cancellation,
                    ("employeeNumber", employee.EmployeeNumber), ("name", employee.NameZh));
            },
            cancellation);
}
