using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Imports.TeamSheets;

/// <summary>A segment that the caller rates.</summary>
/// <param name="Quarter">Of its cycle.</param>
/// <param name="Closure">Its department's scoring was closed, with the department's name; none: it is open.</param>
internal sealed record TeamSegment(
    string Quarter, string EmployeeNumber, string NameZh, Appraisal Appraisal, AppraisalSegment Segment, IReadOnlyList<TemplateItem> Items,
    (ScoringClosure At, Bilingual Department)? Closure)
{
    /// <summary>Refuses what cannot be marked today.</summary>
    public void Require(OrganisationClock clock)
    {
        Segment.RequireOpen();
        Appraisal.Require(AppraisalAct.Score);
        Segment.RequireDue(Appraisal.Stage, clock.Today);
        if (Closure is { } closed && Segment.IsClosedBy(closed.At))
        {
            throw ScoringClosureRefusals.ScoringClosed.With(
                ("number", Segment.Number), ("department", closed.Department), ("on", clock.DayOf(closed.At.At)));
        }
    }
}

/// <summary>The segments whose rater the caller is, or for whom they stand in today.</summary>
internal sealed class TeamSegments(TrainingDb db, Visible visible, CurrentPerson caller, OrganisationClock clock, SegmentRaters raters)
{
    private sealed class Row
    {
        public required string Quarter { get; init; }

        public required Employee Person { get; init; }

        public required Appraisal Appraisal { get; init; }

        public required AppraisalSegment Segment { get; init; }
    }

    /// <summary>Those that wait for marks; a number of queries that does not grow with them.</summary>
    public async Task<IReadOnlyList<TeamSegment>> OpenAsync(CancellationToken cancellation)
    {
        AppraisalStage[] stages = [.. Enum.GetValues<AppraisalStage>().Where(x => AppraisalLife.Table.Allows(x, AppraisalAct.Score))];
        var found = Rows(visible.AppraisalSegments().Where(x => x.State == AppraisalSegmentState.Open)).Where(x => stages.Contains(x.Appraisal.Stage));
        return await RatedAsync(
            await found.OrderBy(x => x.Quarter).ThenBy(x => x.Person.EmployeeNumber).ThenBy(x => x.Segment.Number).AsNoTracking().ToListAsync(cancellation), cancellation);
    }

    /// <summary>Those of these people in these quarters, tracked.</summary>
    public async Task<IReadOnlyList<TeamSegment>> OfAsync(
        IReadOnlyCollection<string> quarters, IReadOnlyCollection<string> numbers, CancellationToken cancellation) => await RatedAsync(
        await Rows(visible.AppraisalSegments()).Where(x => quarters.Contains(x.Quarter) && numbers.Contains(x.Person.EmployeeNumber)).ToListAsync(cancellation),
        cancellation);

    private IQueryable<Row> Rows(IQueryable<AppraisalSegment> segments) =>
        from segment in segments
        where segment.Days > 0
        join appraisal in db.Appraisals on segment.AppraisalId equals appraisal.Id
        join cycle in db.AppraisalCycles on appraisal.CycleId equals cycle.Id
        join person in db.Employees on appraisal.EmployeeId equals person.Id
        select new Row { Quarter = cycle.Code, Person = person, Appraisal = appraisal, Segment = segment };

    private async Task<IReadOnlyList<TeamSegment>> RatedAsync(List<Row> rows, CancellationToken cancellation)
    {
        var (self, today) = (caller.EmployeeId ?? 0, clock.Today);
        var seats = await db.Delegations.Where(x => x.DeputyId == self && x.From <= today && x.To >= today).Select(x => x.SupervisorId).ToListAsync(cancellation);
        var above = await db.ReportingLines.Where(x => x.EmployeeId == self && x.From <= today && (x.To == null || x.To >= today))
            .Select(x => x.SupervisorId).ToListAsync(cancellation);
        var ids = rows.ConvertAll(x => x.Segment.Id);
        var meant = await raters.OfAsync(db.AppraisalSegments.Where(x => ids.Contains(x.Id)), cancellation);
        var rated = rows.FindAll(x => x.Appraisal.EmployeeId != self && meant[x.Segment.Id] is { } rater
            && (rater == self || (seats.Contains(rater) && !above.Contains(x.Appraisal.EmployeeId))));
        var (items, closures) = (new Dictionary<long, ILookup<long, TemplateItem>>(), await ClosuresAsync(rated, cancellation));
        foreach (var cycle in rated.GroupBy(x => x.Appraisal.CycleId, x => x.Segment.PositionId))
        {
            items[cycle.Key] = await db.ItemsAsync(cycle.Key, [.. cycle.Distinct()], cancellation);
        }

        return rated.ConvertAll(x => new TeamSegment(
            x.Quarter, x.Person.EmployeeNumber, x.Person.NameZh, x.Appraisal, x.Segment, [.. items[x.Appraisal.CycleId][x.Segment.PositionId]],
            closures.TryGetValue((x.Appraisal.CycleId, x.Segment.DepartmentId), out var closed) ? closed : null));
    }

    private async Task<Dictionary<(long, long), (ScoringClosure, Bilingual)>> ClosuresAsync(List<Row> rated, CancellationToken cancellation)
    {
        var cycles = rated.Select(x => x.Appraisal.CycleId).Distinct().ToList();
        var rows = await (
            from closure in db.ScoringClosures.AsNoTracking()
            where cycles.Contains(closure.CycleId)
            join department in db.Departments on closure.DepartmentId equals department.Id
            select new { closure, department.NameZh, department.NameEn }).ToListAsync(cancellation);
        return rows.ToDictionary(x => (x.closure.CycleId, x.closure.DepartmentId), x => (x.closure, new Bilingual(x.NameZh, x.NameEn)));
    }
}
