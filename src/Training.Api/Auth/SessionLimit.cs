using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;
using Training.Api.Settings;
using Training.Domain.Rules;

namespace Training.Api.Auth;

/// <summary>Why a session may do nothing yet but what makes it whole: change a password made by the program, turn on the
/// second factor that the person's roles need, look at itself, sign out.</summary>
internal sealed record SessionLimit(Refusal Refusal)
{
    /// <summary>Null for a session without limits.</summary>
    public static SessionLimit? Of(SessionRow session, IReadOnlySet<Role> roles, SignInSettings settings) => session switch
    {
        { MustChangePassword: true } => new(AuthRefusals.PasswordMustChange),
        { TwoFactorEnabled: false } when settings.RequiresTwoFactor(roles) => new(AuthRefusals.TwoFactorRequired),
        _ => null,
    };

    public static void Set(HttpContext context, SessionLimit? limit) => context.Features.Set(limit);

    public static SessionLimit? In(HttpContext context) => context.Features.Get<SessionLimit>();
}

/// <summary>Endpoint metadata: the route is open to a limited session.</summary>
internal sealed record OpenToLimitedSession;

/// <summary>Refuses what a limited session may not do, after the roles have been looked at.</summary>
internal sealed class SessionLimitGate : IAuthorizationMiddlewareResultHandler
{
    private readonly AuthorizationMiddlewareResultHandler _inner = new();

    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (authorizeResult.Succeeded
            && SessionLimit.In(context) is { } limit
            && context.GetEndpoint() is { } endpoint
            && endpoint.Metadata.GetMetadata<OpenToLimitedSession>() is null)
        {
            throw limit.Refusal.With();
        }

        return _inner.HandleAsync(next, context, policy, authorizeResult);
    }
}
