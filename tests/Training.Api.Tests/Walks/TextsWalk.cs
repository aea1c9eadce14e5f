using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Http.Lists;
using Training.Api.Localization;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Walks;

/// <summary>Every code, column and choice has its text in both languages, and no text is left that nobody uses.</summary>
public sealed class TextsWalk(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Fact]
    public void Every_column_of_every_list_has_a_header_in_both_languages()
    {
        var missing = Rows().SelectMany(WorkbookMembers.Of).Select(x => x.Code).Distinct().Where(IsMissing);

        Assert.True(!missing.Any(), "without a text: " + string.Join(", ", missing));
    }

    [Fact]
    public void Every_choice_that_a_list_shows_or_a_refusal_names_has_a_word_in_both_languages()
    {
        var missing = Choices().SelectMany(Codes).Where(IsMissing);

        Assert.True(!missing.Any(), "without a text: " + string.Join(", ", missing));
    }

    [Fact]
    public void No_text_is_left_that_nobody_uses()
    {
        var source = string.Join('\n', Sources().Select(File.ReadAllText));
        var shown = Rows().SelectMany(WorkbookMembers.Of).Select(x => x.Code).Concat(Choices().SelectMany(Codes)).ToHashSet();
        var unused = Texts.Codes(Language.English)
            .Where(x => !shown.Contains(x) && !x.StartsWith("status.", StringComparison.Ordinal) && !IsMade(x)
                && !source.Contains($"\"{x}\"", StringComparison.Ordinal))
            .Order();

        Assert.True(!unused.Any(), "used by nobody: " + string.Join(", ", unused));
    }

    /// <summary>Codes that the program puts together: a notice from its kind, a column of an import from its kind and name.</summary>
    private static bool IsMade(string code) => code.StartsWith("notice.", StringComparison.Ordinal) || code.StartsWith("import.", StringComparison.Ordinal);

    private static bool IsMissing(string code) => !Texts.Has(Language.Chinese, code) || !Texts.Has(Language.English, code);

    private static IEnumerable<string> Codes(Type type) => Enum.GetNames(type).Select(x => Texts.CodeOf(type, x));

    private IEnumerable<Type> Rows() => app.Services.GetRequiredService<EndpointDataSource>().Endpoints
        .Select(x => x.Metadata.GetMetadata<WorkbookToo>()?.Row).OfType<Type>().Distinct();

    /// <summary>The choices of the domain, and those that rows of lists show.</summary>
    private IEnumerable<Type> Choices() => Rows().SelectMany(WorkbookMembers.Of).Select(x => Nullable.GetUnderlyingType(x.Type) ?? x.Type)
        .Concat(typeof(Domain.Rules.Refusal).Assembly.GetExportedTypes())
        .Where(x => x.IsEnum && x != typeof(Domain.Rules.RefusalKind)).Distinct();

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") => Directory
        .EnumerateFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../../src")), "*.cs", SearchOption.AllDirectories)
        .Where(x => !x.Contains("/obj/", StringComparison.Ordinal) && !x.Contains("/bin/", StringComparison.Ordinal));
}
