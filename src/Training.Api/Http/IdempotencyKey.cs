using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Errors;
using Training.Api.Http.Json;
using Training.Api.Http.Shapes;
using Training.Domain.Rules;

namespace Training.Api.Http;

internal static class IdempotencyRefusals
{
    /// <summary>The key was used for another request of this route. Values: key.</summary>
    public static readonly Refusal OtherRequest = Refusal.Content("idempotency.otherRequest");
}

/// <summary>The header <c>Idempotency-Key</c>: the act is done once, however often the request is sent. The key is kept with the
/// answer in the act's own transaction, so a refused act leaves none. A second request waits for the first and gets its
/// answer with <c>Idempotency-Replayed: true</c>; after 10 s of waiting it is told to come back.</summary>
[HeaderParameter("Idempotency-Key", "1 to 100 visible ASCII characters. The same request with the same key is done once and answered alike.")]
internal sealed class IdempotencyKey
{
    private const int Longest = 100;
    private const string Header = "Idempotency-Key";

    private readonly string? _key;
    private readonly HttpContext _context;

    private IdempotencyKey(string? key, HttpContext context) => (_key, _context) = (key, context);

    private long AccountId => _context.RequestServices.GetRequiredService<CurrentPerson>().AccountId;

    private string Route => _context.GetEndpoint()!.Metadata.GetRequiredMetadata<IEndpointNameMetadata>().EndpointName;

    /// <summary>Bound by the framework. What is no single key of that form is refused.</summary>
    public static ValueTask<IdempotencyKey> BindAsync(HttpContext context, ParameterInfo parameter)
    {
        var given = context.Request.Headers[Header];
        if (given.Count == 0)
        {
            return ValueTask.FromResult(new IdempotencyKey(null, context));
        }

        return given is [{ Length: > 0 and <= Longest } key] && key.All(x => x is > ' ' and <= '~')
            ? ValueTask.FromResult(new IdempotencyKey(key, context))
            : throw RequestFault.Parameter(Header, new Fault("fault.idempotencyKey", ("limit", Longest)));
    }

    /// <summary>Does the act in one write and answers 200. <paramref name="content"/> is what was sent: the request, or the bytes
    /// of a file; the same key with another content is refused.</summary>
    public async Task<DoneOnce<T>> OnceAsync<T>(TrainingDb db, object? content, Func<Task<T>> act, CancellationToken cancellation) =>
        new(await RunAsync<T>(db, content, StatusCodes.Status200OK, async () => (null, await act()), cancellation));

    /// <summary>As <see cref="OnceAsync{T}"/> for an act that creates a record: answers 201 and where it is.</summary>
    public async Task<CreatedOnce<T>> CreateOnceAsync<T>(
        TrainingDb db, object? content, Func<Task<(string Location, T Value)>> act, CancellationToken cancellation) =>
        new(await RunAsync<T>(db, content, StatusCodes.Status201Created, async () => await act(), cancellation));

    /// <summary>The earlier answer of an act that answers 200, where there is one: asked before expensive work.</summary>
    public async Task<DoneOnce<T>?> ReplayAsync<T>(TrainingDb db, object? content, CancellationToken cancellation) =>
        _key is not null && await FindAsync(db, _key, Fingerprint(content), cancellation) is { } earlier ? new(OnceAnswer<T>.Of(earlier)) : null;

    private async Task<OnceAnswer<T>> RunAsync<T>(
        TrainingDb db, object? content, int status, Func<Task<(string? Location, T Value)>> act, CancellationToken cancellation)
    {
        if (_key is not { } key)
        {
            var (location, value) = await db.WriteAsync(act, cancellation);
            return OnceAnswer<T>.Of(status, location, value);
        }

        var fingerprint = Fingerprint(content);
        return await db.WriteAsync(
            async () =>
            {
                if (await FindAsync(db, key, fingerprint, cancellation) is { } earlier)
                {
                    return OnceAnswer<T>.Of(earlier);
                }

                var record = new IdempotencyRecord { AccountId = AccountId, Route = Route, Key = key, Fingerprint = fingerprint, At = db.Stamp.Now };
                db.IdempotencyRecords.Add(record);
                // Where writers do not take turns, a second request waits here, at the unique index, for the first.
                await db.FlushAsync(cancellation);
                var (location, value) = await act();
                var answer = OnceAnswer<T>.Of(status, location, value);
                (record.Status, record.Location, record.Body) = (answer.Status, answer.Location, answer.Body);
                db.IdempotencyRecords.Update(record);
                return answer;
            },
            cancellation);
    }

    private async Task<IdempotencyRecord?> FindAsync(TrainingDb db, string key, string fingerprint, CancellationToken cancellation)
    {
        var (account, route) = (AccountId, Route);
        var found = await db.IdempotencyRecords.AsNoTracking()
            .FirstOrDefaultAsync(x => x.AccountId == account && x.Route == route && x.Key == key, cancellation);
        return found is null || found.Fingerprint == fingerprint ? found : throw IdempotencyRefusals.OtherRequest.At(Header, ("key", key));
    }

    private string Fingerprint(object? content)
    {
        var request = _context.Request;
        var place = Encoding.UTF8.GetBytes($"{request.Method}\n{request.Path}\n{request.QueryString}\n");
        var bytes = content as byte[] ?? JsonSerializer.SerializeToUtf8Bytes(content, StrictJson.Options);
        return Convert.ToHexStringLower(SHA256.HashData([.. place, .. bytes]));
    }
}
