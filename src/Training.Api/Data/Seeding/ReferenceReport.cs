namespace Training.Api.Data.Seeding;

/// <summary>Why a record was left as it is.</summary>
internal enum LeftAlone
{
    /// <summary>It was changed here after it was loaded.</summary>
    ChangedHere,

    /// <summary>It was made here, not loaded from a file.</summary>
    MadeHere,

    /// <summary>It was loaded, and deleted here.</summary>
    DeletedHere,

    /// <summary>It follows its file, but for its prerequisites: they would make a loop with what was changed here.</summary>
    WouldLoop,
}

/// <summary>A record that a file names and the load left as it is.</summary>
internal sealed record LeftRecord(string Kind, string Code, LeftAlone Why)
{
    public override string ToString() => $"{Kind} {Code} " + Why switch
    {
        LeftAlone.ChangedHere => "(changed here)",
        LeftAlone.MadeHere => "(made here)",
        LeftAlone.WouldLoop => "(its prerequisites would make a loop with what was changed here)",
        _ => "(deleted here)",
    };
}

/// <summary>What a load did.</summary>
internal sealed class ReferenceReport
{
    private readonly List<LeftRecord> _left = [];

    public int Added { get; private set; }

    public int Updated { get; private set; }

    public int Removed { get; private set; }

    public IReadOnlyList<LeftRecord> Left => _left;

    public void Add() => Added++;

    public void Update() => Updated++;

    public void Remove() => Removed++;

    public void Leave(string kind, string code, LeftAlone why) => _left.Add(new LeftRecord(kind, code, why));
}
