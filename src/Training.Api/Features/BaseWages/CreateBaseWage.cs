using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.BaseWages;

/// <param name="From">First day on which it holds; one wage per day.</param>
/// <param name="MonthlyAmount">Yuan a month, 0 to 9 999 999.99, two decimals at most.</param>
public sealed record CreateBaseWageRequest(DateOnly From, decimal MonthlyAmount);

internal static class CreateBaseWage
{
    /// <summary>Another base wage from a day on. Nobody enters their own.</summary>
    internal static async Task<IResult> HandleAsync(
        long id, CreateBaseWageRequest request, Visible visible, CurrentPerson caller, TrainingDb db, CancellationToken cancellation)
    {
        var wage = await db.WriteAsync(
            async () =>
            {
                var person = await visible.Paid().Where(x => x.Id == id).Select(x => new { x.EmployeeNumber }).OneAsync(cancellation);
                caller.RefuseOwn(id);
                var created = BaseWage.Create(id, request.From, request.MonthlyAmount);
                if (await db.BaseWages.AnyAsync(x => x.EmployeeId == id && x.From == request.From, cancellation))
                {
                    throw WageRefusals.FromTaken.At("from", ("employeeNumber", person.EmployeeNumber), ("from", request.From));
                }

                db.BaseWages.Add(created);
                return created;
            },
            cancellation);
        return TypedResults.Created(
            $"/api/v1/employees/{id}/base-wages", new BaseWageResponse(wage.Id, wage.From, wage.MonthlyAmount, wage.Version));
    }
}
