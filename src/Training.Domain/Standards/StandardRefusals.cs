using Training.Domain.Rules;

namespace Training.Domain.Standards;

/// <summary>Why an act on an occupational standard is refused.</summary>
public static class StandardRefusals
{
    /// <summary>Values: code.</summary>
    public static readonly Refusal CodeTaken = Refusal.State("standard.codeTaken");

    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotInThisState = Refusal.State("standard.notInThisState");

    /// <summary>Values: level, total.</summary>
    public static readonly Refusal WeightsNotHundred = Refusal.Content("standard.weightsNotHundred");

    /// <summary>Values: weight, number.</summary>
    public static readonly Refusal WeightOutOfRange = Refusal.Content("standard.weightOutOfRange");

    /// <summary>Values: level, max.</summary>
    public static readonly Refusal LevelOutOfRange = Refusal.Content("standard.levelOutOfRange");

    /// <summary>Values: level.</summary>
    public static readonly Refusal LevelTwice = Refusal.Content("standard.levelTwice");

    /// <summary>Values: number, max.</summary>
    public static readonly Refusal FunctionOutOfRange = Refusal.Content("standard.functionOutOfRange");

    /// <summary>Values: number, level.</summary>
    public static readonly Refusal FunctionTwice = Refusal.Content("standard.functionTwice");

    /// <summary>Values: passMark, fullMark.</summary>
    public static readonly Refusal PassMarkAboveFull = Refusal.Content("standard.passMarkAboveFull");
}
