using System.ComponentModel.DataAnnotations;

namespace Training.Api.Settings;

/// <summary>What holds for the whole company.</summary>
internal sealed record OrganisationSettings
{
    public const string Section = "Organisation";

    /// <summary>IANA name of the zone that decides "today", "quarter" and "due".</summary>
    [Required]
    public string TimeZone { get; init; } = "Asia/Shanghai";
}
