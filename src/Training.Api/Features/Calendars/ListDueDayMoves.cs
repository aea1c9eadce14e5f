using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Calendars;

namespace Training.Api.Features.Calendars;

/// <summary>A due day that the calendar of now puts on another day, for everybody who was given the plan's item on a day.</summary>
/// <param name="AssignedOn">The day on which the people were given the item.</param>
/// <param name="AnchorOn">The day that the new due day is counted from.</param>
/// <param name="WorkingDays">Working days from the anchor to the new due day.</param>
/// <param name="IsCertain">Whether the years in between are all complete; else the due day may move again.</param>
/// <param name="People">How many have the item open.</param>
public sealed record DueDayMoveListItem(
    long PlanId, string PlanCode, long PlanItemId, long CourseId, string CourseCode, string CourseNameZh, DateOnly AssignedOn,
    DateOnly DueOn, DateOnly NewDueOn, DateOnly AnchorOn, DueAnchor AnchorKind, int WorkingDays, bool IsCertain, int People);

internal static class ListDueDayMoves
{
    private static readonly Sorts<DueDayMoveListItem> Sorts = new(x => x.PlanItemId, "newDueOn,planCode,assignedOn,dueOn")
    {
        { "dueOn", x => x.DueOn },
        { "newDueOn", x => x.NewDueOn },
        { "planCode", x => x.PlanCode },
        { "assignedOn", x => x.AssignedOn },
        { "people", x => x.People },
    };

    /// <summary>Shows which open due days the calendar of now puts on another day. They stay where they are until they are
    /// moved.</summary>
    internal static async Task<ListOf<DueDayMoveListItem>> HandleAsync(
        [AsParameters] ListRequest list, TrainingDb db, CancellationToken cancellation)
    {
        var moves = await db.DueDayMovesAsync(cancellation);
        var courseIds = moves.Select(x => x.CourseId).Distinct().ToList();
        var courses = await db.Courses.AsNoTracking().Where(x => courseIds.Contains(x.Id))
            .Select(x => new { x.Id, x.Code, x.NameZh }).ToDictionaryAsync(x => x.Id, cancellation);

        return ListOf.From(
            [.. moves.Select(x => new DueDayMoveListItem(
                x.Plan.Id, x.Plan.Code, x.PlanItemId, x.CourseId, courses[x.CourseId].Code, courses[x.CourseId].NameZh, x.AssignedOn,
                x.Old.On, x.New.On, x.New.Anchor, x.New.AnchorKind, x.New.WorkingDays, x.IsCertain, x.People))],
            Sorts,
            list);
    }
}
