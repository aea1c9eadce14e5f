using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>Why a further version of a result is refused.</summary>
public static class VersionRefusals
{
    /// <summary>Neither an item nor an event, or both.</summary>
    public static readonly Refusal OneCeiling = Refusal.Content("appraisal.oneCeiling");

    /// <summary>The appraisal has no such ceiling that holds. Values: kpiId, eventId.</summary>
    public static readonly Refusal NoSuchCeiling = Refusal.State("appraisal.noSuchCeiling");

    /// <summary>An adjustment or a lifted ceiling was taken back. Values: at.</summary>
    public static readonly Refusal Withdrawn = Refusal.State("appraisal.withdrawn");
}
