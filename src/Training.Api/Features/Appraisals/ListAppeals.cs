using System.Linq.Expressions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Features.Appraisals;

/// <summary>Which appeals.</summary>
/// <param name="State">That wait for a reviewer, are looked into, or were decided so.</param>
/// <param name="Quarter">Against results of this quarter (<c>2026Q4</c>).</param>
/// <param name="IsOpen">That wait for a decision, or have one.</param>
public sealed record AppealFilter(
    [FromQuery(Name = "state")] Choice<AppealState>? State = null,
    [FromQuery(Name = "quarter")] Quarter? Quarter = null,
    [FromQuery(Name = "isOpen")] bool? IsOpen = null);

/// <summary>An appeal in a list.</summary>
/// <param name="ResultNumber">The version of the result that it is against.</param>
/// <param name="DueOn">The day until which it is decided.</param>
/// <param name="ReviewerNumber">Employee number of the second reviewer; none yet.</param>
public sealed record AppealListItem(
    long Id, long AppraisalId, string Quarter, long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, int ResultNumber,
    AppealState State, DateTimeOffset FiledAt, DateOnly DueOn, string? ReviewerNumber, string? ReviewerNameZh, DateTimeOffset? DecidedAt, int Version);

internal static class ListAppeals
{
    private static readonly Sorts<Row> Sorts = new(x => x.Appeal.Id, "-filedAt")
    {
        { "filedAt", x => x.Appeal.FiledAt },
        { "dueOn", x => x.Appeal.DueOn },
        { "state", x => x.Appeal.State },
        { "quarter", x => x.Quarter },
        { "name", x => x.Person.NameSortKey },
    };

    private static readonly Expression<Func<Row, AppealListItem>> Item = x => new AppealListItem(
        x.Appeal.Id, x.Appeal.AppraisalId, x.Quarter, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Appeal.ResultNumber,
        x.Appeal.State, x.Appeal.FiledAt, x.Appeal.DueOn, x.Reviewer == null ? null : x.Reviewer.EmployeeNumber,
        x.Reviewer == null ? null : x.Reviewer.NameZh, x.Appeal.DecidedAt, x.Appeal.Version);

    /// <summary>Appeals: to HR and approvers those of people who do not stand above them; to others their own, and those that they have to
    /// decide on.</summary>
    internal static ListOf<AppealListItem> Handle(
        [AsParameters] AppealFilter filter, [AsParameters] ListRequest list, Visible visible, CurrentPerson caller, LookupNotes lookups, TrainingDb db)
    {
        var appeals = visible.Appeals();
        if (filter.State is { Value: var state })
        {
            appeals = appeals.Where(x => x.State == state);
        }

        if (filter.IsOpen is { } isOpen)
        {
            appeals = appeals.Where(x => (x.State == AppealState.Filed || x.State == AppealState.InReview) == isOpen);
        }

        if (filter.Quarter is { } quarter)
        {
            var code = quarter.ToString();
            appeals = appeals.Where(x => db.Appraisals.Any(y => y.Id == x.AppraisalId && db.AppraisalCycles.Any(z => z.Id == y.CycleId && z.Code == code)));
        }

        return ListOf.From(appeals, RowsOf(appeals, db), Sorts, Item, list)
            .Showing(shown => lookups.NoteScores(caller.AccountId, shown.Select(x => x.EmployeeId).Distinct()));
    }

    private static IQueryable<Row> RowsOf(IQueryable<Appeal> appeals, TrainingDb db) =>
        from appeal in appeals.AsNoTracking()
        join appraisal in db.Appraisals on appeal.AppraisalId equals appraisal.Id
        join cycle in db.AppraisalCycles on appraisal.CycleId equals cycle.Id
        join person in db.Employees on appraisal.EmployeeId equals person.Id
        join reviewer in db.Employees on appeal.ReviewerId equals (long?)reviewer.Id into reviewers
        from reviewer in reviewers.DefaultIfEmpty()
        select new Row { Appeal = appeal, Quarter = cycle.Code, Person = person, Reviewer = reviewer };

    private sealed class Row
    {
        public required Appeal Appeal { get; init; }

        public required string Quarter { get; init; }

        public required Employee Person { get; init; }

        public Employee? Reviewer { get; init; }
    }
}
