using Training.Domain.Calendars;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Incentives;

/// <summary>Something that happened to one person on one day: a complaint, a lateness, a commendation. It is reported by somebody, or
/// by an imported feed, which is a reporter of its own; the person may state their view within five working days; somebody other than
/// the reporter decides. Only confirmed events count.</summary>
public sealed partial class PerformanceEvent : IVersioned
{
    /// <summary>Working days after the day of the report in which the person may state their view.</summary>
    public const int ViewWorkingDays = 5;
    public const int MaxTextLength = 2000;
    public const int MaxArticleLength = 100;
    public const int MaxReferenceLength = 64;

    /// <summary>A day of minutes.</summary>
    public const int MostMinutes = 1440;
    public const decimal MostYuan = 9_999_999.99m;

    private PerformanceEvent()
    {
    }

    public long Id { get; private set; }

    public long EmployeeId { get; private set; }

    public long KindId { get; private set; }

    /// <summary>The day that decides which line it belongs to, which month and which quarter.</summary>
    public DateOnly OccurredOn { get; private set; }

    public EventSeverity? Severity { get; private set; }

    public bool? IsUpheld { get; private set; }

    /// <summary>Whole minutes late.</summary>
    public int? Minutes { get; private set; }

    public string? Article { get; private set; }

    /// <summary>Yuan, two decimals.</summary>
    public decimal? Amount { get; private set; }

    /// <summary>The number under which another system knows it.</summary>
    public string? Reference { get; private set; }

    public string? Description { get; private set; }

    /// <summary>What shows it, in words.</summary>
    public string? Evidence { get; private set; }

    /// <summary>The file that shows it, where there is one.</summary>
    public long? EvidenceFileId { get; private set; }

    public PerformanceEventState State { get; private set; }

    /// <summary>A feed reported it; <see cref="ReportedByAccountId"/> imported the file.</summary>
    public bool IsImported { get; private set; }

    public long ReportedByAccountId { get; private set; }

    /// <summary>The supervisor in whose place a deputy reported it.</summary>
    public long? ReportedForId { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }

    /// <summary>Who edited it last, whose report it is too since then.</summary>
    public long? EditedByAccountId { get; private set; }

    /// <summary>The day on which the person was told, last.</summary>
    public DateOnly ToldOn { get; private set; }

    /// <summary>Last day on which the person may state their view.</summary>
    public DateOnly ViewUntil { get; private set; }

    /// <summary>What the person says to it.</summary>
    public string? View { get; private set; }

    public DateTimeOffset? ViewedAt { get; private set; }

    /// <summary>The person objects; none: no answer yet.</summary>
    public bool? IsObjection { get; private set; }

    public long? DecidedByAccountId { get; private set; }

    public DateTimeOffset? DecidedAt { get; private set; }

    public string? DecisionNote { get; private set; }

