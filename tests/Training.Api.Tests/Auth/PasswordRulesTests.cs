using Training.Api.Auth;
using Training.Domain.Rules;

namespace Training.Api.Tests.Auth;

public sealed class PasswordRulesTests
{
    [Theory]
    [InlineData("elevenchars", "auth.passwordLength")]
    [InlineData("", "auth.passwordLength")]
    [InlineData("aaaaaaaaaaaaaaaa", "auth.passwordOneCharacter")]
    [InlineData("ａaaaaaaaaaaaaaaa", "auth.passwordOneCharacter")]
    [InlineData("Zhang.Wei.HRBP", "auth.passwordIsName")]
    [InlineData("zhang.wei.hrbpZHANG.WEI.HRBP", "auth.passwordIsName")]
    public void A_weak_password_is_refused(string password, string code)
    {
        var refused = Assert.Throws<RuleViolation>(() => PasswordRules.Check(password, "zhang.wei.hrbp", "newPassword"));

        Assert.Equal(code, refused.Refusal.Code);
        Assert.Equal("newPassword", refused.Field);
    }

    [Theory]
    [InlineData("twelve chars")]
    [InlineData("一二三四五六七八九十十一")]
    [InlineData("zhang.wei.hrbp!")]
    public void A_long_password_is_accepted(string password) => PasswordRules.Check(password, "zhang.wei.hrbp", "newPassword");

    [Fact]
    public void More_than_128_characters_are_refused()
    {
        PasswordRules.Check(new string('a', 127) + "b", "x", "newPassword");
        Assert.Throws<RuleViolation>(() => PasswordRules.Check(new string('a', 128) + "b", "x", "newPassword"));
    }
}
