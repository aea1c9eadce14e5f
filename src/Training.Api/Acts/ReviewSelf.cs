using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Acts;

/// <summary>What a person does to their self-review: for the acts and the demo. Called inside a write that holds
/// <see cref="CycleQueries.Lock"/>.</summary>
internal sealed class ReviewSelf(TrainingDb db, CurrentPerson caller)
{
    /// <summary>The review, saved; a first one is begun. Refused: to anybody else; in a stage that does not ask for it; once it is submitted
    /// or recorded as missing.</summary>
    /// <param name="appraisal">Whose self-review it is.</param>
    /// <param name="match">Checks what the request was written for; there is no version before the first draft.</param>
    /// <param name="act">With the items of each segment with days.</param>
    /// <param name="cancellation">Stops the work.</param>
    public async Task<SelfReview> RunAsync(
        Appraisal appraisal, Action<SelfReview?> match, Action<SelfReview, IReadOnlyDictionary<int, IReadOnlyList<TemplateItem>>> act,
        CancellationToken cancellation)
    {
        if (!caller.Is(appraisal.EmployeeId))
        {
            throw AppraisalRefusals.NotThePerson.With();
        }

        var id = appraisal.Id;
        var review = await db.SelfReviews.SingleOrDefaultAsync(x => x.AppraisalId == id, cancellation);
        match(review);
        review?.RequireDraft();
        appraisal.Require(AppraisalAct.ReviewSelf);
        if (review is null)
        {
            db.SelfReviews.Add(review = SelfReview.Begin(id));
        }

        var segments = await db.AppraisalSegments.AsNoTracking().Where(x => x.AppraisalId == id).ToListAsync(cancellation);
        act(review, await db.ItemsAsync(appraisal, segments, cancellation));
        await db.FlushAsync(cancellation);
        return review;
    }
}
