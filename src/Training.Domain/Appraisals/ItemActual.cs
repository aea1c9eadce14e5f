using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>A measurement as it entered an actual.</summary>
/// <param name="Days">How many days of its period lie in the segment.</param>
/// <param name="OfDays">Over how many days it was spread: those of its period on which the person was in a segment, or all of
/// them where it is a department's. Only where a sum was spread.</param>
public sealed record UsedMeasurement(
    long Id, DateOnly From, DateOnly To, decimal Value, int? Size, string? Origin, int? Days, int? OfDays);

/// <summary>What an item's figures come to in a segment (scoring 1.2 and 1.3).</summary>
/// <param name="Raw">Not rounded.</param>
/// <param name="Actual">Rounded to the KPI's decimals; this number is shown and scored.</param>
/// <param name="Formula">With its numbers: <c>92·300/46</c>.</param>
public sealed record ItemActual(Fraction Raw, decimal Actual, string Formula)
{
    /// <summary>In the order of their periods; none where the figure was counted or marked.</summary>
    public IReadOnlyList<UsedMeasurement> Used { get; init; } = [];

    /// <summary>Of an average: weighted by sample size.</summary>
    public bool? IsWeighted { get; init; }

    /// <summary>Fewer cases than the KPI asks for: by the sizes where every measurement has one, otherwise by their number;
    /// of training by what was due or completed. Nothing is changed by it.</summary>
    public bool IsThin { get; init; }
}
