using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

internal static class FileAppeal
{
    /// <summary>The person appeals against their result, within five working days from its publication or from the end of a leave in which
    /// it fell, whether they have acknowledged it or not. HR is told, and approvers where HR had a part in the result. Refused: to anybody
    /// else; before it is published; after the last day; against a version that has its appeal, or that an appeal made.</summary>
    internal static Task<AppealResponse> HandleAsync(
        long id, FileAppealRequest request, IfMatch ifMatch, OnAppeal on, CurrentPerson caller, NoticeBox notices, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation) =>
        on.ActAsync(
            id,
            async (appraisal, _) =>
            {
                if (!caller.Is(appraisal.EmployeeId))
                {
                    throw AppraisalRefusals.NotThePerson.With();
                }

                var days = await db.RequireResultAsync(appraisal, clock, cancellation);
                ifMatch.Require(days.Result);
                appraisal.Require(AppraisalAct.Appeal);
                var dueOn = (await db.WorkingCalendarAsync(cancellation)).AddWorkingDays(clock.Today, Appeal.DecideWorkingDays);
                var appeal = Appeal.File(
                    days.Result, days.Appeal is not null, request.Reason, request.Evidence, (days.AppealUntil, clock.Today, dueOn), clock.Now);
                db.Appeals.Add(appeal);
                await db.FlushAsync(cancellation);
                var person = appraisal.EmployeeId;
                var name = await db.Employees.Where(x => x.Id == person).Select(x => x.NameZh).SingleAsync(cancellation);
                Role[] told = await on.IsHumanResourcesPartyAsync(appraisal, cancellation) ? [Role.Approver] : [Role.HumanResources];
                await notices.TellRolesAsync(
                    "appraisal.appealFiled", told, person, [], new NoticeSubject("appraisal", id), cancellation, ("employee", name), ("dueOn", dueOn));
                return appeal;
            },
            cancellation);
}

internal static class GetAppeal
{
    /// <summary>The latest appeal of an appraisal: to the person, HR and approvers, and the second reviewer until they have decided.
    /// Refused: where there is none.</summary>
    internal static Task<AppealResponse> HandleAsync(long id, OnAppeal on, CancellationToken cancellation) => on.ReadAsync(id, cancellation);
}
