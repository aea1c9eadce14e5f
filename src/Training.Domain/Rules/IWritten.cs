namespace Training.Domain.Rules;

/// <summary>A value that is written as one short text (<c>2026Q4</c>), in requests as in files.</summary>
public interface IWritten<TSelf>
    where TSelf : struct, IWritten<TSelf>
{
    /// <summary>The code of the sentence that says what is expected.</summary>
    static abstract string Expected { get; }

    static abstract bool TryParse(string? text, IFormatProvider? provider, out TSelf value);
}
