using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.Appraisals;

internal static class CalibrateAppraisal
{
    /// <summary>Confirms the score of an appraisal, or adds points to it with a reason; the computed total stays as it is. Again it adds
    /// further points. One in which too little data is left ends unrated. Refused: about oneself; to who rated a segment or stands below
    /// one who did; before the cycle calibrates; before every segment is scored, or with an item that counts without figure; points
    /// without a reason, of an unrated one, or that take the sum beyond the range of the cycle.</summary>
    internal static Task<CalibrationResponse> HandleAsync(
        long id, CalibrateAppraisalRequest request, IfMatch ifMatch, CalibrateScores calibrate, Calibrating calibrating, Visible visible, TrainingDb db,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
                var outcome = await calibrate.RunAsync(appraisal, ifMatch.Require, request.Points, request.Reason, cancellation);
                return await calibrating.ShowAsync(appraisal, outcome, cancellation);
            },
            cancellation);
}
