using System.Text.RegularExpressions;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Walks;

/// <summary>The rooms of the program use each other in one direction, so that a reader knows where to look.</summary>
public sealed partial class RoomsTests
{
    private static readonly string Sources = Repository.PathOf("src", "Training.Api");

    /// <summary>Nobody uses a room of a later row. A row's rooms may use each other.</summary>
    private static readonly string[][] Order =
    [
        ["Data"],
        ["Access", "Audit", "Notices", "Queries"],
        ["Acts", "Imports"],
        ["Features", "Jobs", "Commands"],
    ];

    private static readonly string[] KnowNoNoun = ["Http", "Errors", "Localization", "Spreadsheets"];

    [Fact]
    public void Rooms_are_used_in_one_direction()
    {
        var strays = from row in Enumerable.Range(0, Order.Length)
                     from room in Order[row]
                     from use in Uses(room)
                     where !use.IsDomain && Order.Skip(row + 1).Any(later => later.Contains(use.Room))
                     select $"{use.File} uses {use.Room}";

        Assert.Empty(strays);
    }

    [Fact]
    public void What_every_request_obeys_knows_no_noun()
    {
        var strays = from room in KnowNoNoun
                     from use in Uses(room)
                     where use.IsDomain ? use.Room != "Rules" : Order.Skip(2).Any(later => later.Contains(use.Room))
                     select $"{use.File} uses {use.Room}";

        Assert.Empty(strays);
    }

    [Fact]
    public void A_feature_names_no_other()
    {
        var strays = from use in Uses("Features")
                     where use.Room == "Features" && !use.File.EndsWith("FeaturesSetup.cs", StringComparison.Ordinal)
                     select use.File;

        Assert.Empty(strays);
    }

    [Fact]
    public void Only_one_room_knows_the_library_of_workbooks()
    {
        var strays = Files(Sources).Where(x => !x.Contains($"{Path.DirectorySeparatorChar}Spreadsheets{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(x => File.ReadAllText(x).Contains("OfficeOpenXml", StringComparison.Ordinal));

        Assert.Empty(strays);
    }

    [Fact]
    public void The_domain_asks_no_clock()
    {
        var strays = Files(Repository.PathOf("src", "Training.Domain"))
            .Where(x => Clock().IsMatch(File.ReadAllText(x)));

        Assert.Empty(strays);
    }

    /// <summary>The rooms that a room's files name, but for those files that compose the program.</summary>
    private static IEnumerable<(string File, string Room, bool IsDomain)> Uses(string room) =>
        from file in Files(Path.Combine(Sources, room))
        where room == "Features" || !file.EndsWith("Setup.cs", StringComparison.Ordinal)
        from use in Using().Matches(File.ReadAllText(file))
        select (Path.GetRelativePath(Sources, file), use.Groups["room"].Value, use.Groups["program"].Value == "Domain");

    private static IEnumerable<string> Files(string folder) =>
        Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
            .Where(x => !x.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^using (static )?Training\.(?<program>Api|Domain)\.(?<room>\w+)", RegexOptions.Multiline)]
    private static partial Regex Using();

    [GeneratedRegex(@"DateTime(Offset)?\.(UtcNow|Now|Today)\b")]
    private static partial Regex Clock();
}
