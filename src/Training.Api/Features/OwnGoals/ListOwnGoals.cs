using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Http.Lists;
using Training.Api.Queries;

namespace Training.Api.Features.OwnGoals;

internal static class ListOwnGoals
{
    private static readonly Sorts<OwnGoalItem> Fields = new(x => x.Id, "id")
    {
        { "id", x => x.Id },
        { "title", x => x.Title },
        { "dueOn", x => x.DueOn },
        { "setAt", x => x.SetAt },
    };

    /// <summary>The person's own goals in an appraisal: to the person, and to whoever may see a segment of it.</summary>
    internal static async Task<ListOf<OwnGoalItem>> HandleAsync(
        long id, [AsParameters] ListRequest list, Visible visible, CancellationToken cancellation)
    {
        await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        var goals = await visible.OwnGoals().AsNoTracking().Where(x => x.AppraisalId == id).ToListAsync(cancellation);
        return ListOf.From(
            [
                .. goals.Select(x => new OwnGoalItem(
                    x.Id, x.Title, x.Milestones.Count, x.Milestones.Count(y => y.DoneOn is not null),
                    x.Milestones.Where(y => y.DoneOn is null).Min(y => y.DueOn), x.IsDone, x.Progress.Count, x.SetAt, x.Version)),
            ],
            Fields, list);
    }
}
