using System.Globalization;

namespace Training.Api.Data.Seeding;

/// <summary>What is wrong in a reference file: where, and what would be accepted. Nothing of its load is kept.</summary>
internal sealed class ReferenceFault(string message) : Exception(message)
{
    public ReferenceFault(string file, int line, string said)
        : this(Sentence(file, line, said))
    {
    }

    public static string Sentence(string file, int line, string said) =>
        string.Create(CultureInfo.InvariantCulture, $"{file}, line {line}: {said}");
}
