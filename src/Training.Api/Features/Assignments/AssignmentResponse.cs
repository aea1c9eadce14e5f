using System.Linq.Expressions;
using Training.Api.Queries;
using Training.Domain.Rules;

namespace Training.Api.Features.Assignments;

/// <summary>Where a person works, both days included.</summary>
/// <param name="Supervisor">The direct supervisor; none: nobody stands above.</param>
/// <param name="To">Last day; none while it is open.</param>
public sealed record AssignmentResponse(
    long Id, DateOnly From, DateOnly? To, Named Department, Named Position, Person? Supervisor, int Version) : IVersioned
{
    internal static readonly Expression<Func<Placed, AssignmentResponse>> Of = x => new AssignmentResponse(
        x.Assignment.Id,
        x.Assignment.From,
        x.Assignment.To,
        new Named(x.Department.Id, x.Department.Code, new Bilingual(x.Department.NameZh, x.Department.NameEn)),
        new Named(x.Position.Id, x.Position.Code, new Bilingual(x.Position.NameZh, x.Position.NameEn)),
        x.Supervisor == null ? null : new Person(x.Supervisor.Id, x.Supervisor.EmployeeNumber, x.Supervisor.NameZh, x.Supervisor.NameLatin),
        x.Assignment.Version);
}
