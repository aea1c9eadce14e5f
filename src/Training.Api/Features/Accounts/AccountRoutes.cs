using Training.Api.Access;
using Training.Api.Auth;
using Training.Api.Errors;
using Training.Domain.Rules;

namespace Training.Api.Features.Accounts;

internal static class AccountRoutes
{
    /// <summary>Who can sign in, and as what.</summary>
    public static void MapAccounts(this IEndpointRouteBuilder api)
    {
        var accounts = api.MapGroup("/accounts").WithTags("accounts").RequireAuthorization(Policies.ManageAccounts);

        accounts.MapGet("", ListAccounts.HandleAsync).WithName(nameof(ListAccounts));
        accounts.MapGet("/{id}", GetAccount.HandleAsync).WithName(nameof(GetAccount)).Refuses(CommonRefusals.Unknown);
        accounts.MapPost("", CreateAccount.HandleAsync).WithName(nameof(CreateAccount))
            .Produces<InitialPasswordResponse>(StatusCodes.Status201Created)
            .Refuses(AccountRefusals.NameForm, AccountRefusals.NameTaken, AccountRefusals.EmployeeUnknown, AccountRefusals.EmployeeHasAccount)
            .Refuses(AccountRefusals.NeedsEmployee);

        var acts = accounts.MapGroup("/{id}").Refuses(CommonRefusals.Unknown, AccessRefusals.OwnRecord, CommonRefusals.VersionStale);
        acts.MapPost("/disable", DisableAccount.HandleAsync).WithName(nameof(DisableAccount))
            .Refuses(AccountRefusals.IsDisabled, AccountRefusals.LastAdministrator);
        acts.MapPost("/enable", EnableAccount.HandleAsync).WithName(nameof(EnableAccount)).Refuses(AccountRefusals.IsEnabled);
        acts.MapPost("/unlock", UnlockAccount.HandleAsync).WithName(nameof(UnlockAccount)).Refuses(AccountRefusals.NotLocked);
        acts.MapPost("/reset-password", ResetPassword.HandleAsync).WithName(nameof(ResetPassword));
        acts.MapPost("/reset-two-factor", ResetTwoFactor.HandleAsync).WithName(nameof(ResetTwoFactor)).Refuses(AccountRefusals.HasNoTwoFactor);
        acts.MapPost("/roles", GrantRole.HandleAsync).WithName(nameof(GrantRole))
            .Refuses(AccountRefusals.HoldsRole, AccountRefusals.GrantPending, AccountRefusals.NeedsEmployee);
        acts.MapPost("/roles/remove", RemoveRole.HandleAsync).WithName(nameof(RemoveRole))
            .Refuses(AccountRefusals.LacksRole, AccountRefusals.LastAdministrator);
    }
}
