using System.Reflection;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;
using Training.Api.Errors;
using Training.Api.Http.Shapes;

namespace Training.Api.Http;

/// <summary>A file sent to a route: as the one part <c>file</c> of <c>multipart/form-data</c>, or as the whole body. It is read
/// into memory within the route's limit, before the handler runs.</summary>
/// <param name="Bytes">The content; never empty.</param>
/// <param name="Name">The file's name as sent, without any folder; null when none was sent. Never a path to write to.</param>
/// <param name="MediaType">What the sender says it is; the content decides.</param>
internal sealed record Upload(byte[] Bytes, string? Name, string? MediaType)
{
    private const int LongestBoundary = 200;

    /// <summary>Bound by the framework; the route says the limit by <see cref="UploadExtensions.TakesUpload"/>.</summary>
    public static async ValueTask<Upload?> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<UploadLimit>()?.Bytes ?? BodyLimit.Default;
        var upload = MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var media)
            && media.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
                ? await ReadPartAsync(context.Request, media, limit, context.RequestAborted)
                : new Upload(await ReadAsync(context.Request.Body, limit, context.RequestAborted), NameOf(context.Request), media?.MediaType.Value);

        return upload.Bytes.Length > 0 ? upload : throw Wrong("fault.emptyFile");
    }

    private static async Task<Upload> ReadPartAsync(HttpRequest request, MediaTypeHeaderValue media, long limit, CancellationToken cancellation)
    {
        var boundary = HeaderUtilities.RemoveQuotes(media.Boundary).Value;
        if (string.IsNullOrEmpty(boundary) || boundary.Length > LongestBoundary)
        {
            throw Wrong("fault.multipart");
        }

        try
        {
            var reader = new MultipartReader(boundary, request.Body);
            var upload = await ReadPartAsync(await reader.ReadNextSectionAsync(cancellation), limit, cancellation);

            return await reader.ReadNextSectionAsync(cancellation) is null ? upload : throw Wrong("fault.onePart");
        }
        catch (Exception broken) when (broken is InvalidDataException or IOException)
        {
            throw Wrong("fault.multipart");
        }
    }

    private static async Task<Upload> ReadPartAsync(MultipartSection? part, long limit, CancellationToken cancellation)
    {
        if (part?.GetContentDispositionHeader() is not { } disposition
            || HeaderUtilities.RemoveQuotes(disposition.Name) != "file")
        {
            throw Wrong("fault.onePart");
        }

        var name = disposition.FileNameStar.HasValue ? disposition.FileNameStar : HeaderUtilities.RemoveQuotes(disposition.FileName);

        return new Upload(await ReadAsync(part.Body, limit, cancellation), Plain(name.Value), part.ContentType);
    }

    private static async Task<byte[]> ReadAsync(Stream from, long limit, CancellationToken cancellation)
    {
        using var bytes = new MemoryStream();
        var buffer = new byte[81920];
        int read;
        while ((read = await from.ReadAsync(buffer, cancellation)) > 0)
        {
            if (bytes.Length + read > limit)
            {
                throw CommonRefusals.TooLarge.With(("limit", limit));
            }

            bytes.Write(buffer, 0, read);
        }

        return bytes.ToArray();
    }

    private static string? NameOf(HttpRequest request) =>
        ContentDispositionHeaderValue.TryParse(request.Headers.ContentDisposition.ToString(), out var disposition)
            ? Plain(disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value)
            : null;

    private static string? Plain(string? name)
    {
        var plain = name?[(name.LastIndexOfAny(['/', '\\']) + 1)..].Trim();

        return string.IsNullOrEmpty(plain) || !WellFormed.Is(plain) || plain.Any(char.IsControl) ? null : plain;
    }

    private static RequestFault Wrong(string code) => RequestFault.Unreadable("file", new Fault(code));
}

/// <summary>Endpoint metadata: how many bytes the file may have.</summary>
internal sealed record UploadLimit(long Bytes);

internal static class UploadExtensions
{
    // Boundary lines and part headers around the file.
    private const long Wrapping = 64 * 1024;

    /// <summary>The route takes a file of at most so many bytes, in a parameter of type <see cref="Upload"/>.</summary>
    public static RouteHandlerBuilder TakesUpload(this RouteHandlerBuilder route, long mostBytes, params string[] mediaTypes) =>
        route.WithMetadata(
            new UploadLimit(mostBytes),
            new BodyLimit(mostBytes + Wrapping),
            new TakesFile(["multipart/form-data", .. mediaTypes.DefaultIfEmpty("application/octet-stream")]));
}

/// <summary>Endpoint metadata: the media types in which the route takes a file. Any other type of a whole body is accepted
/// too, because the content decides.</summary>
internal sealed record TakesFile(IReadOnlyList<string> MediaTypes);
