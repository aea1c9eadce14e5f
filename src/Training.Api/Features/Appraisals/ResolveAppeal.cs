using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Notices;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

internal static class ResolveAppeal
{
    /// <summary>The second reviewer decides on the appeal, with a reason; the person is told and has five new working days to acknowledge.
    /// Upheld with points it makes the next version, against which there is no second appeal; upheld for a wrong figure, that figure is
    /// corrected, which makes the next version. Refused: to anybody else; where no appeal waits; points without an adjustment or the other
    /// way round; points of an unrated one, or that take the sum of the adjustments beyond the range of the cycle.</summary>
    internal static Task<AppealResponse> HandleAsync(
        long id, ResolveAppealRequest request, IfMatch ifMatch, OnAppeal on, CurrentPerson caller, Revising revising, NoticeBox notices, TrainingDb db,
        OrganisationClock clock, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            async (appraisal, appeal) =>
            {
                caller.RefuseOwn(appraisal.EmployeeId);
                if (appeal is not { IsOpen: true })
                {
                    throw AppealRefusals.NoneOpen.With();
                }

                if (appeal.ReviewerId != caller.EmployeeId)
                {
                    throw AppealRefusals.NotTheReviewer.With();
                }

                ifMatch.Require(appeal);
                appraisal.Require(AppraisalAct.ResolveAppeal);
                appeal.Decide(request.Decision, request.Reason, request.Points, clock.Now);
                if (request.Points is { } points)
                {
                    var kept = await revising.KeptAsync(appraisal, cancellation);
                    db.AppraisalAdjustments.Add(AppraisalAdjustment.Sign(
                        id, kept, points, request.Reason[..Math.Min(request.Reason.Length, AppraisalAdjustment.MaxReasonLength)], caller.AccountId, clock.Now));
                    await revising.NextAsync(appraisal, kept, ResultCause.Appeal, cancellation);
                }

                await notices.TellAsync(
                    "appraisal.appealDecided", appraisal.EmployeeId, new NoticeSubject("appraisal", id), cancellation, ("state", appeal.State),
                    ("workingDays", AppraisalResult.AcknowledgeWorkingDays));
                return appeal;
            },
            cancellation);
}
