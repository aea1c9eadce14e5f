namespace Training.Domain.Rules;

/// <summary>Refusals that hold for every noun: the caller may see the record but not do this to it.</summary>
public static class AccessRefusals
{
    /// <summary>Nobody decides on their own record, whatever their role.</summary>
    public static readonly Refusal OwnRecord = Refusal.Relation("access.own");

    /// <summary>The act belongs to somebody who stands in another relation to the record.</summary>
    public static readonly Refusal NotInRelation = Refusal.Relation("access.relation");
}
