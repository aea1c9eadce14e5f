using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;

namespace Training.Api.Features.Standards;

internal static class PublishStandard
{
    /// <summary>Puts the edition being written in force; those before are kept. Refused: none is being written.</summary>
    internal static Task<StandardResponse> HandleAsync(
        string code, IfMatch ifMatch, CurrentPerson caller, TrainingDb db, OrganisationClock clock, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var standard = await db.Standards.WholeAsync(code, cancellation);
                ifMatch.Accept(standard);
                standard.Publish(clock.Now);
                return await db.AfterAsync(standard, caller, cancellation);
            },
            cancellation);
}
