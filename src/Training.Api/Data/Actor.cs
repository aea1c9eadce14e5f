namespace Training.Api.Data;

/// <summary>Who is writing and through which act; every audit row carries it. One per request, job run or command.</summary>
internal sealed class Actor
{
    /// <summary>The signed-in account; null for jobs, commands and a person who is not signed in.</summary>
    public long? AccountId { get; set; }

    /// <summary>The operation id of the route, the job's or the command's name.</summary>
    public string Act { get; set; } = "system";

    public string? TraceId { get; set; }
}
