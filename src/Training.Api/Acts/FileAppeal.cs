using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>The person appeals against their result: for the act and the demo. Called inside a write that holds
/// <see cref="CycleQueries.Lock"/>.</summary>
internal sealed class FileAppeal(TrainingDb db, CurrentPerson caller, OrganisationClock clock, AppealParties parties, NoticeBox notices)
{
    /// <summary>The appeal, saved. HR is told, and approvers where HR had a part in the result. Refused: to anybody else; before it is published;
    /// while an appeal waits; after the last day; against a version that has its appeal, or that an appeal made.</summary>
    /// <param name="appraisal">Whose result it is.</param>
    /// <param name="match">Checks what the request was written for.</param>
    /// <param name="reason">Why.</param>
    /// <param name="evidence">What shows it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Appeal> RunAsync(
        Appraisal appraisal, Action<AppraisalResult> match, string reason, string? evidence, CancellationToken cancellation)
    {
        if (!caller.Is(appraisal.EmployeeId))
        {
            throw AppraisalRefusals.NotThePerson.With();
        }

        var days = await db.RequireResultAsync(appraisal, clock, cancellation);
        match(days.Result);
        appraisal.Require(AppraisalAct.Appeal);
        var dueOn = (await db.WorkingCalendarAsync(cancellation)).AddWorkingDays(clock.Today, Appeal.DecideWorkingDays);
        var appeal = Appeal.File(
            days.Result, (days.Appeal?.IsOpen == true, days.IsAppealed), (reason, evidence), (days.AppealUntil, clock.Today, dueOn), clock.Now);
        db.Appeals.Add(appeal);
        await db.FlushAsync(cancellation);
        var person = appraisal.EmployeeId;
        var name = await db.Employees.Where(x => x.Id == person).Select(x => x.NameZh).SingleAsync(cancellation);
        Role[] told = await parties.IsHumanResourcesAsync(appraisal, cancellation) ? [Role.HumanResources, Role.Approver] : [Role.HumanResources];
        await notices.TellRolesAsync(
            "appraisal.appealFiled", told, person, [], new NoticeSubject("appraisal", appraisal.Id), cancellation, ("employee", name), ("dueOn", dueOn));
        return appeal;
    }
}
