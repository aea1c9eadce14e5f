using System.ComponentModel.DataAnnotations;

namespace Training.Api.Settings;

/// <summary>The mail server through which notices are sent. Without a host there is the inbox alone.</summary>
internal sealed record MailSettings
{
    public const string Section = "Mail";

    public string? Host { get; init; }

    [Range(1, 65535)]
    public int Port { get; init; } = 587;

    /// <summary>Encrypt, from the first byte on port 465 and after STARTTLS on others; a server that cannot is not used.
    /// Off only for a server on the same machine.</summary>
    public bool Encrypt { get; init; } = true;

    public string? UserName { get; init; }

    public string? Password { get; init; }

    /// <summary>The sender's address.</summary>
    public string From { get; init; } = "training@localhost";

    public bool IsOn => !string.IsNullOrWhiteSpace(Host);
}
