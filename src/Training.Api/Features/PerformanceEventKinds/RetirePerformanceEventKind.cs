using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Queries;

namespace Training.Api.Features.PerformanceEventKinds;

internal static class RetirePerformanceEventKind
{
    /// <summary>Takes the kind out of every choice; events that have it keep it. Refused: a second time; lateness, of which the attendance
    /// machine's file makes events.</summary>
    internal static async Task<PerformanceEventKindResponse> HandleAsync(
        long id, IfMatch ifMatch, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var kind = await db.WriteAsync(
            async () =>
            {
                var retired = await db.PerformanceEventKinds.OneAsync(id, cancellation);
                ifMatch.Accept(retired);
                retired.Retire(clock.Now);
                return retired;
            },
            cancellation);

        return PerformanceEventKindResponse.Of(kind);
    }
}
