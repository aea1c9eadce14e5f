using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>Keeps versions of results with their receipts, and tells the people. Called inside a write that holds
/// <see cref="Queries.CycleQueries.Lock"/>.</summary>
internal sealed class KeepResults(TrainingDb db, CurrentPerson caller, OrganisationClock clock, NoticeBox notices)
{
    /// <summary>Keeps one version for each appraisal, in a number of statements that does not grow with them.</summary>
    /// <param name="quarter">Of the cycle.</param>
    /// <param name="versions">Final receipts, each with the number of its version.</param>
    /// <param name="cause">Why; none: they are published, or published anew.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task RunAsync(
        string quarter, IReadOnlyList<(Appraisal Appraisal, Receipt Receipt)> versions, ResultCause? cause, CancellationToken cancellation)
    {
        var now = clock.Now;
        var texts = versions.Select(x => ReceiptText.Of(x.Receipt)).ToList();
        List<AppraisalResult> results =
        [
            .. versions.Zip(texts, (x, text) => AppraisalResult.Publish(
                x.Appraisal.Id, x.Receipt, Receipts.Sha256(text), cause ?? CauseOf(x.Receipt), caller.AccountId, now)),
        ];
        await Bulk.InsertAsync(db, results, cancellation);
        await Bulk.InsertAsync(db, [.. results.Zip(texts, Receipts.Of)], cancellation);
        if (cause == ResultCause.Correction)
        {
            var ids = versions.Select(x => x.Appraisal.Id).ToList();
            await BulkChange.UpdateAsync(
                db, db.Appraisals.Where(x => ids.Contains(x.Id)),
                row => row.SetProperty(x => x.RevisedAt, now).SetProperty(x => x.Version, x => x.Version + 1), new { RevisedAt = now }, cancellation);
        }

        if (cause == ResultCause.Appeal)
        {
            // The decision is told to the person by itself.
            return;
        }

        await notices.TellEachAsync(
            cause is null ? "appraisal.published" : "appraisal.revised",
            [.. versions.Select(x => (x.Appraisal.EmployeeId, new NoticeSubject("appraisal", x.Appraisal.Id), new (string, object?)[]
            {
                ("quarter", quarter), ("number", x.Receipt.Facts.Number), ("workingDays", AppraisalResult.AcknowledgeWorkingDays),
            }))],
            cancellation);
    }

    private static ResultCause CauseOf(Receipt receipt) => receipt.Facts.Number == 1 ? ResultCause.Publication : ResultCause.Reopening;
}
