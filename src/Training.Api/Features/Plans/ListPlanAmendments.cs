using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Plans;

/// <summary>An amendment of a plan.</summary>
/// <param name="Id">Id.</param>
/// <param name="Number">1, 2, 3 … within the plan.</param>
/// <param name="State">Where the amendment stands.</param>
/// <param name="Reason">Why the plan is to change.</param>
/// <param name="Added">How many courses it adds.</param>
/// <param name="Changed">How many it changes.</param>
/// <param name="Removed">How many it takes out.</param>
/// <param name="AuthorNameZh">Who proposed it; none for an account of no employee.</param>
/// <param name="AuthorNameLatin">The author's Latin name.</param>
/// <param name="ProposedAt">When.</param>
/// <param name="DecidedAt">When it was approved, returned or withdrawn; none while it waits.</param>
/// <param name="Remark">Why it was returned.</param>
/// <param name="Version">Goes up with every change.</param>
public sealed record PlanAmendmentListItem(
    long Id,
    int Number,
    AmendmentState State,
    string Reason,
    int Added,
    int Changed,
    int Removed,
    string? AuthorNameZh,
    string? AuthorNameLatin,
    DateTimeOffset ProposedAt,
    DateTimeOffset? DecidedAt,
    string? Remark,
    int Version);

internal static class ListPlanAmendments
{
    private static readonly Sorts<PlanAmendment> Fields = new(x => x.Id, "-number")
    {
        { "number", x => x.Number },
        { "state", x => x.State },
        { "proposedAt", x => x.ProposedAt },
        { "decidedAt", x => x.DecidedAt },
    };

    /// <summary>The amendments of a plan, decided or not, the latest first.</summary>
    internal static async Task<ListOf<PlanAmendmentListItem>> HandleAsync(
        long id,
        [FromQuery(Name = "state")] Choice<AmendmentState>? state,
        [AsParameters] ListRequest list,
        Visible visible,
        TrainingDb db,
        CancellationToken cancellation)
    {
        await visible.Plans().Where(x => x.Id == id).Select(x => x.Id).OneAsync(cancellation);
        var amendments = db.PlanAmendments.AsNoTracking().Where(x => x.PlanId == id);
        if (state is { Value: var asked })
        {
            amendments = amendments.Where(x => x.State == asked);
        }

        return ListOf.From(
            amendments,
            Fields,
            x => new PlanAmendmentListItem(
                x.Id, x.Number, x.State, x.Reason,
                x.Items.Count(y => y.Change == ItemChange.Added),
                x.Items.Count(y => y.Change == ItemChange.Changed),
                x.Items.Count(y => y.Change == ItemChange.Removed),
                db.Employees.Where(y => db.Users.Any(z => z.Id == x.AuthorAccountId && z.EmployeeId == y.Id)).Select(y => y.NameZh).FirstOrDefault(),
                db.Employees.Where(y => db.Users.Any(z => z.Id == x.AuthorAccountId && z.EmployeeId == y.Id)).Select(y => y.NameLatin).FirstOrDefault(),
                x.ProposedAt, x.DecidedAt, x.Remark, x.Version),
            list);
    }
}
