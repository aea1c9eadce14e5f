using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>Confirms scores, or adds points to one: for the acts and the demo. Called inside a write that holds
/// <see cref="CycleQueries.Lock"/>.</summary>
internal sealed class CalibrateScores(TrainingDb db, CurrentPerson caller, OrganisationClock clock, WorkOutScores scores, CycleAdjusters adjusters)
{
    /// <summary>How many receipts are held at once.</summary>
    private const int Some = 500;

    /// <summary>What the score of one comes to, saved. Refused: about oneself; to who rated a segment or stands below one who did; before the
    /// cycle calibrates; before every segment is scored, or with an item that counts without figure; points without a reason, of an unrated
    /// one, or beyond the range of the cycle.</summary>
    /// <param name="appraisal">Whose score it is.</param>
    /// <param name="match">Checks what the request was written for.</param>
    /// <param name="points">Added to the computed total; none: it is confirmed as it is.</param>
    /// <param name="reason">Why; asked for with points.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<OutcomeReceipt> RunAsync(
        Appraisal appraisal, Action<Appraisal> match, decimal? points, string? reason, CancellationToken cancellation)
    {
        await RequireAdjusterAsync(appraisal, cancellation);
        match(appraisal);
        var cycle = await db.AppraisalCycles.Whole().OneAsync(appraisal.CycleId, cancellation);
        AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Calibrate);
        // Too little data may have been enough again since.
        await db.SettleAsync(appraisal, cancellation);
        appraisal.Calibrate();
        var receipt = await ReceiptAsync(cycle, appraisal, cancellation);
        if (points is null || receipt.Outcome.Unrated is null)
        {
            appraisal.TakeOutcome(receipt);
        }

        if (points is { } added)
        {
            appraisal.Revise(clock.Now);
            db.AppraisalAdjustments.Add(AppraisalAdjustment.Sign(
                appraisal.Id, receipt, added, PlainText.OrNull(reason) ?? throw AppraisalRefusals.AdjustmentUnexplained.At("reason"),
                caller.AccountId, clock.Now));
        }

        await db.FlushAsync(cancellation);
        return (await ReceiptAsync(cycle, appraisal, cancellation)).Outcome;
    }

    /// <summary>Confirms the scores of those of the appraisals that are scored, but for the caller's own and those they rated or whose rater
    /// stands above them; what was calibrated before stays.</summary>
    /// <param name="cycle">With its templates, followed.</param>
    /// <param name="appraisals">Of the cycle.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<ScoresCalibrated> RunAsync(AppraisalCycle cycle, IQueryable<Appraisal> appraisals, CancellationToken cancellation)
    {
        AppraisalCycleLife.Table.Next(cycle.Phase, AppraisalCycleAct.Calibrate);
        var found = await appraisals.AsNoTracking().Where(x => x.Stage != AppraisalStage.Calibrated && x.Stage != AppraisalStage.Unrated
            && x.Stage != AppraisalStage.Published && x.Stage != AppraisalStage.Closed).ToListAsync(cancellation);
        var rated = await adjusters.RatedAsync(cycle.Id, cancellation);
        var scored = found.Where(x => x.Stage == AppraisalStage.Scored && !caller.Is(x.EmployeeId) && !rated.Contains(x.Id)).ToList();
        var outcomes = new Dictionary<long, OutcomeReceipt>(scored.Count);
        foreach (var some in scored.Chunk(Some))
        {
            foreach (var (person, receipt) in (await scores.FinallyAsync(cycle, [.. some.Select(x => x.EmployeeId)], cancellation)).Receipts)
            {
                outcomes.Add(person, receipt.Outcome);
            }
        }

        var unrated = scored.Where(x => outcomes[x.EmployeeId].Unrated is not null).ToList();
        var whole = scored.Except(unrated).Where(x => outcomes[x.EmployeeId].Total is not null).ToList();
        await MoveAsync(unrated, AppraisalStage.Unrated, cancellation);
        await MoveAsync(whole, AppraisalStage.Calibrated, cancellation);
        return new(whole.Count, unrated.Count, [.. found.Except(unrated).Except(whole)]);
    }

    /// <summary>Whether the caller is neither the person, nor rated a segment or is to rate one, nor stands below one of these today.</summary>
    public async Task<bool> IsAdjusterAsync(Appraisal appraisal, CancellationToken cancellation) =>
        !caller.Is(appraisal.EmployeeId) && !await adjusters.IsRatedAsync(appraisal.Id, cancellation);

    /// <summary>Refuses who is one of these.</summary>
    public async Task RequireAdjusterAsync(Appraisal appraisal, CancellationToken cancellation)
    {
        caller.RefuseOwn(appraisal.EmployeeId);
        if (!await IsAdjusterAsync(appraisal, cancellation))
        {
            throw AppraisalRefusals.AdjusterRated.With();
        }
    }

    /// <summary>The receipt as it would be published now.</summary>
    public async Task<Receipt> ReceiptAsync(AppraisalCycle cycle, Appraisal appraisal, CancellationToken cancellation) =>
        (await scores.FinallyAsync(cycle, [appraisal.EmployeeId], cancellation)).Receipts[appraisal.EmployeeId];

    private async Task MoveAsync(List<Appraisal> appraisals, AppraisalStage stage, CancellationToken cancellation)
    {
        var ids = appraisals.ConvertAll(x => x.Id);
        await BulkChange.UpdateAsync(
            db, db.Appraisals.Where(x => ids.Contains(x.Id)),
            row => row.SetProperty(x => x.Stage, stage).SetProperty(x => x.Version, x => x.Version + 1), new { Stage = stage }, cancellation);
    }
}

/// <summary>What confirming many scores came to.</summary>
/// <param name="Calibrated">Whose score is confirmed now.</param>
/// <param name="Unrated">In which too little data turned out to be left.</param>
/// <param name="LeftBehind">Not scored, without figures, or another's to confirm.</param>
internal sealed record ScoresCalibrated(int Calibrated, int Unrated, IReadOnlyList<Appraisal> LeftBehind);
