namespace Training.Api.Features.Calendars;

/// <summary>What was moved.</summary>
/// <param name="Moved">How many due days stand on another day now.</param>
public sealed record MoveDueDaysResponse(int Moved);

internal static class MoveDueDays
{
    /// <summary>Moves every open due day to where the calendar of now puts it, all in one act. A second time moves none.</summary>
    internal static async Task<MoveDueDaysResponse> HandleAsync(Acts.MoveDueDays move, CancellationToken cancellation) =>
        new(await move.RunAsync(cancellation));
}
