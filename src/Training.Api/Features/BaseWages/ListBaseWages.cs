using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.BaseWages;

/// <summary>A base wage from its day until the next one's.</summary>
/// <param name="MonthlyAmount">Yuan a month.</param>
public sealed record BaseWageResponse(long Id, DateOnly From, decimal MonthlyAmount, int Version) : IVersioned
{
    internal static readonly Expression<Func<BaseWage, BaseWageResponse>> Of = x => new BaseWageResponse(x.Id, x.From, x.MonthlyAmount, x.Version);
}

internal static class ListBaseWages
{
    private static readonly Sorts<BaseWage> Sorts = new(x => x.Id, "-from") { { "from", x => x.From } };

    /// <summary>A person's base wages, latest first. Who reads those of another is noted for that person.</summary>
    internal static async Task<ListOf<BaseWageResponse>> HandleAsync(
        long id, [AsParameters] ListRequest request, Visible visible, CurrentPerson caller, LookupNotes lookups, CancellationToken cancellation)
    {
        await visible.Paid().Where(x => x.Id == id).Select(x => new { x.Id }).OneAsync(cancellation);
        return ListOf.From(visible.BaseWages().AsNoTracking().Where(x => x.EmployeeId == id), Sorts, BaseWageResponse.Of, request)
            .Showing(shown => lookups.NoteBaseWages(caller.AccountId, shown.Select(x => x.Id)));
    }
}
