using Training.Api.Data;

namespace Training.Api.Features.Appraisals;

/// <summary>HR sets an item aside that does not apply.</summary>
internal static class SetItemAside
{
    /// <summary>Sets an item aside in one segment of an appraisal, or in every one that has it: sums run over what is left, and where less
    /// weight is left than the cycle asks for the segment drops out. Goals show it at once. Refused: about oneself; a segment or an item
    /// that the appraisal does not have; what is set aside already.</summary>
    internal static Task<SetAsideResponse> HandleAsync(
        long id, SetItemAsideRequest request, OnSetAside on, Acts.SetItemAside setAside, TrainingDb db, CancellationToken cancellation) =>
        on.ActAsync(
            id,
            async appraisal =>
            {
                var aside = await setAside.RunAsync(appraisal, request.KpiId, request.Segment, request.Reason, cancellation);
                return (await on.ShowAsync(db.ItemSetAsides.Where(x => x.Id == aside.Id), cancellation))[0];
            },
            cancellation);
}
