using Microsoft.Net.Http.Headers;

namespace Training.Api.Http;

/// <summary>Headers of every answer. Answers are data about people: they are neither kept by caches nor shown as pages, but for those
/// that are made to be printed, which have their one style sheet and nothing else. Only the API's own browser page may run its own
/// scripts.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Data = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
    private const string Page = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private static readonly string Printed = $"{Data}; style-src '{PrintedPage.StyleHash}'";

    public Task InvokeAsync(HttpContext context)
    {
        // At the last moment, since an exception clears what was set before.
        context.Response.OnStarting(Set, context);

        return next(context);
    }

    private static Task Set(object state)
    {
        var context = (HttpContext)state;
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.ContentSecurityPolicy = PolicyOf(context);
        if (!headers.ContainsKey(HeaderNames.CacheControl))
        {
            headers.CacheControl = "no-store";
        }

        return Task.CompletedTask;
    }

    private static string PolicyOf(HttpContext context)
    {
        if (context.Request.Path.StartsWithSegments("/swagger"))
        {
            return Page;
        }

        var isPrinted = context.GetEndpoint()?.Metadata.GetMetadata<PrintedPageAnswer>() is not null
            && context.Response.StatusCode == StatusCodes.Status200OK;
        return isPrinted ? Printed : Data;
    }
}