    public long? RevokedByAccountId { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevocationReason { get; private set; }

    public int Version { get; private set; }

    /// <summary>How <see cref="ViewUntil"/> came about.</summary>
    public DueDay ViewDue => new(ToldOn, ViewWorkingDays, DueAnchor.Told, ViewUntil);

    /// <summary>The person has answered, or their days have passed.</summary>
    public bool IsHeardOn(DateOnly today) => ViewedAt is not null || today > ViewUntil;

    /// <summary>A report. Refused: about oneself; a retired kind; a day in the future or on which the person is not employed; what the kind
    /// asks for and is missing, or does not know and is given.</summary>
    /// <param name="employee">About whom, with the periods of employment.</param>
    public static PerformanceEvent Report(
        Employee employee, PerformanceEventKind kind, PerformanceEventContent content, EventActor by, DateTimeOffset now, DateOnly today,
        WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(employee);
        ArgumentNullException.ThrowIfNull(by);
        if (by.EmployeeId == employee.Id)
        {
            throw AccessRefusals.OwnRecord.With();
        }

        var reported = new PerformanceEvent
        {
            EmployeeId = employee.Id,
            ReportedByAccountId = by.AccountId,
            ReportedForId = by.ForSupervisorId,
            ReportedAt = now,
        };
        reported.Take(employee, kind, content, today);
        reported.Tell(today, calendar);
        return reported;
    }

    /// <summary>One of a feed. Refused as in <see cref="Report"/>.</summary>
    public static PerformanceEvent Import(
        Employee employee, PerformanceEventKind kind, PerformanceEventContent content, EventActor by, DateTimeOffset now, DateOnly today,
        WorkingCalendar calendar)
    {
        var imported = Report(employee, kind, content, by, now, today, calendar);
        imported.IsImported = true;
        return imported;
    }

    /// <summary>Another content as a whole, while it is not decided. What the person said of the earlier one is gone, and their time begins
    /// anew. By the reporter and HR, never about oneself; refused as in <see cref="Report"/>.</summary>
    public void Edit(
        Employee employee, PerformanceEventKind kind, PerformanceEventContent content, EventActor by, DateOnly today, WorkingCalendar calendar)
    {
        RefuseUnlessEditable(by);
        Take(employee, kind, content, today);
        EditedByAccountId = by.AccountId;
        Tell(today, calendar);
    }

    /// <summary>What a later file of the same feed says of it: as <see cref="Edit"/>, and it stays the feed's where it was.</summary>
    public void Reimport(
        Employee employee, PerformanceEventKind kind, PerformanceEventContent content, EventActor by, DateOnly today, WorkingCalendar calendar)
    {
        var editor = EditedByAccountId;
        Edit(employee, kind, content, by, today, calendar);
        EditedByAccountId = IsImported ? editor : by.AccountId;
    }

    /// <summary>Attaches the file that shows it, in place of an earlier one; as with <see cref="Edit"/> the person's time begins anew, and by
    /// the same people.</summary>
    /// <returns>The earlier file.</returns>
    public long? Attach(long fileId, EventActor by, DateOnly today, WorkingCalendar calendar)
    {
        RefuseUnlessEditable(by);
        var earlier = EvidenceFileId;
        (EvidenceFileId, EditedByAccountId) = (fileId, by.AccountId);
        Tell(today, calendar);
        return earlier;
    }

    private void Tell(DateOnly today, WorkingCalendar calendar)
    {
        ToldOn = today;
        ViewUntil = DueDay.Count(today, ViewWorkingDays, DueAnchor.Told, calendar).On;
        (View, ViewedAt, IsObjection) = (null, null, null);
    }

    private void Take(Employee employee, PerformanceEventKind kind, PerformanceEventContent content, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(kind);
        ArgumentNullException.ThrowIfNull(content);
        if (kind.Id != KindId)
        {
            kind.RefuseRetired("kindId");
        }

        if (content.OccurredOn > today)
        {
            throw PerformanceEventRefusals.InFuture.At("occurredOn", ("occurredOn", content.OccurredOn), ("today", today));
        }

        if (!employee.IsEmployedOn(content.OccurredOn))
        {
            throw PerformanceEventRefusals.NotEmployed.At(
                "occurredOn", ("employeeNumber", employee.EmployeeNumber), ("occurredOn", content.OccurredOn));
        }

        RefuseDetails(kind, content);
        (KindId, OccurredOn, Severity, IsUpheld, Minutes) = (kind.Id, content.OccurredOn, content.Severity, content.IsUpheld, content.Minutes);
        (Article, Amount) = (PlainText.OrNull(content.Article), content.Amount);
        Reference = PlainText.OrNull(content.Reference) is { } reference ? PlainText.Key(reference) : null;
        (Description, Evidence) = (PlainText.OrNull(content.Description), PlainText.OrNull(content.Evidence));
    }

    private static void RefuseDetails(PerformanceEventKind kind, PerformanceEventContent content)
    {
        Require(kind, kind.Severity, "severity", content.Severity is not null);
        Require(kind, kind.IsUpheld, "isUpheld", content.IsUpheld is not null);
        Require(kind, kind.Minutes, "minutes", content.Minutes is not null);
        Require(kind, kind.Article, "article", PlainText.OrNull(content.Article) is not null);
        Require(kind, kind.Amount, "amount", content.Amount is not null);
        if (content.Minutes is < 1 or > MostMinutes)
        {
            throw PerformanceEventRefusals.MinutesOutOfRange.At("minutes", ("given", content.Minutes), ("most", MostMinutes));
        }

        if (content.Amount is { } amount && (amount < 0 || amount > MostYuan || !Decimals.Fits(amount, 2)))
        {
            throw PerformanceEventRefusals.AmountOutOfRange.At("amount", ("given", amount), ("most", MostYuan));
        }
    }

    private static void Require(PerformanceEventKind kind, EventDetailUse use, string field, bool isGiven)
    {
        if (use == EventDetailUse.Required && !isGiven)
        {
            throw PerformanceEventRefusals.DetailMissing.At(field, ("kind", new Bilingual(kind.NameZh, kind.NameEn)));
        }

        if (use == EventDetailUse.NotTaken && isGiven)
        {
            throw PerformanceEventRefusals.DetailNotTaken.At(field, ("kind", new Bilingual(kind.NameZh, kind.NameEn)));
        }
    }
}
