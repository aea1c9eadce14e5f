using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.BaseWages;

/// <param name="MonthlyAmount">Yuan a month, 0 to 9 999 999.99, two decimals at most.</param>
public sealed record EditBaseWageRequest(decimal MonthlyAmount);

internal static class EditBaseWage
{
    /// <summary>Puts right the amount of a base wage. Nobody corrects their own.</summary>
    internal static async Task<BaseWageResponse> HandleAsync(
        long id,
        long wageId,
        EditBaseWageRequest request,
        IfMatch ifMatch,
        Visible visible,
        CurrentPerson caller,
        TrainingDb db,
        CancellationToken cancellation)
    {
        var wage = await db.WriteAsync(
            async () =>
            {
                var found = await visible.BaseWages().Where(x => x.EmployeeId == id && x.Id == wageId).OneAsync(cancellation);
                caller.RefuseOwn(id);
                ifMatch.Require(found);
                found.Edit(request.MonthlyAmount);
                return found;
            },
            cancellation);
        return new BaseWageResponse(wage.Id, wage.From, wage.MonthlyAmount, wage.Version);
    }
}
