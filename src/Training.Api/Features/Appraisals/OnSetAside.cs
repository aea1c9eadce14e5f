using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>Finds an appraisal in which HR sets items aside, in the order in which requests are refused, and answers what is set aside.</summary>
internal sealed class OnSetAside(TrainingDb db, Visible visible, CurrentPerson caller)
{
    /// <summary>One act on what is set aside in an appraisal, in one write. Refused: about oneself; in a stage that does not accept it.</summary>
    public Task<T> ActAsync<T>(long id, Func<Appraisal, Task<T>> act, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(CycleQueries.Lock, cancellation);
            var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
            caller.RefuseOwn(appraisal.EmployeeId);
            var answer = await act(appraisal);
            await db.SettleAsync(appraisal, cancellation);
            return answer;
        },
        cancellation);

    /// <summary>What is set aside in the segments of the appraisal that the caller may see, in the order of KPI and segment; one query.</summary>
    public async Task<IReadOnlyList<SetAsideResponse>> OfAsync(long appraisalId, CancellationToken cancellation)
    {
        var segments = visible.AppraisalSegments();
        return await ShowAsync(
            db.ItemSetAsides.Where(x => x.AppraisalId == appraisalId
                && segments.Any(y => y.AppraisalId == x.AppraisalId && (x.SegmentNumber == null || y.Number == x.SegmentNumber))),
            cancellation);
    }

    /// <summary>What is set aside, as it is answered.</summary>
    public async Task<IReadOnlyList<SetAsideResponse>> ShowAsync(IQueryable<ItemSetAside> asides, CancellationToken cancellation) => await (
        from aside in asides.AsNoTracking()
        join kpi in db.Kpis.Latest() on aside.KpiId equals kpi.Kpi.Id
        join account in db.Users on aside.AccountId equals account.Id
        join person in db.Employees on account.EmployeeId equals (long?)person.Id into people
        from person in people.DefaultIfEmpty()
        orderby kpi.Kpi.Code, aside.SegmentNumber ?? 0
        select new SetAsideResponse(
            aside.Id, aside.AppraisalId, aside.KpiId, kpi.Kpi.Code, kpi.Content.NameZh, kpi.Content.NameEn, aside.SegmentNumber, aside.Reason,
            person == null ? null : new Person(person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin),
            aside.At, aside.Version)).ToListAsync(cancellation);
}
