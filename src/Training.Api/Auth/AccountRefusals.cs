using Training.Domain.Rules;

namespace Training.Api.Auth;

/// <summary>What the acts on accounts and on the granting of roles refuse.</summary>
internal static class AccountRefusals
{
    /// <summary>Values: <c>userName</c>, <c>max</c>.</summary>
    public static readonly Refusal NameForm = Refusal.Content("account.nameForm");

    public static readonly Refusal NameTaken = Refusal.State("account.nameTaken");

    public static readonly Refusal EmployeeUnknown = Refusal.Content("account.employeeUnknown");

    public static readonly Refusal EmployeeHasAccount = Refusal.State("account.employeeHasAccount");

    /// <summary>Nobody would be left to manage accounts.</summary>
    public static readonly Refusal LastAdministrator = Refusal.State("account.lastAdministrator");

    /// <summary>The first administrator is made once.</summary>
    public static readonly Refusal AdministratorExists = Refusal.State("account.administratorExists");

    public static readonly Refusal IsDisabled = Refusal.State("account.isDisabled");

    public static readonly Refusal IsEnabled = Refusal.State("account.isEnabled");

    public static readonly Refusal NotLocked = Refusal.State("account.notLocked");

    public static readonly Refusal HasNoTwoFactor = Refusal.State("account.hasNoTwoFactor");

    /// <summary>Value: <c>role</c>.</summary>
    public static readonly Refusal HoldsRole = Refusal.State("account.holdsRole");

    /// <summary>Value: <c>role</c>.</summary>
    public static readonly Refusal LacksRole = Refusal.State("account.lacksRole");

    /// <summary>The role opens people or pay, and the account is nobody's. Value: <c>role</c>.</summary>
    public static readonly Refusal NeedsEmployee = Refusal.State("account.needsEmployee");

    /// <summary>The same role was asked for before and nobody decided yet. Value: <c>role</c>.</summary>
    public static readonly Refusal GrantPending = Refusal.State("grant.pending");

    public static readonly Refusal GrantDecided = Refusal.State("grant.decided");

    /// <summary>Who asked for a role does not confirm it.</summary>
    public static readonly Refusal GrantRequester = Refusal.Relation("grant.requester");
}
