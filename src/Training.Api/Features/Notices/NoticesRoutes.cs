using Training.Api.Access;
using Training.Api.Errors;

namespace Training.Api.Features.Notices;

internal static class NoticesRoutes
{
    /// <summary>One's own inbox; nobody reads anybody else's.</summary>
    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        var notices = api.MapGroup("/notices").WithTags("notices").RequireAuthorization(Policies.SignedIn);

        notices.MapGet("", ListNotices.HandleAsync).WithName(nameof(ListNotices));
        notices.MapPost("/{id}/read", ReadNotice.HandleAsync).WithName(nameof(ReadNotice))
            .Produces(StatusCodes.Status204NoContent)
            .Refuses(CommonRefusals.Unknown);
        notices.MapPost("/read-all", ReadAllNotices.HandleAsync).WithName(nameof(ReadAllNotices)).Produces(StatusCodes.Status204NoContent);
    }
}
