using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Training.Api.Auth;

/// <summary>What must not be guessed: made here, handed out once, kept as a SHA-256 hash. A plain hash is enough for
/// secrets of this many random bits.</summary>
internal static class Secrets
{
    private const int IdBytes = 8;
    private const int SecretBytes = 16;
    private const int AccessLength = (IdBytes + SecretBytes) * 4 / 3;
    private const string PasswordCharacters = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /// <summary>128 random bits.</summary>
    public static byte[] New() => RandomNumberGenerator.GetBytes(SecretBytes);

    public static byte[] Hash(ReadOnlySpan<byte> secret) => SHA256.HashData(secret);

    /// <summary>The hash of a secret as it was handed out; a text that is none hashes to something nobody has.</summary>
    public static byte[] TextHash(string text) =>
        text.Length <= AccessLength && Base64Url.IsValid(text) ? Hash(Base64Url.DecodeFromChars(text)) : Hash(New());

    public static string Text(byte[] secret) => Base64Url.EncodeToString(secret);

    /// <summary>The bearer token: the session's id, so that its row is found by primary key, and the secret.</summary>
    public static string AccessToken(long sessionId, byte[] secret)
    {
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        BinaryPrimitives.WriteInt64BigEndian(bytes, sessionId);
        secret.CopyTo(bytes[IdBytes..]);

        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>False for a text that cannot be a token of ours.</summary>
    public static bool TryReadAccessToken(string text, out long sessionId, out byte[] hash)
    {
        (sessionId, hash) = (0, []);
        Span<byte> bytes = stackalloc byte[IdBytes + SecretBytes];
        if (text.Length != AccessLength || !Base64Url.IsValid(text) || Base64Url.DecodeFromChars(text, bytes) != bytes.Length)
        {
            return false;
        }

        sessionId = BinaryPrimitives.ReadInt64BigEndian(bytes);
        hash = Hash(bytes[IdBytes..]);

        return true;
    }

    /// <summary>A password of 20 letters and digits (about 116 bits) without those that look alike, for one sign-in.</summary>
    public static string InitialPassword() => RandomNumberGenerator.GetString(PasswordCharacters, 20);

    /// <summary>A recovery code of 100 random bits, in four groups for reading off paper.</summary>
    public static string RecoveryCode() => string.Join('-', RandomNumberGenerator.GetString(Base32.Alphabet, 20).Chunk(5).Select(x => new string(x)));

    /// <summary>The hash of a recovery code as somebody typed it: case, spaces and hyphens do not count.</summary>
    public static byte[] RecoveryHash(string typed) =>
        Hash(Encoding.ASCII.GetBytes(string.Concat(typed.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant()));
}
