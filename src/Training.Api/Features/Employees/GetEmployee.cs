namespace Training.Api.Features.Employees;

internal static class GetEmployee
{
    /// <summary>A person: to HR, to themselves, and to those who stand above them today.</summary>
    internal static Task<EmployeeResponse> HandleAsync(long id, ShowEmployee show, CancellationToken cancellation) =>
        show.RunAsync(id, cancellation);
}
