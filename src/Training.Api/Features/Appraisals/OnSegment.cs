using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>Finds a segment for an act, in the order in which requests are refused, and answers how it is scored.</summary>
internal sealed class OnSegment(
    TrainingDb db, Visible visible, CurrentPerson caller, ScoreSegments score, SegmentRaters raters, LookupNotes lookups, OrganisationClock clock)
{
    /// <summary>What the rater of the segment does to it, in one write. Refused: about oneself, and to who is neither its rater nor stands in
    /// for them; in a stage that does not accept it; after scoring was closed in its department; where the
    /// cycle has no template for it.</summary>
    public Task<SegmentScoreResponse> ScoreAsync(
        long id, int number, IReadOnlyList<NoteLink> notes, Action<AppraisalSegment> match,
        Action<AppraisalSegment, IReadOnlyList<TemplateItem>, SegmentScorer> act, CancellationToken cancellation) =>
        ActAsync(
            id,
            number,
            async (appraisal, segment) =>
            {
                var seen = notes.Count == 0 ? [] : await NotesOfAsync(appraisal, number, cancellation);
                await score.RunAsync(
                    appraisal,
                    segment,
                    match,
                    (scored, items, by) =>
                    {
                        scored.Attach(notes, seen, items);
                        act(scored, items, by);
                    },
                    cancellation);
            },
            cancellation);

    /// <summary>The notes of the days of the segment that the caller may see.</summary>
    private async Task<HashSet<long>> NotesOfAsync(Appraisal appraisal, int number, CancellationToken cancellation)
    {
        var id = appraisal.Id;
        var days = await SegmentDays.ReadAsync(db, appraisal, cancellation);
        var notes = await visible.AppraisalNotes().Where(x => x.AppraisalId == id).Select(x => new { x.Id, x.On }).ToListAsync(cancellation);
        return [.. notes.Where(x => days.On(x.On)?.Number == number).Select(x => x.Id)];
    }

    /// <summary>One act on one segment, in one write.</summary>
    public Task<SegmentScoreResponse> ActAsync(
        long id, int number, Func<Appraisal, AppraisalSegment, Task> act, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
                await act(appraisal, await visible.AppraisalSegments().Where(x => x.AppraisalId == id && x.Number == number).OneAsync(cancellation));
                await db.FlushAsync(cancellation);
                return await ReadAsync(id, number, cancellation);
            },
            cancellation);

    /// <summary>How the segment is scored: to its rater also the draft; to others who may see it once it is scored, to the person not before
    /// the results are published.</summary>
    public async Task<SegmentScoreResponse> ReadAsync(long id, int number, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        var segment = await visible.AppraisalSegments().AsNoTracking().Where(x => x.AppraisalId == id && x.Number == number).OneAsync(cancellation);
        var rater = (await raters.OfAsync(db.AppraisalSegments.Where(x => x.Id == segment.Id), cancellation))[segment.Id];
        var isRater = await raters.ScorerAsync(rater, appraisal.EmployeeId, cancellation) is not null;
        var isHidden = !isRater && (segment.State == AppraisalSegmentState.Open || (caller.Is(appraisal.EmployeeId) && !appraisal.IsPublished));
        long?[] named = [appraisal.EmployeeId, rater, segment.ScoredById, segment.ScoredForId];
        var ids = named.OfType<long>().ToList();
        var people = await db.Employees.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
        Person? Of(long? person) => person is { } of ? people[of] : null;
        var items = (await db.ItemsAsync(appraisal, [segment], cancellation)).GetValueOrDefault(number, []);
        if (!isHidden)
        {
            lookups.NoteScores(caller.AccountId, [appraisal.EmployeeId]);
        }

        var notes = isHidden ? [] : await AttachedAsync(segment, cancellation);
        var closedOn = await ClosedOnAsync(appraisal, segment, cancellation);

        // How it is scored is the rater's side, which the person reads with the result.
        var isTold = !caller.Is(appraisal.EmployeeId) || appraisal.IsPublished;
        return new(
            id, number, people[appraisal.EmployeeId], segment.State, Of(rater), isTold ? segment.RaterReason : null, isHidden,
            await ItemsAsync(segment, items, isHidden, cancellation), isHidden ? null : segment.Remark, notes,
            isTold ? Of(segment.ScoredById) : null, isTold ? Of(segment.ScoredForId) : null, isTold ? segment.ScoredAt : null,
            segment is { IsLeftBehind: true, State: AppraisalSegmentState.Scored }, isTold ? closedOn : null,
            items.Count == 0 ? [] : Allowed(appraisal, segment, isRater && closedOn is null), segment.Version);
    }

    /// <summary>The notes attached to its items, as far as the caller may see them.</summary>
    private async Task<IReadOnlyList<NoteLink>> AttachedAsync(AppraisalSegment segment, CancellationToken cancellation)
    {
        var attached = segment.Notes.Select(x => x.NoteId).ToHashSet();
        var seen = attached.Count == 0 ? [] : await visible.AppraisalNotes().Where(x => attached.Contains(x.Id)).Select(x => x.Id).ToListAsync(cancellation);
        return [.. segment.Notes.Where(x => seen.Contains(x.NoteId))];
    }

    /// <summary>Since when its rater scores it no longer; none: they do, or it is scored.</summary>
    private async Task<DateOnly?> ClosedOnAsync(Appraisal appraisal, AppraisalSegment segment, CancellationToken cancellation) =>
        segment.State == AppraisalSegmentState.Open && await db.ClosureAsync(appraisal.CycleId, segment, cancellation) is { } closure
            && segment.IsClosedBy(closure)
            ? clock.DayOf(closure.At)
            : null;

    private List<AppraisalSegmentAct> Allowed(Appraisal appraisal, AppraisalSegment segment, bool isRater)
    {
        var isOpen = segment is { Days: > 0, State: AppraisalSegmentState.Open } && AppraisalLife.Table.Allows(appraisal.Stage, AppraisalAct.Score);
        var acts = new List<AppraisalSegmentAct>();
        if (isOpen && isRater && (appraisal.Stage >= AppraisalStage.SelfReview || segment.ToOn < clock.Today))
        {
            acts.Add(AppraisalSegmentAct.Score);
        }

        if (isOpen && caller.IsHumanResources && !caller.Is(appraisal.EmployeeId))
        {
            acts.Add(AppraisalSegmentAct.NameRater);
        }

        return acts;
    }

    private async Task<IReadOnlyList<SegmentMarkResponse>> ItemsAsync(
        AppraisalSegment segment, IReadOnlyList<TemplateItem> all, bool isHidden, CancellationToken cancellation)
    {
        var marks = isHidden ? [] : segment.Marks.ToDictionary(x => x.KpiId);
        var items = all.Where(x => x.IsRated).ToList();
        var ids = items.ConvertAll(x => x.KpiId);
        var names = await db.Kpis.AsNoTracking().Where(x => ids.Contains(x.Id)).Latest()
            .Select(x => new { x.Kpi.Id, x.Content.NameZh, x.Content.NameEn }).ToDictionaryAsync(x => x.Id, cancellation);
        return
        [
            .. items.Select(x =>
            {
                var (name, mark) = (names[x.KpiId], marks.GetValueOrDefault(x.KpiId));
                return new SegmentMarkResponse(
                    x.KpiId, x.KpiCode, name.NameZh, name.NameEn, x.Method.Scale, x.Method.AllowsHalves ?? false, x.Method.Anchors ?? [], mark?.Value, mark?.Text);
            }),
        ];
    }
}
