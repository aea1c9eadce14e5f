using Training.Domain.Rules;

namespace Training.Api.Data.Records;

/// <summary>Where the granting of a role stands.</summary>
public enum GrantState
{
    /// <summary>A second person has to decide.</summary>
    Waiting,

    /// <summary>The account holds, or held, the role.</summary>
    Confirmed,

    Declined,
}

/// <summary>The granting of a role or right that needs a second person. Every such role that was ever granted has one: that
/// tells whether an installation has had its first.</summary>
internal sealed class GrantRequest : IVersioned
{
    /// <summary>Roles that one person alone does not grant. Administrator is among them: whoever makes administrators alone
    /// could ask for a right as one of them and confirm it as themselves.</summary>
    public static readonly IReadOnlySet<Role> NeedSecondPerson =
        new HashSet<Role> { Role.HumanResources, Role.Approver, Role.Payroll, Role.Administrator };

    /// <summary>Roles that open people or pay. They are held by accounts of employees: nobody is themselves on an account
    /// that is nobody's, so no rule about one's own record would hold for it.</summary>
    public static readonly IReadOnlySet<Role> NeedEmployee = new HashSet<Role> { Role.HumanResources, Role.Approver, Role.Payroll };

    public long Id { get; private set; }

    public long AccountId { get; private set; }

    public Role Role { get; private set; }

    public GrantState State { get; private set; }

    /// <summary>The account that asked; null where the program itself granted (installation, demo).</summary>
    public long? RequestedById { get; private set; }

    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>The account that decided; null while waiting, and for the first grants of an installation, which nobody
    /// could have confirmed.</summary>
    public long? DecidedById { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public int Version { get; private set; }

    public static GrantRequest Ask(long accountId, Role role, long? requestedById, DateTimeOffset now) => new()
    {
        AccountId = accountId,
        Role = role,
        RequestedById = requestedById,
        RequestedAt = now,
    };

    /// <summary>Decides. <paramref name="decidedById"/> is null only for a grant that needed nobody.</summary>
    public void Decide(GrantState state, long? decidedById, DateTimeOffset now) => (State, DecidedById, DecidedAt) = (state, decidedById, now);
}
