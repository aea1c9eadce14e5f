using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Imports.Measurements;

/// <summary>Takes back an import of figures: each figure that nobody has changed since becomes what it was, or goes; each correction
/// that still waits goes. The rest stays and is listed, figures of quarters whose data cut-off is over among them.</summary>
internal sealed class UndoFigures(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    private const int Some = 1000;
    private const string Figure = "measurement";

    private sealed record Row(
        ImportChange Change, int? Version, long? EmployeeId, long? DepartmentId, string Key, DateOnly PeriodFrom, KpiPeriod PeriodKind, bool IsOpen);

    public async Task<(int Undone, IReadOnlyList<KeptRow> Kept)> RunAsync(long importId, CancellationToken cancellation)
    {
        var rows = await RowsAsync(importId, cancellation);
        var cutOffs = await db.DataCutOffsAsync(cancellation);
        var own = await db.OwnDepartmentsAsync(caller.EmployeeId, clock.Today, cancellation);
        var (done, kept) = (new List<Row>(rows.Count), new List<KeptRow>());
        foreach (var row in rows.OrderBy(x => x.Change.Row).ThenBy(x => x.Change.Id))
        {
            if (WhyKept(row, cutOffs, own) is { } why)
            {
                kept.Add(new(row.Change.Row, why, row.Version is null ? null : $"{row.Key} {MeasuredPeriod.TextOf(row.PeriodKind, row.PeriodFrom)}"));
            }
            else
            {
                done.Add(row);
            }
        }

        await RestoreAsync([.. done.Where(x => !x.Change.IsNew).Select(x => x.Change)], cancellation);
        foreach (var some in done.Where(x => x.Change.IsNew).Chunk(Some))
        {
            var figures = some.Where(x => x.Change.Entity == Figure).Select(x => x.Change.EntityId).ToList();
            var corrections = some.Where(x => x.Change.Entity != Figure).Select(x => x.Change.EntityId).ToList();
            await BulkChange.DeleteAsync(db, db.Measurements.Where(x => figures.Contains(x.Id)), cancellation);
            await BulkChange.DeleteAsync(db, db.Corrections.Where(x => corrections.Contains(x.Id)), cancellation);
        }

        await MarkAsync([.. done.Select(x => x.Change.Id)], cancellation);
        return (done.Count, kept);
    }

    private Refusal? WhyKept(Row row, DataCutOffs cutOffs, OwnDepartments own) => row switch
    {
        { Version: null } => ImportUndoRefusals.ChangedSince,
        { IsOpen: false } => ImportUndoRefusals.ChangedSince,
        _ when row.Version != row.Change.VersionAfter => ImportUndoRefusals.ChangedSince,
        { EmployeeId: { } person } when caller.Is(person) => ImportRefusals.OwnRow,
        _ when own.Include(row.DepartmentId, MeasuredPeriod.Of(row.PeriodKind, row.PeriodFrom).To) => ImportRefusals.OwnRow,
        { Change.Entity: Figure } when cutOffs.IsOver(Quarter.Of(row.PeriodFrom), clock.Today) => MeasurementRefusals.CutOff,
        _ => null,
    };

    private async Task<List<Row>> RowsAsync(long importId, CancellationToken cancellation)
    {
        var figures = await (from change in db.ImportChanges.AsNoTracking()
                             where change.ImportId == importId && change.Entity == Figure
                             join figure in db.Measurements on change.EntityId equals figure.Id into found
                             from figure in found.DefaultIfEmpty()
                             join kpi in db.Kpis on figure.KpiId equals kpi.Id into kpis
                             from kpi in kpis.DefaultIfEmpty()
                             join person in db.Employees on figure.EmployeeId equals person.Id into people
                             from person in people.DefaultIfEmpty()
                             join department in db.Departments on figure.DepartmentId equals department.Id into departments
                             from department in departments.DefaultIfEmpty()
                             select new
                             {
                                 change, Version = (int?)figure.Version, figure.EmployeeId, figure.DepartmentId,
                                 Number = (string?)person.EmployeeNumber, Code = (string?)department.Code, Kpi = (string?)kpi.Code,
                                 From = (DateOnly?)figure.PeriodFrom, Kind = (KpiPeriod?)figure.PeriodKind,
                             }).ToListAsync(cancellation);
        var corrections = await (from change in db.ImportChanges.AsNoTracking()
                                 where change.ImportId == importId && change.Entity != Figure
                                 join correction in db.Corrections on change.EntityId equals correction.Id into found
                                 from correction in found.DefaultIfEmpty()
                                 select new
                                 {
                                     change, Version = (int?)correction.Version, correction.EmployeeId, correction.DepartmentId,
                                     From = (DateOnly?)correction.PeriodFrom,
                                     Kind = (KpiPeriod?)correction.PeriodKind, State = (CorrectionState?)correction.State,
                                 }).ToListAsync(cancellation);
        return
        [
            .. figures.Select(x => new Row(
                x.change, x.Version, x.EmployeeId, x.DepartmentId, $"{x.Number ?? x.Code} {x.Kpi}", x.From ?? default, x.Kind ?? default, true)),
            .. corrections.Select(x => new Row(
                x.change, x.Version, x.EmployeeId, x.DepartmentId, "#" + x.change.EntityId, x.From ?? default, x.Kind ?? default,
                x.State == CorrectionState.Queued)),
        ];
    }

    private async Task RestoreAsync(IReadOnlyList<ImportChange> changes, CancellationToken cancellation)
    {
        foreach (var some in changes.Chunk(Some))
        {
            var ids = some.Select(x => x.EntityId).ToList();
            var figures = await db.Measurements.Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, cancellation);
            foreach (var change in some)
            {
                UndoRows.Restore(change, db.Entry(figures[change.EntityId]));
            }
        }

        await db.FlushAsync(cancellation);
    }

    private async Task MarkAsync(IReadOnlyList<long> ids, CancellationToken cancellation)
    {
        var now = clock.Now;
        foreach (var some in ids.Chunk(Some))
        {
            await BulkChange.UpdateAsync(
                db, db.ImportChanges.Where(x => some.Contains(x.Id)), x => x.SetProperty(y => y.UndoneAt, now), new { UndoneAt = now }, cancellation);
        }
    }
}
