namespace Training.Api.Errors;

/// <summary>Tells whoever listens which refusal leaves by which endpoint; the tests compare it with what the endpoint
/// declares. <paramref name="Endpoint"/> is null where no route was matched.</summary>
internal sealed record RefusalSeen(Endpoint? Endpoint, string Code, int Status, string Method, string Path);

/// <summary>One per host.</summary>
internal sealed class RefusalLog
{
    public event Action<RefusalSeen>? Seen;

    public void Note(RefusalSeen seen) => Seen?.Invoke(seen);
}
