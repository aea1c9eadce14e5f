using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;

namespace Training.Api.Auth;

/// <summary>Time-based one-time passwords (RFC 6238): HMAC-SHA1, steps of 30 seconds since 1970, six digits, on the
/// organisation's clock. SHA-1 because it is what every authenticator speaks; the construction does not need collisions
/// to be hard.</summary>
internal static class Authenticator
{
    public const int Digits = 6;
    private const int StepSeconds = 30;
    private const int SecretBytes = 20;

    /// <summary>A new secret of 160 bits in base32.</summary>
    public static string NewSecret() => Base32.Encode(RandomNumberGenerator.GetBytes(SecretBytes));

    /// <summary>What an authenticator reads from a QR code.</summary>
    public static string Uri(string issuer, string userName, string secret)
    {
        var (name, account) = (System.Uri.EscapeDataString(issuer), System.Uri.EscapeDataString(userName));

        return $"otpauth://totp/{name}:{account}?secret={secret}&issuer={name}&algorithm=SHA1&digits={Digits}&period={StepSeconds}";
    }

    public static long StepOf(DateTimeOffset instant) => instant.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>The code of a step.</summary>
    public static string Code(string secret, long step) => Code(Base32.Decode(secret), step, Digits);

    /// <summary>The step to which the code belongs, among the present one and its two neighbours (clocks differ a little),
    /// and later than <paramref name="lastStep"/>, because a code is accepted once; null where there is none.</summary>
    public static long? Accept(string secret, string code, DateTimeOffset now, long lastStep)
    {
        var key = Base32.Decode(secret);
        long? accepted = null;
        for (var step = StepOf(now) - 1; step <= StepOf(now) + 1; step++)
        {
            // No early exit: how long it takes does not tell which step it was.
            var same = CryptographicOperations.FixedTimeEquals(
                System.Text.Encoding.UTF8.GetBytes(Code(key, step, Digits)), System.Text.Encoding.UTF8.GetBytes(code));
            accepted = same && step > lastStep && accepted is null ? step : accepted;
        }

        return accepted;
    }

    internal static string Code(byte[] key, long step, int digits)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
#pragma warning disable CA5350 // RFC 6238 as authenticators implement it.
        var hash = HMACSHA1.HashData(key, counter);
#pragma warning restore CA5350
        var offset = hash[^1] & 0xf;
        var number = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(offset)) & int.MaxValue;

        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }
}
