using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>The person says that they have read their result: for the act and the demo. Called inside a write.</summary>
internal sealed class AcknowledgeResult(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>The result, saved, with its days. Refused: to anybody else; before it is published; twice; after the last
    /// day.</summary>
    /// <param name="appraisal">Whose result it is.</param>
    /// <param name="match">Checks what the request was written for.</param>
    /// <param name="agrees">Whether they agree with it.</param>
    /// <param name="remark">What they say to it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ResultDays> RunAsync(
        Appraisal appraisal, Action<AppraisalResult> match, bool agrees, string? remark, CancellationToken cancellation)
    {
        if (!caller.Is(appraisal.EmployeeId))
        {
            throw AppraisalRefusals.NotThePerson.With();
        }

        var days = await db.RequireResultAsync(appraisal, clock, cancellation);
        match(days.Result);
        appraisal.Require(AppraisalAct.Acknowledge);
        days.Result.Acknowledge((agrees, remark), days.Appeal?.DecidedAt, (days.AcknowledgeUntil, clock.Today), clock.Now);
        await db.FlushAsync(cancellation);
        return days;
    }
}
