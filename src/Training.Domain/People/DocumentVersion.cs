using Training.Domain.Rules;

namespace Training.Domain.People;

public enum DocumentState
{
    Draft,
    Published,
}

public enum DocumentAct
{
    Edit,
    Publish,

    /// <summary>Throw a draft away.</summary>
    Delete,
    Acknowledge,
}

/// <summary>What may be edited about a draft.</summary>
/// <param name="Text">The wording, or none where a file holds it.</param>
/// <param name="FileId">The file, or none where <paramref name="Text"/> holds the wording.</param>
/// <param name="EffectiveOn">The first day on which the document holds.</param>
/// <param name="AudienceDepartmentIds">The departments it is meant for, with all below them; empty: everybody.</param>
public sealed record DocumentContent(
    Bilingual Title, string? Text, long? FileId, DateOnly EffectiveOn, IReadOnlyCollection<long> AudienceDepartmentIds);

/// <summary>One version of a rule document. Drafts are edited; once published it stands, and its audience acknowledges it.</summary>
public sealed class DocumentVersion : IVersioned
{
    public static readonly Transitions<DocumentState, DocumentAct> Table = new(
        DocumentRefusals.NotInThisState,
        (DocumentState.Draft, DocumentAct.Edit, DocumentState.Draft),
        (DocumentState.Draft, DocumentAct.Publish, DocumentState.Published),
        (DocumentState.Draft, DocumentAct.Delete, DocumentState.Draft),
        (DocumentState.Published, DocumentAct.Acknowledge, DocumentState.Published));

    private readonly List<DocumentAudience> _audience = [];

    private DocumentVersion()
    {
    }

    public long Id { get; private set; }

    public long KindId { get; private set; }

    /// <summary>1, 2, 3 … within the kind, unique there.</summary>
    public int Number { get; private set; }

    public string TitleZh { get; private set; } = "";

    public string? TitleEn { get; private set; }

    public string? Text { get; private set; }

    public long? FileId { get; private set; }

    public DateOnly EffectiveOn { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    public int Version { get; private set; }

    /// <summary>The departments it is meant for, with all below them; none: everybody.</summary>
    public IReadOnlyCollection<DocumentAudience> Audience => _audience;

    public DocumentState State => PublishedAt is null ? DocumentState.Draft : DocumentState.Published;

    /// <summary>A draft under the next number of its kind.</summary>
    public static DocumentVersion Draft(long kindId, int number, DocumentContent content)
    {
        var drafted = new DocumentVersion { KindId = kindId, Number = number };
        drafted.Edit(content);
        return drafted;
    }

    /// <summary>Another content as a whole. Refused: once published.</summary>
    public void Edit(DocumentContent content)
    {
        ArgumentNullException.ThrowIfNull(content);
        Table.Next(State, DocumentAct.Edit);
        (TitleZh, TitleEn) = (PlainText.Of(content.Title.Zh), PlainText.OrNull(content.Title.En));
        (Text, FileId, EffectiveOn) = (PlainText.OrNull(content.Text), content.FileId, content.EffectiveOn);
        _audience.RemoveAll(x => !content.AudienceDepartmentIds.Contains(x.DepartmentId));
        _audience.AddRange(content.AudienceDepartmentIds.Distinct().Except(_audience.Select(x => x.DepartmentId)).ToList()
            .Select(x => new DocumentAudience(x)));
    }

    /// <summary>From now on it stands and may be acknowledged. Refused: with neither text nor file; once published.</summary>
    public void Publish(DateTimeOffset now)
    {
        Table.Next(State, DocumentAct.Publish);
        if (Text is null && FileId is null)
        {
            throw DocumentRefusals.Empty.With(("number", Number));
        }

        PublishedAt = now;
    }

    /// <summary>To be asked before a draft is deleted. Refused: once published.</summary>
    public void RefuseDeletion() => Table.Next(State, DocumentAct.Delete);

    /// <summary>The person has read it. <paramref name="departments"/> is the person's department and all above it.
    /// Refused: a draft; a person whom it is not meant for; a second time.</summary>
    public Acknowledgement Acknowledge(
        long employeeId, IReadOnlyCollection<long> departments, Acknowledgement? earlier, DateTimeOffset now)
    {
        Table.Next(State, DocumentAct.Acknowledge);
        if (!IsMeantFor(departments))
        {
            throw DocumentRefusals.NotOfAudience.With(("title", TitleZh));
        }

        return earlier is null
            ? new Acknowledgement(Id, employeeId, now)
            : throw DocumentRefusals.AlreadyAcknowledged.With(("acknowledgedAt", earlier.AcknowledgedAt));
    }

    /// <summary>Whether it is meant for somebody of the department; <paramref name="departments"/> is that and all above it.</summary>
    public bool IsMeantFor(IReadOnlyCollection<long> departments) =>
        _audience.Count == 0 || _audience.Any(x => departments.Contains(x.DepartmentId));
}

/// <summary>A department that a document is meant for, with all below it.</summary>
public sealed class DocumentAudience
{
    internal DocumentAudience(long departmentId) => DepartmentId = departmentId;

    private DocumentAudience()
    {
    }

    public long Id { get; private set; }

    public long DepartmentId { get; private set; }
}

/// <summary>That a person has read a published version; once per person and version.</summary>
public sealed class Acknowledgement
{
    internal Acknowledgement(long documentVersionId, long employeeId, DateTimeOffset acknowledgedAt) =>
        (DocumentVersionId, EmployeeId, AcknowledgedAt) = (documentVersionId, employeeId, acknowledgedAt);

    private Acknowledgement()
    {
    }

    public long Id { get; private set; }

    public long DocumentVersionId { get; private set; }

    public long EmployeeId { get; private set; }

    public DateTimeOffset AcknowledgedAt { get; private set; }
}
