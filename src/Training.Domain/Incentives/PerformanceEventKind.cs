using Training.Domain.Rules;

namespace Training.Domain.Incentives;

/// <summary>Whether an event of a kind says this of itself.</summary>
public enum EventDetailUse
{
    /// <summary>It does not: such a value is refused.</summary>
    NotTaken,

    /// <summary>It may.</summary>
    Optional,

    /// <summary>It must.</summary>
    Required,
}

/// <summary>What the events of a kind say beside person and day.</summary>
/// <param name="Severity">How grave it is.</param>
/// <param name="IsUpheld">Whether a complaint was found to be right.</param>
/// <param name="Minutes">How late, in whole minutes.</param>
/// <param name="Article">The article of the rule book.</param>
/// <param name="Amount">Yuan.</param>
public sealed record EventDetails(
    EventDetailUse Severity, EventDetailUse IsUpheld, EventDetailUse Minutes, EventDetailUse Article, EventDetailUse Amount);

/// <summary>Why an act on a kind of performance event is refused.</summary>
public static class PerformanceEventKindRefusals
{
    /// <summary>Values: code.</summary>
    public static readonly Refusal CodeTaken = Refusal.State("performanceEventKind.codeTaken");

    /// <summary>Values: code.</summary>
    public static readonly Refusal Retired = Refusal.State("performanceEventKind.retired");

    /// <summary>The attendance machine's file makes events of the kind. Values: code.</summary>
    public static readonly Refusal NeededByMachine = Refusal.Content("performanceEventKind.neededByMachine");
}

/// <summary>A kind of performance event, such as complaint, lateness or commendation. What its events say is checked when they are
/// reported or edited; those reported before an edit of the kind stay as they are.</summary>
public sealed class PerformanceEventKind : IVersioned
{
    /// <summary>The most characters of a code.</summary>
    public const int MaxCodeLength = 32;

    /// <summary>The kind of which the attendance machine's file makes events.</summary>
    public const string LatenessCode = "LATENESS";

    private PerformanceEventKind()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique; never changes.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public EventDetailUse Severity { get; private set; }

    public EventDetailUse IsUpheld { get; private set; }

    public EventDetailUse Minutes { get; private set; }

    public EventDetailUse Article { get; private set; }

    public EventDetailUse Amount { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>There is at most one lateness of a person and day, the day on which the shift starts.</summary>
    public bool IsLateness => Code == LatenessCode;

    /// <summary>A new kind.</summary>
    public static PerformanceEventKind Create(string code, Bilingual name, EventDetails details)
    {
        var created = new PerformanceEventKind { Code = PlainText.Key(code) };
        created.Take(name, details);
        return created;
    }

    /// <summary>Another name and other details, for events reported or edited from now on. Refused: a retired kind; lateness without
    /// minutes, or with what the machine does not know.</summary>
    public void Edit(Bilingual name, EventDetails details)
    {
        RefuseRetired();
        Take(name, details);
    }

    /// <summary>Keeps the kind for the events that have it and takes it out of every choice. Refused: a second time; lateness.</summary>
    public void Retire(DateTimeOffset now)
    {
        RefuseRetired();
        if (IsLateness)
        {
            throw PerformanceEventKindRefusals.NeededByMachine.With(("code", Code));
        }

        RetiredAt = now;
    }

    /// <summary>Refuses a kind that may no longer be chosen.</summary>
    public void RefuseRetired(string? field = null)
    {
        if (RetiredAt is not null)
        {
            throw field is null
                ? PerformanceEventKindRefusals.Retired.With(("code", Code))
                : PerformanceEventKindRefusals.Retired.At(field, ("code", Code));
        }
    }

    private void Take(Bilingual name, EventDetails details)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(details);
        RefuseUnlessFromMachine(details);
        (NameZh, NameEn) = (PlainText.Of(name.Zh), PlainText.OrNull(name.En));
        (Severity, IsUpheld, Minutes, Article, Amount) =
            (details.Severity, details.IsUpheld, details.Minutes, details.Article, details.Amount);
    }

    private void RefuseUnlessFromMachine(EventDetails details)
    {
        if (!IsLateness)
        {
            return;
        }

        var field = details.Minutes != EventDetailUse.Required ? "minutes"
            : details.Severity == EventDetailUse.Required ? "severity"
            : details.IsUpheld == EventDetailUse.Required ? "isUpheld"
            : details.Article == EventDetailUse.Required ? "article"
            : details.Amount == EventDetailUse.Required ? "amount"
            : null;
        if (field is not null)
        {
            throw PerformanceEventKindRefusals.NeededByMachine.At(field, ("code", Code));
        }
    }
}
