using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using Training.Api.Commands.Demo;
using Training.Api.Settings;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Walks;

/// <summary>The pages that name settings and accounts say what the program does.</summary>
public sealed partial class SettingsPageTests
{
    /// <summary>Settings of the framework, and one that is read before there are settings.</summary>
    private static readonly string[] OfTheFramework = ["Logging:LogLevel", "Swagger:Enabled"];

    public static TheoryData<string> Readmes => ["README.md", "README.zh-CN.md"];

    [Fact]
    public void The_configuration_page_names_every_setting_with_its_bounds()
    {
        var rows = Lines("docs/configuration.md").Where(x => x.StartsWith("| `", StringComparison.Ordinal)).ToList();

        var missing = All().Where(setting => !rows.Any(row =>
            row.Split('|')[1].Contains($"`{setting.Name}`", StringComparison.Ordinal)
            && row.Contains(setting.Bounds, StringComparison.Ordinal)));

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("docs/configuration.md")]
    [MemberData(nameof(Readmes))]
    public void No_page_names_a_setting_that_there_is_not(string page)
    {
        var known = All().Select(x => x.Name).Concat(OfTheFramework).ToHashSet(StringComparer.Ordinal);

        var unknown = Lines(page).Where(x => x.StartsWith("| `", StringComparison.Ordinal))
            .SelectMany(x => Setting().Matches(x.Split('|')[1]).Select(y => y.Groups[1].Value)).Where(x => !known.Contains(x));

        Assert.Empty(unknown);
    }

    [Theory]
    [MemberData(nameof(Readmes))]
    public async Task The_readme_lists_the_accounts_of_the_demo_company(string page)
    {
        var accounts = (await DemoFile.ReadAsync(TestContext.Current.CancellationToken)).Accounts.Select(x => x.UserName);
        var text = string.Join('\n', Lines(page));

        Assert.All(accounts, x => Assert.Contains($"| `{x}` |", text, StringComparison.Ordinal));
        Assert.Contains(DemoCompany.Password, text, StringComparison.Ordinal);
    }

    private static IEnumerable<(string Name, string Bounds)> All() =>
        from type in typeof(SignInSettings).Assembly.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string
        where section is not null && type.Namespace == typeof(SignInSettings).Namespace
        from property in type.GetProperties()
        where property.CanWrite
        select ($"{section}:{property.Name}", Bounds(property));

    private static string Bounds(PropertyInfo property) => property.GetCustomAttribute<RangeAttribute>() is { } range
        ? string.Create(CultureInfo.InvariantCulture, $"{range.Minimum}–{range.Maximum}")
        : "";

    private static string[] Lines(string page) => File.ReadAllLines(Repository.PathOf(page));

    [GeneratedRegex(@"`([A-Z]\w+:\w+)")]
    private static partial Regex Setting();
}
