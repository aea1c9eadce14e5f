using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

internal static class ListAppraisals
{
    internal static readonly Sorts<AppraisalRow> Fields = new(x => x.Appraisal.Id, "-quarter,name")
    {
        { "quarter", x => x.Cycle.Code },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "stage", x => x.Appraisal.Stage },
        { "openedAt", x => x.Appraisal.OpenedAt },
    };

    /// <summary>The appraisals that the caller may see: to HR those of people who do not stand above them; to others their own and those
    /// with a segment in whose days the person stood below them, and published ones of who stands below them today. That others read a score
    /// is noted for the person. <c>q</c> looks in name and number of the person.</summary>
    internal static ListOf<AppraisalListItem> Handle(
        [AsParameters] AppraisalFilter filter, [AsParameters] SearchRequest list, Visible visible, CurrentPerson caller, LookupNotes lookups, TrainingDb db)
    {
        var appraisals = Narrowed(visible.Appraisals(), visible.AppraisalSegments(), filter, db);
        if (list.Typed is { } typed)
        {
            appraisals = appraisals.Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.SearchText.Contains(typed)));
        }

        return ListOf.From(AppraisalRow.Of(appraisals, db), Fields, AppraisalRow.Item(visible.AppraisalSegments()), list)
            .Showing(shown => lookups.NoteScores(
                caller.AccountId, shown.Where(x => x.Final is not null || x.Unrated is not null).Select(x => x.EmployeeId).Distinct()));
    }

    /// <param name="segments">Those that may be asked about.</param>
    internal static IQueryable<Appraisal> Narrowed(
        IQueryable<Appraisal> appraisals, IQueryable<AppraisalSegment> segments, AppraisalFilter filter, TrainingDb db)
    {
        var found = appraisals.Where(x => (filter.CycleId == null || x.CycleId == filter.CycleId)
            && (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId));
        if (filter.Quarter is { } quarter)
        {
            var code = quarter.ToString();
            found = found.Where(x => db.AppraisalCycles.Any(y => y.Id == x.CycleId && y.Code == code));
        }

        if (filter.Stage is { Value: var stage })
        {
            found = found.Where(x => x.Stage == stage);
        }

        return filter is { DepartmentId: null, SupervisorId: null }
            ? found
            : found.Where(x => segments.Any(y => y.AppraisalId == x.Id && y.Days > 0
                && (filter.DepartmentId == null || y.DepartmentId == filter.DepartmentId)
                && (filter.SupervisorId == null || y.SupervisorId == filter.SupervisorId)));
    }
}

internal static class ListMyAppraisals
{
    /// <summary>The caller's own appraisals.</summary>
    internal static ListOf<AppraisalListItem> Handle(
        [AsParameters] AppraisalFilter filter, [AsParameters] ListRequest list, CurrentPerson caller, TrainingDb db)
    {
        var self = caller.EmployeeId ?? 0;
        var own = db.Appraisals.Where(x => x.EmployeeId == self);
        return ListOf.From(
            AppraisalRow.Of(ListAppraisals.Narrowed(own, db.AppraisalSegments, filter, db), db), ListAppraisals.Fields,
            AppraisalRow.Item(db.AppraisalSegments), list);
    }
}
