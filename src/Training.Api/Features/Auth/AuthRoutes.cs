using Training.Api.Access;
using Training.Api.Auth;
using Training.Api.Errors;

namespace Training.Api.Features.Auth;

internal static class AuthRoutes
{
    /// <summary>Signing in and out, and one's own password and second factor. All but the first two are open to every
    /// session, also to one that may do nothing else yet.</summary>
    public static void MapAuth(this IEndpointRouteBuilder api)
    {
        var auth = api.MapGroup("/auth").WithTags("auth").AddEndpointFilter<NotKept>();

        auth.MapPost("/sign-in", SignIn.HandleAsync).WithName(nameof(SignIn)).AllowAnonymous()
            .Refuses(AuthRefusals.Refused, AuthRefusals.CodeRequired, AuthRefusals.OneFactorOnly, CommonRefusals.TooMany);
        auth.MapPost("/refresh", Refresh.HandleAsync).WithName(nameof(Refresh)).AllowAnonymous()
            .Refuses(AuthRefusals.RefreshRefused);

        var own = auth.MapGroup("").RequireAuthorization(Policies.SignedIn).WithMetadata(new OpenToLimitedSession());
        own.MapGet("/me", Me.HandleAsync).WithName(nameof(Me));
        own.MapPost("/sign-out", SignOut.HandleAsync).WithName(nameof(SignOut)).Produces(StatusCodes.Status204NoContent);
        own.MapPost("/change-password", ChangePassword.HandleAsync).WithName(nameof(ChangePassword))
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(AuthRefusals.PasswordWrong, AuthRefusals.Locked, AuthRefusals.PasswordLength, AuthRefusals.PasswordIsName)
            .Refuses(AuthRefusals.PasswordOneCharacter, AuthRefusals.PasswordSame);

        own.MapPost("/two-factor/enrol", TwoFactor.EnrolTwoFactor).WithName(nameof(TwoFactor.EnrolTwoFactor))
            .Refuses(AuthRefusals.TwoFactorIsOn, AuthRefusals.PasswordWrong, AuthRefusals.Locked);
        own.MapPost("/two-factor/confirm", TwoFactor.ConfirmTwoFactor).WithName(nameof(TwoFactor.ConfirmTwoFactor))
            .Refuses(AuthRefusals.TwoFactorIsOn, AuthRefusals.NotEnrolling, AuthRefusals.CodeWrong);
        own.MapPost("/two-factor/disable", TwoFactor.DisableTwoFactor).WithName(nameof(TwoFactor.DisableTwoFactor))
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(AuthRefusals.TwoFactorIsOff, AuthRefusals.TwoFactorKept, AuthRefusals.PasswordWrong, AuthRefusals.CodeWrong, AuthRefusals.Locked);
        own.MapPost("/two-factor/recovery-codes", TwoFactor.RenewRecoveryCodes).WithName(nameof(TwoFactor.RenewRecoveryCodes))
            .Refuses(AuthRefusals.TwoFactorIsOff, AuthRefusals.PasswordWrong, AuthRefusals.CodeWrong, AuthRefusals.Locked);
    }

    /// <summary>Answers that hold tokens and secrets are kept by nobody on the way.</summary>
    private sealed class NotKept : IEndpointFilter
    {
        public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
        {
            context.HttpContext.Response.Headers.CacheControl = "no-store";

            return next(context);
        }
    }
}
