using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

/// <summary>An appraisal with the segments that the caller may see.</summary>
/// <param name="Quarter">The quarter (<c>2026Q4</c>).</param>
/// <param name="SelfReview">How the person's self-review stands; a draft until it is submitted.</param>
/// <param name="SetAsides">What HR set aside in these segments, by KPI code.</param>
/// <param name="Result">What was published last; none: nothing was.</param>
/// <param name="Versions">All that was published, the first first; to who sees its segments.</param>
/// <param name="Appeal">How the latest appeal stands, to who sees its segments; none: there is none.</param>
/// <param name="ReopenReason">Why HR had it scored anew, the last time; shown to who sees its segments.</param>
/// <param name="AllowedActions">What the caller may do now; what may be done to a segment stands with its score, and to targets with them.</param>
public sealed record AppraisalResponse(
    long Id, long CycleId, string Quarter, Person Employee, AppraisalStage Stage, DateTimeOffset OpenedAt, SelfReviewState SelfReview,
    IReadOnlyList<AppraisalSegmentResponse> Segments, IReadOnlyList<SetAsideResponse> SetAsides, AppraisalResultResponse? Result,
    IReadOnlyList<ResultVersion> Versions, AppealState? Appeal, string? ReopenReason, IReadOnlyList<AppraisalAct> AllowedActions, int Version);

/// <summary>A version of a result.</summary>
/// <param name="Cause">Why there is it.</param>
public sealed record ResultVersion(int Number, ResultCause Cause, decimal? Final, string? Grade, UnratedReason? Unrated, DateTimeOffset PublishedAt);

/// <summary>A segment: days in one place under one direct supervisor.</summary>
/// <param name="Number">Given once; a segment without days left keeps it.</param>
/// <param name="Supervisor">None: the seat is vacant.</param>
/// <param name="TemplateId">The version of the template by which it is scored; none: its position has none in the cycle.</param>
/// <param name="FromOn">Its first day.</param>
/// <param name="ToOn">Its last day.</param>
/// <param name="OwnDays">Days without those given to it by shorter segments.</param>
/// <param name="Days">All its days, by which it is weighted; 0: a change of assignment took them.</param>
/// <param name="Version">Of the segment alone.</param>
public sealed record AppraisalSegmentResponse(
    int Number, Named Department, Named Position, Person? Supervisor, long? TemplateId, DateOnly FromOn, DateOnly ToOn, int OwnDays, int Days,
    AppraisalSegmentState State, int Version);

internal static class GetAppraisal
{
    /// <summary>One appraisal: to HR and the person with all its segments, to others with those in whose days the person stood below
    /// them. That others read it is noted for the person.</summary>
    internal static async Task<AppraisalResponse> HandleAsync(
        long id, Visible visible, CurrentPerson caller, LookupNotes lookups, OnSetAside setAsides, CalibrateScores calibrate,
        AppealParties parties, OnInterview interviews, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var row = await AppraisalRow.Of(visible.Appraisals().Where(x => x.Id == id), db).OneAsync(cancellation);
        var segments = await (
            from segment in visible.AppraisalSegments().AsNoTracking()
            where segment.AppraisalId == id
            join department in db.Departments on segment.DepartmentId equals department.Id
            join position in db.Positions on segment.PositionId equals position.Id
            join supervisor in db.Employees on segment.SupervisorId equals (long?)supervisor.Id into supervisors
            from supervisor in supervisors.DefaultIfEmpty()
            orderby segment.Number
            select new AppraisalSegmentResponse(
                segment.Number, new Named(department.Id, department.Code, new Bilingual(department.NameZh, department.NameEn)),
                new Named(position.Id, position.Code, new Bilingual(position.NameZh, position.NameEn)),
                supervisor == null ? null : new Person(supervisor.Id, supervisor.EmployeeNumber, supervisor.NameZh, supervisor.NameLatin),
                db.AppraisalCycles.Where(x => x.Id == row.Cycle.Id).SelectMany(x => x.Templates).Where(x => x.PositionId == segment.PositionId)
                    .Select(x => (long?)x.TemplateId).FirstOrDefault(),
                segment.FromOn, segment.ToOn, segment.OwnDays, segment.Days, segment.State, segment.Version)).ToListAsync(cancellation);
        var review = await db.SelfReviews.Where(x => x.AppraisalId == id).Select(x => (SelfReviewState?)x.State).SingleOrDefaultAsync(cancellation)
            ?? SelfReviewState.Draft;
        var latest = await db.LatestResultAsync(row.Appraisal, clock, cancellation);
        var result = latest is null ? null : AppraisalResultResponse.Of(latest, clock.Today);
        var versions = await db.AppraisalResults.AsNoTracking().Where(x => x.AppraisalId == id).OrderBy(x => x.Number)
            .Select(x => new ResultVersion(x.Number, x.Cause, x.Final, x.Grade, x.Unrated, x.PublishedAt)).ToListAsync(cancellation);
        var mayCalibrate = Policies.Permit(caller.Roles, Policies.CalibrateAppraisals)
            && AppraisalCycleLife.Table.Allows(row.Cycle.Phase, AppraisalCycleAct.Calibrate) && await calibrate.IsAdjusterAsync(row.Appraisal, cancellation);
        lookups.NoteScores(caller.AccountId, [row.Person.Id]);
        var isWhole = segments.Count > 0 || caller.Is(row.Person.Id);
        return new(
            row.Appraisal.Id, row.Cycle.Id, row.Cycle.Code, new(row.Person.Id, row.Person.EmployeeNumber, row.Person.NameZh, row.Person.NameLatin),
            row.Appraisal.Stage, row.Appraisal.OpenedAt, review, segments, await setAsides.OfAsync(id, cancellation),
            isWhole ? result : result is null ? null : result with { Remark = null }, isWhole ? versions : [],
            isWhole ? latest?.Appeal?.State : null,
            isWhole ? row.Appraisal.ReopenReason : null,
            row.Appraisal.AllowedActions(
                new AppraisalCaller(caller.Is(row.Person.Id), caller.IsHumanResources, mayCalibrate)
                {
                    MayNameReviewer = latest?.Appeal?.IsOpen == true && await parties.MayNameAsync(row.Appraisal, cancellation),
                    IsReviewer = latest?.Appeal?.ReviewerId is { } reviewer && caller.Is(reviewer),
                    IsSupervisor = latest is not null && await interviews.IsSupervisorAsync(row.Appraisal, cancellation),
                },
                review, latest?.ShownOn(clock.Today)),
            row.Appraisal.Version);
    }
}
