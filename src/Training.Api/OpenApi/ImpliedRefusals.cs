using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Training.Api.Auth;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Http.Shapes;
using Training.Api.Spreadsheets;
using Training.Domain.Rules;

namespace Training.Api.OpenApi;

/// <summary>What a route refuses because of its shape, so that no route has to declare it.</summary>
internal static class ImpliedRefusals
{
    /// <summary>Everything that may leave by the endpoint: what its shape implies and what its own lines declare.</summary>
    public static IReadOnlySet<Refusal> AllOf(Endpoint endpoint) => Of(endpoint).Concat(DeclaredRefusals.Of(endpoint)).ToHashSet();

    public static IEnumerable<Refusal> Of(Endpoint endpoint)
    {
        yield return CommonRefusals.UnknownParameter;
        yield return CommonRefusals.TooMany;
        yield return CommonRefusals.Busy;
        yield return CommonRefusals.TooLarge;
        if (RequiresSignIn(endpoint))
        {
            yield return CommonRefusals.NotSignedIn;
            yield return CommonRefusals.Role;
            if (endpoint.Metadata.GetMetadata<OpenToLimitedSession>() is null)
            {
                yield return AuthRefusals.PasswordMustChange;
                yield return AuthRefusals.TwoFactorRequired;
            }
        }

        foreach (var refusal in OfStore(endpoint))
        {
            yield return refusal;
        }

        if (RouteShape.Of(endpoint) is not { } shape)
        {
            yield break;
        }

        foreach (var refusal in OfWorkbook(endpoint))
        {
            yield return refusal;
        }

        var isList = endpoint.Metadata.GetMetadata<WorkbookToo>() is not null;
        foreach (var refusal in OfBody(endpoint).Concat(OfParameters(shape, isList)).Concat(OfVersion(endpoint, shape)))
        {
            yield return refusal;
        }
    }

    public static bool RequiresSignIn(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IAllowAnonymous>() is null
        && (endpoint.Metadata.GetMetadata<IAuthorizeData>() is not null || endpoint.Metadata.GetMetadata<AuthorizationPolicy>() is not null);

    /// <summary>Whether the route needs <c>If-Match</c>: edits, deletions and acts with content that take it at all, but for the draft of one
    /// person.</summary>
    public static bool NeedsVersion(Endpoint endpoint, RouteShape shape) =>
        shape.Takes<IfMatch>() && endpoint.Metadata.GetMetadata<DraftKept>() is null && (MethodOf(endpoint) is "PUT" or "DELETE" || TakesJson(endpoint));

    public static bool TakesJson(Endpoint endpoint) => endpoint.Metadata.GetMetadata<IAcceptsMetadata>() is not null;

    /// <summary>What the store may say to any write: the disk is full, or another write just took the same key, or used or removed
    /// what this one removes or uses.</summary>
    private static IEnumerable<Refusal> OfStore(Endpoint endpoint) =>
        MethodOf(endpoint) is null or "GET" or "HEAD" ? [] : [DataRefusals.ReadOnly, DataRefusals.Duplicate, DataRefusals.Referenced];

    private static IEnumerable<Refusal> OfBody(Endpoint endpoint)
    {
        var takesFile = endpoint.Metadata.GetMetadata<TakesFile>() is not null;
        if (takesFile || TakesJson(endpoint))
        {
            yield return CommonRefusals.Unreadable;
            yield return CommonRefusals.Media;
        }

        if (TakesJson(endpoint))
        {
            yield return CommonRefusals.Invalid;
        }
    }

    /// <summary>What any uploaded workbook may be refused for, and what may keep one from being written.</summary>
    private static IEnumerable<Refusal> OfWorkbook(Endpoint endpoint)
    {
        if (endpoint.Metadata.GetMetadata<TakesFile>()?.MediaTypes.Contains(TableWorkbook.MediaType) == true)
        {
            return WorkbookRefusals.OfReading;
        }

        return endpoint.Metadata.GetMetadata<WorkbookAnswer>() is null ? [] : [WorkbookRefusals.TooManyRowsToExport, WorkbookRefusals.Busy];
    }

    private static IEnumerable<Refusal> OfParameters(RouteShape shape, bool isList)
    {
        if (shape.Query.Count + shape.Route.Count + shape.Headers.Count > 0)
        {
            yield return CommonRefusals.Parameter;
        }

        if (shape.Query.Count > 0)
        {
            yield return CommonRefusals.Invalid;
        }

        if (shape.Route.Count > 0)
        {
            yield return CommonRefusals.Unknown;
        }

        if (shape.Takes<IdempotencyKey>())
        {
            yield return IdempotencyRefusals.OtherRequest;
        }

        if (isList)
        {
            yield return WorkbookRefusals.TooManyRowsToExport;
            yield return WorkbookRefusals.Busy;
        }
    }

    private static IEnumerable<Refusal> OfVersion(Endpoint endpoint, RouteShape shape)
    {
        if (shape.Takes<IfMatch>())
        {
            yield return CommonRefusals.VersionStale;
        }

        if (NeedsVersion(endpoint, shape))
        {
            yield return CommonRefusals.VersionMissing;
        }
    }

    private static string? MethodOf(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods is [var method, ..] ? method : null;
}
