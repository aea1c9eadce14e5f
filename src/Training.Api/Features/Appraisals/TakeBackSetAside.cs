using Microsoft.AspNetCore.Http.HttpResults;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>HR takes back what was set aside.</summary>
internal static class TakeBackSetAside
{
    /// <summary>Has an item count again that was set aside. Refused: about oneself.</summary>
    internal static Task<NoContent> HandleAsync(
        long id, long setAsideId, IfMatch ifMatch, OnSetAside on, TrainingDb db, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            async appraisal =>
            {
                var aside = await db.ItemSetAsides.Where(x => x.AppraisalId == id).OneAsync(setAsideId, cancellation);
                ifMatch.Require(aside);
                appraisal.Require(AppraisalAct.SetAside);
                db.ItemSetAsides.Remove(aside);
                return TypedResults.NoContent();
            },
            cancellation);
}
