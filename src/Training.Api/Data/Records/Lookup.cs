using Training.Domain.People;

namespace Training.Api.Data.Records;

/// <summary>What was looked at.</summary>
public enum LookupKind
{
    BaseWage,

    /// <summary>Scores, the provisional ones of a running quarter too.</summary>
    Score,
}

/// <summary>Somebody read what is confidential about another person. Kept for that person to see; not part of the sealed audit.</summary>
internal sealed class Lookup
{
    public long Id { get; set; }

    /// <summary>Who read.</summary>
    public long AccountId { get; set; }

    /// <summary>About whom; an <see cref="Employee"/>.</summary>
    public long EmployeeId { get; set; }

    public LookupKind Kind { get; set; }

    public DateTimeOffset At { get; set; }
}
