using System.Text;
using CsCheck;
using Training.Api.Auth;

namespace Training.Api.Tests.Auth;

public sealed class AuthenticatorTests
{
    private static readonly string Secret = Base32.Encode(Encoding.ASCII.GetBytes("12345678901234567890"));

    /// <summary>Appendix B of RFC 6238, SHA-1.</summary>
    [Theory]
    [InlineData(59, "94287082")]
    [InlineData(1111111109, "07081804")]
    [InlineData(1111111111, "14050471")]
    [InlineData(1234567890, "89005924")]
    [InlineData(2000000000, "69279037")]
    [InlineData(20000000000, "65353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code)
    {
        var step = Authenticator.StepOf(DateTimeOffset.FromUnixTimeSeconds(seconds));

        Assert.Equal(code, Authenticator.Code(Base32.Decode(Secret), step, digits: 8));
        Assert.Equal(code[2..], Authenticator.Code(Secret, step));
    }

    [Theory]
    [InlineData("f", "MY")]
    [InlineData("fo", "MZXQ")]
    [InlineData("foo", "MZXW6")]
    [InlineData("foob", "MZXW6YQ")]
    [InlineData("fooba", "MZXW6YTB")]
    [InlineData("foobar", "MZXW6YTBOI")]
    public void Base32_is_that_of_the_standard(string bytes, string text) => Assert.Equal(text, Base32.Encode(Encoding.ASCII.GetBytes(bytes)));

    [Fact]
    public void Base32_gives_every_secret_back() =>
        Gen.Byte.Array[0, 40].Sample(bytes => Base32.Decode(Base32.Encode(bytes)).SequenceEqual(bytes));

    [Fact]
    public void A_code_is_accepted_one_step_early_or_late_and_never_twice() =>
        Gen.Select(Gen.Long[0, 200_000_000], Gen.Int[-3, 3], Gen.Int[-3, 3]).Sample((step, away, last) =>
        {
            var now = DateTimeOffset.FromUnixTimeSeconds(step * 30 + 7);
            var accepted = Authenticator.Accept(Secret, Authenticator.Code(Secret, step + away), now, step + last);

            return Math.Abs(away) <= 1 && away > last ? accepted == step + away : accepted != step + away;
        });
}
