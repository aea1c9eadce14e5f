using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>A kind of rule document of the organisation, such as its training rules. Its texts come as versions.</summary>
public sealed class DocumentKind : IVersioned
{
    private DocumentKind()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public int Version { get; private set; }

    public static DocumentKind Create(string code, Bilingual name)
    {
        var created = new DocumentKind { Code = PlainText.Key(code) };
        created.Edit(name);
        return created;
    }

    public void Edit(Bilingual name)
    {
        ArgumentNullException.ThrowIfNull(name);
        (NameZh, NameEn) = (PlainText.Of(name.Zh), PlainText.OrNull(name.En));
    }
}
