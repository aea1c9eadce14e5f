using Training.Domain.Rules;

namespace Training.Api.Data;

/// <summary>What the store itself refuses, whatever the noun.</summary>
internal static class DataRefusals
{
    /// <summary>The disk is full or the store is read-only.</summary>
    public static readonly Refusal ReadOnly = new("store.readOnly", RefusalKind.Busy);

    public static readonly Refusal Duplicate = Refusal.State("record.duplicate");

    public static readonly Refusal Referenced = Refusal.State("record.referenced");

    public static readonly Refusal TooManyDecimals = Refusal.Content("number.tooManyDecimals");

    public static readonly Refusal TooLarge = Refusal.Content("number.tooLarge");

    public static readonly Refusal TooLong = Refusal.Content("text.tooLong");

    public static readonly Refusal FileTooLarge = new("file.tooLarge", RefusalKind.TooLarge);

    public static readonly Refusal FileKind = new("file.kind", RefusalKind.WrongMedia);
}
