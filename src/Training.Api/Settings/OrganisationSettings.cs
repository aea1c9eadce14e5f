using System.ComponentModel.DataAnnotations;

namespace Training.Api.Settings;

/// <summary>What holds for the whole company.</summary>
internal sealed record OrganisationSettings
{
    public const string Section = "Organisation";

    /// <summary>IANA name of the zone that decides "today", "quarter" and "due".</summary>
    [Required]
    public string TimeZone { get; init; } = "Asia/Shanghai";

    /// <summary>When work begins on a working day for who is not on a roster.</summary>
    public TimeOnly WorkFrom { get; init; } = new(8, 30);

    /// <summary>When it ends, later on the same day.</summary>
    public TimeOnly WorkTo { get; init; } = new(17, 30);

    /// <summary>Whole minutes after the start of a shift within which nobody is late.</summary>
    [Range(0, 60)]
    public int LatenessGraceMinutes { get; init; }
}
