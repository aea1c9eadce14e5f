using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>Finds the self-review of an appraisal for its person, in the order in which requests are refused, and answers it.</summary>
internal sealed class OnAppraisal(TrainingDb db, Visible visible, CurrentPerson caller, ReviewSelf reviewSelf, LookupNotes lookups)
{
    /// <summary>What the person does to their self-review, in one write; a first one is begun. Refused: to anybody else; in a stage that does
    /// not ask for it; once it is submitted or recorded as missing.</summary>
    /// <param name="id">The appraisal.</param>
    /// <param name="match">Checks what the request was written for; there is no version before the first draft.</param>
    /// <param name="act">With the items of each segment with days.</param>
    /// <param name="cancellation">Stops the work.</param>
    public Task<SelfReviewResponse> ReviewAsync(
        long id, Action<SelfReview?> match, Action<SelfReview, IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>>> act, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(CycleQueries.Lock, cancellation);
                var appraisal = await visible.Appraisals().OneAsync(id, cancellation);
                var review = await reviewSelf.RunAsync(appraisal, match, act, cancellation);
                return Show(appraisal, review, isHidden: false);
            },
            cancellation);

    /// <summary>The self-review of an appraisal as the caller may read it: to the person all; to others what it says once it is submitted and
    /// either the self-review is over or every segment that they see is scored; nothing to who sees no segment.</summary>
    public async Task<SelfReviewResponse> ReadAsync(long id, CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        var review = await db.SelfReviews.AsNoTracking().SingleOrDefaultAsync(x => x.AppraisalId == id, cancellation);
        var segments = await visible.AppraisalSegments().Where(x => x.AppraisalId == id && x.Days > 0).Select(x => x.State).ToListAsync(cancellation);
        var isHidden = !caller.Is(appraisal.EmployeeId) && (review?.State != SelfReviewState.Submitted
            || (segments.Count == 0 && !caller.IsHumanResources && !caller.IsApprover)
            || (appraisal.Stage <= AppraisalStage.SelfReview && segments.Contains(AppraisalSegmentState.Open)));
        if (!isHidden)
        {
            lookups.NoteScores(caller.AccountId, [appraisal.EmployeeId]);
        }

        return Show(appraisal, review, isHidden);
    }

    private SelfReviewResponse Show(Appraisal appraisal, SelfReview? review, bool isHidden)
    {
        var state = review?.State ?? SelfReviewState.Draft;
        return new(
            appraisal.Id, state, isHidden, isHidden ? null : review?.Text, isHidden ? [] : review?.Items ?? [],
            review?.SubmittedAt, appraisal.AllowedActions(new(caller.Is(appraisal.EmployeeId), false, false), state, null), review?.Version ?? 0);
    }
}
