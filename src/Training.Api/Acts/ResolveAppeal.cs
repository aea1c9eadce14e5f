using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>The second reviewer decides on an appeal: for the act and the demo. Called inside a write that holds
/// <see cref="Queries.CycleQueries.Lock"/>.</summary>
internal sealed class ResolveAppeal(TrainingDb db, CurrentPerson caller, OrganisationClock clock, ReviseResult revise, NoticeBox notices)
{
    /// <summary>The decided appeal; the person is told, and HR of a figure that is to be corrected. Refused: about oneself; where no appeal waits; to anybody else; points without an
    /// adjustment or the other way round; points of an unrated one, or that take the sum of the adjustments beyond the range.</summary>
    /// <param name="appraisal">Whose result it is.</param>
    /// <param name="appeal">The latest; none: there is none.</param>
    /// <param name="match">Checks what the request was written for.</param>
    /// <param name="decision">What, why, and the points of an adjustment.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<Appeal> RunAsync(
        Appraisal appraisal, Appeal? appeal, Action<Appeal> match, (AppealDecision What, string Reason, decimal? Points) decision,
        CancellationToken cancellation)
    {
        caller.RefuseOwn(appraisal.EmployeeId);
        var open = appeal ?? throw AppealRefusals.NoneOpen.With();
        if (open.ReviewerId is not { } reviewer || !caller.Is(reviewer))
        {
            throw AppealRefusals.NotTheReviewer.With();
        }

        match(open);
        open.RequireOpen();
        appraisal.Require(AppraisalAct.ResolveAppeal);
        open.Decide(decision.What, decision.Reason, decision.Points, clock.Now);
        appraisal.Revise(clock.Now);
        if (decision.Points is { } points)
        {
            var kept = await revise.KeptAsync(appraisal, cancellation);
            db.AppraisalAdjustments.Add(AppraisalAdjustment.Sign(
                appraisal.Id, kept, points, PlainText.Cut(PlainText.Of(decision.Reason), AppraisalAdjustment.MaxReasonLength), caller.AccountId, clock.Now));
            await revise.NextAsync(appraisal, kept, ResultCause.Appeal, cancellation);
        }

        if (open.State == AppealState.UpheldByCorrection)
        {
            await notices.TellRoleAsync("appraisal.correctionDue", Role.HumanResources, new NoticeSubject("appraisal", appraisal.Id), cancellation);
        }

        await notices.TellAsync(
            "appraisal.appealDecided", appraisal.EmployeeId, new NoticeSubject("appraisal", appraisal.Id), cancellation, ("state", open.State),
            ("workingDays", AppraisalResult.AcknowledgeWorkingDays));
        return open;
    }
}
