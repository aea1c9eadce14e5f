using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>The person says that they have read their result: for the act and the demo. Called inside a write.</summary>
internal sealed class AcknowledgeResult(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>The result, saved, and the last day for it. Refused: to anybody else; before it is published; twice; after the last
    /// day.</summary>
    /// <param name="appraisal">Whose result it is.</param>
    /// <param name="match">Checks what the request was written for.</param>
    /// <param name="agrees">Whether they agree with it.</param>
    /// <param name="remark">What they say to it.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<(AppraisalResult Result, DateOnly DueOn)> RunAsync(
        Appraisal appraisal, Action<AppraisalResult> match, bool agrees, string? remark, CancellationToken cancellation)
    {
        if (!caller.Is(appraisal.EmployeeId))
        {
            throw AppraisalRefusals.NotThePerson.With();
        }

        var id = appraisal.Id;
        var result = await db.AppraisalResults.Where(x => x.AppraisalId == id).OrderByDescending(x => x.Number).FirstOrDefaultAsync(cancellation)
            ?? throw AppraisalRefusals.NotPublished.With();
        match(result);
        appraisal.Require(AppraisalAct.Acknowledge);
        var dueOn = await db.AcknowledgeUntilAsync(result, appraisal.EmployeeId, clock, cancellation);
        result.Acknowledge(agrees, remark, dueOn, clock.Today, clock.Now);
        await db.FlushAsync(cancellation);
        return (result, dueOn);
    }
}
