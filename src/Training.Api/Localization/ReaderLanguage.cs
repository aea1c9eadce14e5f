using Microsoft.Net.Http.Headers;

namespace Training.Api.Localization;

/// <summary>Which language the answer to a request is written in: the setting of the person signed in, else the best of
/// <c>Accept-Language</c>, else Chinese.</summary>
internal static class ReaderLanguage
{
    private sealed record Setting(Language Language);

    /// <summary>Called once the person is known. Null leaves it to the headers.</summary>
    public static void Set(HttpContext context, Language? language) =>
        context.Features.Set(language is { } known ? new Setting(known) : null);

    public static Language Of(HttpContext context) =>
        context.Features.Get<Setting>()?.Language ?? Accepted(context.Request) ?? Language.Chinese;

    private static Language? Accepted(HttpRequest request)
    {
        if (!StringWithQualityHeaderValue.TryParseList(request.Headers.AcceptLanguage, out var wanted))
        {
            return null;
        }

        return wanted
            .Where(x => x.Quality is null or > 0)
            .OrderByDescending(x => x.Quality ?? 1)
            .Select(x => Languages.Of(x.Value.Value))
            .FirstOrDefault(x => x is not null);
    }
}
