using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Plans;

namespace Training.Api.Features.Completions;

/// <summary>Loads a completion for an act on it.</summary>
internal sealed class OnCompletion(Visible visible, Relations relations, Acts.RecordCompletion record, OrganisationClock clock, TrainingDb db)
{
    /// <summary>The completion, tracked, and who acts. Refused: one that the caller may not know of; one's own; to who is neither
    /// HR nor the direct supervisor or their deputy today.</summary>
    public async Task<(Completion Completion, CompletionRecorder By)> LoadAsync(long id, CancellationToken cancellation)
    {
        var completion = await visible.Completions().OneAsync(id, cancellation);
        var relation = await relations.ToAsync(completion.EmployeeId, clock.Today, cancellation);
        var by = await record.RecorderAsync(completion.EmployeeId, relation, cancellation);
        completion.RefuseUnlessMayRecord(by);
        await db.KeepByHandAsync([id], cancellation);
        return (completion, by);
    }
}
