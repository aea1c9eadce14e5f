using Training.Domain.Rules;

namespace Training.Domain.Standards;

public enum StandardState
{
    /// <summary>Never published.</summary>
    Draft,

    /// <summary>An edition is in force and no other is being written.</summary>
    InForce,

    /// <summary>An edition is in force and the next is being written.</summary>
    InRevision,
}

public enum StandardAct
{
    /// <summary>Write the next edition, or write it anew.</summary>
    Write,

    /// <summary>Put the edition being written in force.</summary>
    Publish,

    /// <summary>Throw the edition being written away.</summary>
    Discard,
}

/// <summary>An occupational standard. It comes in editions: the last one published is in force, at most one more is being
/// written, and those before are kept as they were.</summary>
public sealed class Standard : IVersioned
{
    public const int MaxCodeLength = 32;
    public const int MaxTextLength = 500;
    public const int MaxFunctionCodeLength = MaxCodeLength + 5;

    public static readonly Transitions<StandardState, StandardAct> Table = new(
        StandardRefusals.NotInThisState,
        (StandardState.Draft, StandardAct.Write, StandardState.Draft),
        (StandardState.Draft, StandardAct.Publish, StandardState.InForce),
        (StandardState.Draft, StandardAct.Discard, StandardState.Draft),
        (StandardState.InForce, StandardAct.Write, StandardState.InRevision),
        (StandardState.InRevision, StandardAct.Write, StandardState.InRevision),
        (StandardState.InRevision, StandardAct.Publish, StandardState.InForce),
        (StandardState.InRevision, StandardAct.Discard, StandardState.InForce));

    private readonly List<StandardEdition> _editions = [];

    private Standard()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique without regard to case; never changes.</summary>
    public string Code { get; private set; } = "";

    public int Version { get; private set; }

    public IReadOnlyCollection<StandardEdition> Editions => _editions;

    /// <summary>The last edition published.</summary>
    public StandardEdition? InForce => _editions.Where(x => x.PublishedAt is not null).MaxBy(x => x.Number);

    /// <summary>The edition being written.</summary>
    public StandardEdition? Draft => _editions.Find(x => x.PublishedAt is null);

    public StandardState State => StateOf(InForce is not null, Draft is not null);

    public static StandardState StateOf(bool isInForce, bool hasDraft) => (isInForce, hasDraft) switch
    {
        (false, _) => StandardState.Draft,
        (true, false) => StandardState.InForce,
        (true, true) => StandardState.InRevision,
    };

    /// <summary>A standard whose first edition is being written. Refused: as in <see cref="Write"/>.</summary>
    public static Standard Create(string code, StandardContent content)
    {
        var standard = new Standard { Code = PlainText.Key(code) };
        standard.Write(content);
        return standard;
    }

    /// <summary>The code of a function, by which courses name it: <c>CSM-3-1</c> is the first function of level 3.</summary>
    public static string FunctionCode(string code, int level, int number) => FormattableString.Invariant($"{code}-{level}-{number}");

    /// <summary>The code of the standard that a function's code names; none where it names none.</summary>
    public static string? OfFunction(string functionCode) =>
        functionCode.Split('-') is { Length: > 2 } parts ? string.Join('-', parts[..^2]) : null;

    /// <summary>Writes the next edition as a whole; the one in force stays as it is. Refused: weights of a level that do not total
    /// exactly 100; a level or a function's number that is given twice or out of bounds; a pass mark above the full mark.</summary>
    public void Write(StandardContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        StandardShape.Check(content);
        Table.Next(State, StandardAct.Write);
        var draft = Draft;
        if (draft is null)
        {
            draft = new StandardEdition(_editions.Select(x => x.Number).DefaultIfEmpty().Max() + 1);
            _editions.Add(draft);
        }

        draft.Take(content);
    }

    /// <summary>Puts the edition being written in force. Refused: none is being written.</summary>
    public void Publish(DateTimeOffset now)
    {
        Table.Next(State, StandardAct.Publish);
        Draft!.Publish(now);
    }

    /// <summary>Throws the edition being written away. Refused: none is being written.</summary>
    public void Discard()
    {
        Table.Next(State, StandardAct.Discard);
        _editions.Remove(Draft!);
    }
}

internal static class StandardShape
{
    public const int MaxLevel = 5;
    public const int MaxFunctions = 99;

    public static void Check(StandardContent content)
    {
        if (content.Examination is { } exam && exam.PassMark > exam.FullMark)
        {
            throw StandardRefusals.PassMarkAboveFull.At(
                "examination.passMark", ("passMark", exam.PassMark), ("fullMark", exam.FullMark));
        }

        var seen = new HashSet<int>();
        foreach (var (i, level) in content.Levels.Index())
        {
            if (level.Level is < 1 or > MaxLevel)
            {
                throw StandardRefusals.LevelOutOfRange.At($"levels[{i}].level", ("level", level.Level), ("max", MaxLevel));
            }

            if (!seen.Add(level.Level))
            {
                throw StandardRefusals.LevelTwice.At($"levels[{i}].level", ("level", level.Level));
            }

            CheckFunctions(level, $"levels[{i}].functions");
        }
    }

    private static void CheckFunctions(StandardLevelContent level, string place)
    {
        var seen = new HashSet<int>();
        foreach (var (i, function) in level.Functions.Index())
        {
            if (function.Number is < 1 or > MaxFunctions)
            {
                throw StandardRefusals.FunctionOutOfRange.At($"{place}[{i}].number", ("number", function.Number), ("max", MaxFunctions));
            }

            if (!seen.Add(function.Number))
            {
                throw StandardRefusals.FunctionTwice.At($"{place}[{i}].number", ("number", function.Number), ("level", level.Level));
            }

            if (function.WeightPercent is <= 0 or > 100 || !Decimals.Fits(function.WeightPercent, 1))
            {
                throw StandardRefusals.WeightOutOfRange.At(
                    $"{place}[{i}].weightPercent", ("weight", function.WeightPercent), ("number", function.Number));
            }
        }

        var total = level.Functions.Sum(x => x.WeightPercent);
        if (total != 100)
        {
            throw StandardRefusals.WeightsNotHundred.At(place, ("level", level.Level), ("total", total));
        }
    }
}
