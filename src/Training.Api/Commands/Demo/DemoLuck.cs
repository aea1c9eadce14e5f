using System.Globalization;
using System.Text;

namespace Training.Api.Commands.Demo;

/// <summary>Numbers that look like chance and are the same whenever the company is made: they hang on what is asked about, not on the day
/// or on what was asked before.</summary>
internal static class DemoLuck
{
    private const uint Basis = 2166136261;
    private const uint Prime = 16777619;

    /// <summary>From 0 to 99.</summary>
    public static int Of(params object[] about)
    {
        var hash = Basis;
        foreach (var part in Encoding.UTF8.GetBytes(string.Join('/', about.Select(x => Convert.ToString(x, CultureInfo.InvariantCulture)))))
        {
            hash = unchecked((hash ^ part) * Prime);
        }

        return (int)((hash ^ (hash >> 15)) % 100);
    }

    /// <summary>How well somebody works, or a department: from 0 to 4.</summary>
    public static int Skill(string key) => Of("skill", key) / 20;
}
