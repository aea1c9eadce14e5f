using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Settings;

namespace Training.Api.Auth;

/// <summary>How many sign-ins one address may try in a minute, on this node. Kept in memory: it is there to save work, and
/// a row per attempt would be work; guessing is stopped by the lock in the database.</summary>
internal sealed class AddressLimit(OrganisationClock clock, IOptions<SignInSettings> settings)
{
    private const int MostAddresses = 10_000;
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<IPAddress, Window> _windows = new();
    private long _sweptAt = long.MinValue;

    /// <exception cref="Training.Domain.Rules.RuleViolation">The address has used up its minute.</exception>
    public void Count(IPAddress? address)
    {
        var now = clock.Now;
        var window = _windows.AddOrUpdate(
            Network(address),
            _ => new Window(now, 1),
            (_, old) => now - old.StartedAt >= Span || now < old.StartedAt ? new Window(now, 1) : old with { Attempts = old.Attempts + 1 });
        if (_windows.Count > MostAddresses && IsTimeToSweep(now))
        {
            ForgetOld(now);
        }

        if (window.Attempts > settings.Value.AttemptsPerMinute)
        {
            throw CommonRefusals.TooMany.With(("retryAfter", (int)Math.Ceiling((window.StartedAt + Span - now).TotalSeconds)));
        }
    }

    /// <summary>Once in a span, for one caller: within it hardly a window ends, and walking all of them for every attempt would be
    /// the work that this saves.</summary>
    private bool IsTimeToSweep(DateTimeOffset now)
    {
        var last = Interlocked.Read(ref _sweptAt);

        return (last > now.UtcTicks || last <= (now - Span).UtcTicks) && Interlocked.CompareExchange(ref _sweptAt, now.UtcTicks, last) == last;
    }

    private void ForgetOld(DateTimeOffset now)
    {
        foreach (var (address, window) in _windows)
        {
            if (now - window.StartedAt >= Span)
            {
                _windows.TryRemove(new(address, window));
            }
        }
    }

    /// <summary>A customer line has a whole /64 of IPv6 addresses: they count as one.</summary>
    private static IPAddress Network(IPAddress? address)
    {
        if (address is null || address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address ?? IPAddress.None;
        }

        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        var bytes = address.GetAddressBytes();
        Array.Clear(bytes, 8, 8);

        return new IPAddress(bytes);
    }

    private sealed record Window(DateTimeOffset StartedAt, int Attempts);
}
