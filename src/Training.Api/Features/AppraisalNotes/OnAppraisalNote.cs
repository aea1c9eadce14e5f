using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Features.AppraisalNotes;

/// <summary>Finds notes of an appraisal for an act, in the order in which requests are refused, and answers them.</summary>
internal sealed class OnAppraisalNote(
    TrainingDb db, Visible visible, CurrentPerson caller, SegmentRaters raters, NoticeBox notices, OrganisationClock clock)
{
    private sealed record Read(AppraisalNote Note, Person Writer, Person? WrittenFor);

    /// <summary>A new note of the direct supervisor of its day, or who stands in for them. Refused: about oneself; to anybody else.</summary>
    public Task<AppraisalNoteResponse> WriteAsync(long id, AppraisalNoteContent content, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var appraisal = await LockedAsync(id, cancellation);
            caller.RefuseOwn(appraisal.EmployeeId);
            var by = await RequireSupervisorAsync(appraisal, content.On, cancellation);
            var note = AppraisalNote.Write(content, by, await ScopeAsync(appraisal, content.On, cancellation), clock.Now);
            db.AppraisalNotes.Add(note);
            await db.FlushAsync(cancellation);
            await TellAsync(appraisal, note, cancellation);
            return await ShowAsync(appraisal, note.Id, cancellation);
        },
        cancellation);

    /// <summary>Says something else in a note. Refused: to who did not write it; a day on which the caller was not the supervisor.</summary>
    public Task<AppraisalNoteResponse> EditAsync(long id, long noteId, AppraisalNoteContent content, IfMatch ifMatch, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var appraisal = await LockedAsync(id, cancellation);
                var note = await FoundAsync(appraisal, noteId, cancellation);
                await RequireSupervisorAsync(appraisal, content.On, cancellation);
                ifMatch.Require(note);
                (await ScopeAsync(appraisal, note.On, cancellation)).RequireOpen();
                var wasShared = note.IsShared;
                note.Edit(content, await ScopeAsync(appraisal, content.On, cancellation));
                await db.FlushAsync(cancellation);
                if (!wasShared)
                {
                    await TellAsync(appraisal, note, cancellation);
                }

                return await ShowAsync(appraisal, noteId, cancellation);
            },
            cancellation);

    /// <summary>Takes a note back. Refused as above.</summary>
    public Task<bool> DeleteAsync(long id, long noteId, IfMatch ifMatch, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var appraisal = await LockedAsync(id, cancellation);
            var note = await FoundAsync(appraisal, noteId, cancellation);
            ifMatch.Require(note);
            (await ScopeAsync(appraisal, note.On, cancellation)).RequireOpen();
            db.AppraisalNotes.Remove(note);
            return true;
        },
        cancellation);

    /// <summary>One note that the caller may see.</summary>
    public async Task<AppraisalNoteResponse> ReadAsync(long id, long noteId, CancellationToken cancellation) =>
        await ShowAsync(await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation), noteId, cancellation);

    /// <summary>The notes of the appraisal that the caller may see, in a number of queries that does not grow with them.</summary>
    public async Task<IReadOnlyList<AppraisalNoteItem>> ListAsync(long id, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        var rows = await RowsAsync(visible.AppraisalNotes().Where(x => x.AppraisalId == id), cancellation);
        var days = await SegmentDays.ReadAsync(db, appraisal, cancellation);
        var attached = await AttachedAsync(appraisal, days, cancellation);
        return
        [
            .. rows.Select(x => new AppraisalNoteItem(
                x.Note.Id, x.Note.On, x.Note.Kind, x.Note.Text, x.Note.IsShared, x.Writer.Id, x.Writer.EmployeeNumber, x.Writer.NameZh, x.Writer.NameLatin,
                days.On(x.Note.On)?.Number, [.. attached[x.Note.Id]], x.Note.WrittenAt, x.Note.Version)),
        ];
    }

    private async Task<Appraisal> LockedAsync(long id, CancellationToken cancellation)
    {
        await db.LockAsync(CycleQueries.Lock, cancellation);
        return await visible.Appraisals().OneAsync(id, cancellation);
    }

    /// <summary>A note that the caller may change. Refused: to who did not write it, nor stands in for who did.</summary>
    private async Task<AppraisalNote> FoundAsync(Appraisal appraisal, long noteId, CancellationToken cancellation)
    {
        var note = await visible.AppraisalNotes().Where(x => x.AppraisalId == appraisal.Id).OneAsync(noteId, cancellation);
        return await MayChangeAsync(appraisal, note, cancellation) ? note : throw AppraisalNoteRefusals.NotTheWriter.With();
    }

    private async Task<bool> MayChangeAsync(Appraisal appraisal, AppraisalNote note, CancellationToken cancellation) =>
        (note.WriterId == caller.EmployeeId && !caller.Is(appraisal.EmployeeId))
        || await raters.ScorerAsync(note.WrittenForId ?? note.WriterId, appraisal.EmployeeId, cancellation) is not null;

    private async Task<SegmentScorer> RequireSupervisorAsync(Appraisal appraisal, DateOnly on, CancellationToken cancellation)
    {
        var person = appraisal.EmployeeId;
        var supervisor = await db.ReportingLines
            .Where(x => x.EmployeeId == person && x.IsDirect && x.From <= on && (x.To == null || x.To >= on)).Select(x => (long?)x.SupervisorId)
            .FirstOrDefaultAsync(cancellation);
        return await raters.ScorerAsync(supervisor, person, cancellation) ?? throw AppraisalNoteRefusals.NotTheSupervisor.With(("on", on));
    }

    private async Task<AppraisalNoteScope> ScopeAsync(Appraisal appraisal, DateOnly on, CancellationToken cancellation)
    {
        var code = await db.AppraisalCycles.Where(x => x.Id == appraisal.CycleId).Select(x => x.Code).SingleAsync(cancellation);
        return new(appraisal, Quarter.Parse(code)!.Value, (await SegmentDays.ReadAsync(db, appraisal, cancellation)).On(on), clock.Today);
    }

    private async Task TellAsync(Appraisal appraisal, AppraisalNote note, CancellationToken cancellation)
    {
        if (note.IsShared)
        {
            await notices.TellAsync(
                "appraisal.noteShared", appraisal.EmployeeId, new NoticeSubject("appraisal", appraisal.Id), cancellation, ("on", note.On), ("kind", note.Kind));
        }
    }

    private async Task<AppraisalNoteResponse> ShowAsync(Appraisal appraisal, long noteId, CancellationToken cancellation)
    {
        var id = appraisal.Id;
        var row = (await RowsAsync(visible.AppraisalNotes().Where(x => x.AppraisalId == id && x.Id == noteId), cancellation)) is [var found]
            ? found : throw Errors.CommonRefusals.Unknown.With();
        var days = await SegmentDays.ReadAsync(db, appraisal, cancellation);
        var (note, segment) = (row.Note, days.On(row.Note.On));
        var isOpen = !appraisal.IsPublished && segment is not { State: AppraisalSegmentState.Scored };
        return new(
            note.Id, id, note.Kind, note.On, note.Text, note.IsShared, row.Writer, row.WrittenFor, segment?.Number,
            [.. (await AttachedAsync(appraisal, days, cancellation))[noteId]], note.WrittenAt,
            isOpen && await MayChangeAsync(appraisal, note, cancellation) ? [AppraisalNoteAct.Edit, AppraisalNoteAct.Delete] : [], note.Version);
    }

    private async Task<IReadOnlyList<Read>> RowsAsync(IQueryable<AppraisalNote> notes, CancellationToken cancellation) => await (
        from note in notes.AsNoTracking()
        join writer in db.Employees on note.WriterId equals writer.Id
        join seat in db.Employees on note.WrittenForId equals (long?)seat.Id into seats
        from seat in seats.DefaultIfEmpty()
        orderby note.Id
        select new Read(
            note, new Person(writer.Id, writer.EmployeeNumber, writer.NameZh, writer.NameLatin),
            seat == null ? null : new Person(seat.Id, seat.EmployeeNumber, seat.NameZh, seat.NameLatin))).ToListAsync(cancellation);

    /// <summary>The codes of the KPIs to which notes were attached in segments that are scored and whose marks the caller may read.</summary>
    private async Task<ILookup<long, string>> AttachedAsync(Appraisal appraisal, SegmentDays days, CancellationToken cancellation)
    {
        var isTold = !caller.Is(appraisal.EmployeeId) || appraisal.IsPublished;
        var links = days.Segments.Where(x => isTold && x.State == AppraisalSegmentState.Scored).SelectMany(x => x.Notes).ToList();
        var kpis = links.ConvertAll(x => x.KpiId);
        var codes = await db.Kpis.AsNoTracking().Where(x => kpis.Contains(x.Id)).ToDictionaryAsync(x => x.Id, x => x.Code, cancellation);
        return links.ToLookup(x => x.NoteId, x => codes[x.KpiId]);
    }
}
