using Training.Api.Access;
using Training.Api.Http;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Employees;

/// <param name="Language">In which the person is answered and written to.</param>
public sealed record SetLanguageRequest(Language Language);

internal static class SetLanguage
{
    /// <summary>One's own language; another's is part of the profile, which HR edits.</summary>
    internal static Task<EmployeeResponse> HandleAsync(
        long id, SetLanguageRequest request, IfMatch ifMatch, OnEmployee on, CurrentPerson caller, CancellationToken cancellation) =>
        on.RunAsync(
            id,
            employee =>
            {
                if (!caller.Is(id))
                {
                    throw AccessRefusals.NotInRelation.With();
                }

                ifMatch.Require(employee);
                employee.Speak(request.Language);
                return Task.CompletedTask;
            },
            cancellation);
}
