namespace Training.Api.Data.Records;

/// <summary>One occurrence of work that is done once per slot, whoever does it: the unique key (job, slot) decides between
/// two nodes, a job fired twice and hours that the clock repeats.</summary>
internal sealed class JobOccurrence
{
    public string Job { get; set; } = "";

    /// <summary>What the occurrence is for: a day (<c>2026-03-02</c>).</summary>
    public string Slot { get; set; } = "";

    public DateTimeOffset ClaimedAt { get; set; }

    /// <summary>None while at work, or when the process died over it.</summary>
    public DateTimeOffset? FinishedAt { get; set; }
}
