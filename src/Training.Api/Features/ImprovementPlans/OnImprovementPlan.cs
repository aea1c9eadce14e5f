using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.ImprovementPlans;

/// <summary>Finds the improvement plan of an appraisal for an act, in the order in which requests are refused, and answers it.</summary>
internal sealed class OnImprovementPlan(
    TrainingDb db, Visible visible, Relations relations, SegmentRaters raters, CurrentPerson caller, NoticeBox notices, OrganisationClock clock)
{
    /// <summary>A plan for an appraisal. Refused: about oneself; to others than HR and the direct supervisor of today; before publication;
    /// where there is one.</summary>
    public Task<ImprovementPlanResponse> MakeAsync(long id, ImprovementPlanRequest request, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(CycleQueries.Lock, cancellation);
            var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
            await RequireWriterAsync(appraisal.EmployeeId, cancellation);
            var result = appraisal.IsPublished ? await db.LatestResultAsync(id, cancellation) : null;
            if (result is null)
            {
                throw AppraisalRefusals.NotPublished.With();
            }

            if (await db.ImprovementPlans.AnyAsync(x => x.AppraisalId == id, cancellation))
            {
                throw ImprovementRefusals.Exists.With();
            }

            var content = request.Content(await CoachAsync(request.CoachNumber, cancellation));
            var plan = ImprovementPlan.Make(appraisal, content, clock.DayOf(result.PublishedAt), clock.Today);
            db.ImprovementPlans.Add(plan);
            await db.FlushAsync(cancellation);
            await notices.TellAsync("improvementPlan.made", plan.EmployeeId, new NoticeSubject("appraisal", id), cancellation);
            await TellCoachAsync(plan, cancellation);
            return await ShowAsync(plan, cancellation);
        },
        cancellation);

    /// <summary>Other steps, days or another coach. Refused as above; once it is over.</summary>
    public Task<ImprovementPlanResponse> EditAsync(long id, ImprovementPlanRequest request, IfMatch ifMatch, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var plan = await visible.ImprovementPlans().Where(x => x.AppraisalId == id).OneAsync(cancellation);
                await RequireWriterAsync(plan.EmployeeId, cancellation);
                ifMatch.Require(plan);
                var before = plan.CoachId;
                plan.Edit(request.Content(await CoachAsync(request.CoachNumber, cancellation)));
                await db.FlushAsync(cancellation);
                if (plan.CoachId != before)
                {
                    await TellCoachAsync(plan, cancellation);
                }

                return await ShowAsync(plan, cancellation);
            },
            cancellation);

    /// <summary>How it stood on a day, by HR, the direct supervisor or the coach. Refused: about oneself; to anybody else; once it is over.</summary>
    public Task<ImprovementPlanResponse> CheckAsync(long id, CheckImprovementPlanRequest request, IfMatch ifMatch, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var plan = await visible.ImprovementPlans().Where(x => x.AppraisalId == id).OneAsync(cancellation);
                if (!caller.Is(plan.CoachId))
                {
                    await RequireWriterAsync(plan.EmployeeId, cancellation);
                }

                ifMatch.Require(plan);
                plan.Check(new(request.On, request.Standing, request.Remark, caller.EmployeeId ?? throw ImprovementRefusals.NotYours.With()), clock.Today);
                await db.FlushAsync(cancellation);
                return await ShowAsync(plan, cancellation);
            },
            cancellation);

    /// <summary>The plan that the caller may see.</summary>
    public async Task<ImprovementPlanResponse> ReadAsync(long id, CancellationToken cancellation) =>
        await ShowAsync(await visible.ImprovementPlans().AsNoTracking().Where(x => x.AppraisalId == id).OneAsync(cancellation), cancellation);

    /// <summary>Refuses who is neither HR nor the direct supervisor of the person today, nor their deputy; nobody about themselves.</summary>
    public async Task RequireWriterAsync(long employeeId, CancellationToken cancellation)
    {
        caller.RefuseOwn(employeeId);
        if (!await IsWriterAsync(employeeId, cancellation))
        {
            throw ImprovementRefusals.NotYours.With();
        }
    }

    private async Task<bool> IsWriterAsync(long employeeId, CancellationToken cancellation) => !caller.Is(employeeId)
        && (caller.IsHumanResources || await relations.ToAsync(employeeId, clock.Today, cancellation) == Relation.DirectReport);

    private async Task<long> CoachAsync(string number, CancellationToken cancellation)
    {
        var key = PlainText.Key(number);
        var found = await db.Employees.Where(x => x.EmployeeNumber == key).Select(x => x.Id).ToListAsync(cancellation);
        return (await raters.EmployedAsync(found, cancellation)) is { Count: 1 } there
            ? there.Single()
            : throw ImprovementRefusals.CoachUnknown.At("coachNumber", ("number", key));
    }

    private async Task TellCoachAsync(ImprovementPlan plan, CancellationToken cancellation)
    {
        var name = await db.Employees.Where(x => x.Id == plan.EmployeeId).Select(x => x.NameZh).SingleAsync(cancellation);
        await notices.TellAsync(
            "improvementPlan.toCoach", plan.CoachId, new NoticeSubject("appraisal", plan.AppraisalId), cancellation, ("employee", name));
    }

    private async Task<ImprovementPlanResponse> ShowAsync(ImprovementPlan plan, CancellationToken cancellation)
    {
        List<long> ids = [plan.EmployeeId, plan.CoachId, .. plan.Checks.Select(x => x.ById)];
        var people = await db.Employees.AsNoTracking().Where(x => ids.Contains(x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
        var isWriter = await IsWriterAsync(plan.EmployeeId, cancellation);
        IReadOnlyList<ImprovementPlanAct> acts = plan.IsOver ? []
            : isWriter ? [ImprovementPlanAct.Edit, ImprovementPlanAct.Check]
            : caller.Is(plan.CoachId) ? [ImprovementPlanAct.Check]
            : [];
        return new(
            plan.AppraisalId, people[plan.EmployeeId], people[plan.CoachId], plan.Steps, plan.CheckDays, plan.NextCheckOn,
            [.. plan.Checks.Select(x => new ImprovementCheckResponse(x.On, x.Standing, x.Remark, people[x.ById]))], plan.IsOver, plan.MadeOn, acts,
            plan.Version);
    }
}
