using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;

namespace Training.Api.Features.Appraisals;

/// <summary>Answers the targets of an appraisal, in a number of queries that does not grow with its items.</summary>
internal sealed class TargetSheet(TrainingDb db, Visible visible, TargetSides sides, OrganisationClock clock)
{
    private sealed record Item(long PositionId, long KpiId, string KpiCode, string NameZh, string? NameEn, ScoringMethod Method, decimal? Target);

    private sealed record Sheet(
        Appraisal Appraisal, AppraisalCycle Cycle, IReadOnlyDictionary<int, TargetParties> Parties, IReadOnlyDictionary<long, Person> People,
        ILookup<long, Item> Items, IReadOnlyDictionary<(int Segment, long KpiId), SegmentTarget> Targets, WorkingCalendar Calendar)
    {
        public Person? Of(long? id) => id is { } person ? People[person] : null;
    }

    /// <summary>The targets in the segments with days that the caller may see. An appraisal that they may not see is unknown.</summary>
    public async Task<AppraisalTargetsResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        var cycle = await db.AppraisalCycles.Whole().AsNoTracking().SingleAsync(x => x.Id == appraisal.CycleId, cancellation);
        var segments = await visible.AppraisalSegments().AsNoTracking().Where(x => x.AppraisalId == id && x.Days > 0).OrderBy(x => x.Number)
            .ToListAsync(cancellation);
        var targets = await db.SegmentTargets.AsNoTracking().Include(x => x.Steps).AsSingleQuery().Where(x => x.AppraisalId == id)
            .ToDictionaryAsync(x => (x.SegmentNumber, x.KpiId), cancellation);
        var parties = await sides.OfAsync(appraisal, segments, cancellation);
        var sheet = new Sheet(
            appraisal, cycle, parties, await PeopleAsync(appraisal, segments, targets.Values, parties.Values, cancellation),
            await ItemsAsync(cycle, segments, cancellation), targets, await db.WorkingCalendarAsync(cancellation));
        return new(
            id, cycle.Code, sheet.People[appraisal.EmployeeId], appraisal.Stage, appraisal.IsByTemplate, cycle.Dates.DataCutOffOn,
            [.. segments.Select(x => Show(sheet, x))], MayAgree(sheet, segments) ? [AppraisalAct.AgreeTargets] : [], appraisal.Version);
    }

    /// <summary>One of them.</summary>
    public async Task<TargetItemResponse> ReadAsync(long id, int segment, long kpiId, CancellationToken cancellation) =>
        (await ReadAsync(id, cancellation)).Segments.Single(x => x.Number == segment).Items.Single(x => x.KpiId == kpiId);

    private static bool MayAgree(Sheet sheet, List<AppraisalSegment> segments)
    {
        var own = segments.FindAll(x => sheet.Cycle.Asks(x) && sheet.Parties[x.Number].Side is not null);
        return AppraisalLife.Table.Allows(sheet.Appraisal.Stage, AppraisalAct.AgreeTargets)
            && own.Exists(x => !x.IsAgreedBy(sheet.Parties[x.Number].Side!.Value))
            && !sheet.Targets.Values.Any(x => x.State != SegmentTargetState.Agreed && own.Exists(y => y.Number == x.SegmentNumber));
    }

    private SegmentTargetsResponse Show(Sheet sheet, AppraisalSegment segment)
    {
        var parties = sheet.Parties[segment.Number];
        var opened = clock.DayOf(sheet.Appraisal.OpenedAt);
        var due = TargetDays.Of(sheet.Cycle, opened, segment, sheet.Calendar);
        var isCertain = due.On == segment.TargetsExtendedTo || sheet.Calendar.IsComplete(due.CountedFrom ?? sheet.Cycle.Quarter.FirstDay, due.On);
        return new(
            segment.Number, segment.FromOn, segment.ToOn, sheet.Of(parties.RaterId), sheet.Of(parties.DeciderId), due.On, due.CountedFrom, isCertain,
            segment.TargetsExtendedTo, segment.TargetsExtensionReason, segment.TargetsAgreedByPersonAt, segment.TargetsAgreedByRaterAt,
            sheet.Of(segment.TargetsAgreedById), sheet.Of(segment.TargetsAgreedForId),
            [.. sheet.Items[segment.PositionId].Select(x => Show(sheet, segment.Number, parties, x))]);
    }

    private TargetItemResponse Show(Sheet sheet, int segment, TargetParties parties, Item item)
    {
        var target = sheet.Targets.GetValueOrDefault((segment, item.KpiId));
        return new(
            segment, item.KpiId, item.KpiCode, item.NameZh, item.NameEn, item.Method.Kind, TargetRules.IsTaken(item.Method), item.Target, target?.Holds,
            target?.Holds ?? item.Target, target?.Id, target?.State, target?.Proposed, target?.ProposedBy, target?.ProposedOn, target?.Remark,
            target?.Refusals ?? 0,
            [.. (target?.Steps ?? []).OrderBy(x => x.Id).Select(x => new TargetStepResponse(
                x.Act, x.Side, x.Value, sheet.Of(x.EmployeeId), sheet.Of(x.ForId), x.At, x.Remark))],
            Allowed(sheet, parties, item, target), target?.Version ?? 0);
    }

    private IReadOnlyList<SegmentTargetAct> Allowed(Sheet sheet, TargetParties parties, Item item, SegmentTarget? target)
    {
        var stage = sheet.Appraisal.Stage;
        var isRevised = TargetRules.IsTaken(item.Method) && clock.Today <= sheet.Cycle.Dates.DataCutOffOn
            && AppraisalLife.Table.Allows(stage, AppraisalAct.ReviseTargets);
        if (target is null)
        {
            return isRevised && parties.Side is not null ? [SegmentTargetAct.Propose] : [];
        }

        return SegmentTargetLife.Table.AllowedActions(target.State, parties, (who, act) => act switch
        {
            SegmentTargetAct.Propose => isRevised && who.Side is not null,
            SegmentTargetAct.Agree or SegmentTargetAct.Refuse => isRevised && who.Side is { } side && side != target.ProposedBy,
            SegmentTargetAct.Decide => who.Deciding is not null && AppraisalLife.Table.Allows(stage, AppraisalAct.DecideTargets),
            _ => false,
        });
    }

    private async Task<ILookup<long, Item>> ItemsAsync(AppraisalCycle cycle, List<AppraisalSegment> segments, CancellationToken cancellation)
    {
        var positions = segments.Select(x => x.PositionId).ToHashSet();
        var templates = cycle.Templates.Where(x => positions.Contains(x.PositionId)).Select(x => x.TemplateId).ToList();
        var items = await (
            from template in db.KpiTemplates
            where templates.Contains(template.Id)
            from section in template.Sections
            from item in section.Items
            join kpi in db.Kpis.Latest() on item.KpiId equals kpi.Kpi.Id
            orderby section.Sequence, item.Sequence
            select new Item(template.PositionId, kpi.Kpi.Id, kpi.Kpi.Code, kpi.Content.NameZh, kpi.Content.NameEn, item.Method, item.Target))
            .ToListAsync(cancellation);
        return items.ToLookup(x => x.PositionId);
    }

    private async Task<IReadOnlyDictionary<long, Person>> PeopleAsync(
        Appraisal appraisal, List<AppraisalSegment> segments, IEnumerable<SegmentTarget> targets, IEnumerable<TargetParties> parties,
        CancellationToken cancellation)
    {
        IEnumerable<long?> named =
        [
            appraisal.EmployeeId, .. segments.SelectMany(x => new[] { x.TargetsAgreedById, x.TargetsAgreedForId }),
            .. targets.SelectMany(x => x.Steps).SelectMany(x => new[] { x.EmployeeId, x.ForId }),
            .. parties.SelectMany(x => new[] { x.RaterId, x.DeciderId }),
        ];
        var ids = named.OfType<long>().Distinct().ToList();
        return await db.Employees.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
    }
}
