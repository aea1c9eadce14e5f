using Training.Domain.Rules;

namespace Training.Domain.People;

public static class DocumentRefusals
{
    /// <summary>Values: code.</summary>
    public static readonly Refusal KindCodeTaken = Refusal.State("document.kindCodeTaken");

    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotInThisState = Refusal.State("document.notInThisState");

    /// <summary>Values: number.</summary>
    public static readonly Refusal Empty = Refusal.State("document.empty");

    /// <summary>Values: title.</summary>
    public static readonly Refusal NotOfAudience = Refusal.Relation("document.notOfAudience");

    /// <summary>Values: acknowledgedAt.</summary>
    public static readonly Refusal AlreadyAcknowledged = Refusal.State("document.alreadyAcknowledged");

    /// <summary>Values: kindId.</summary>
    public static readonly Refusal KindUnknown = Refusal.Content("document.kindUnknown");

    /// <summary>Values: departmentId.</summary>
    public static readonly Refusal AudienceUnknown = Refusal.Content("document.audienceUnknown");

    /// <summary>The version's wording is a text, not a file.</summary>
    public static readonly Refusal NoFile = Refusal.State("document.noFile");
}
