using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>Something to learn from: a file or a link. It belongs to the versions from the one it was added for to the one
/// before it was withdrawn, and is then never changed.</summary>
public sealed class CourseMaterial
{
    public const int MaxUrlLength = 2000;

    private CourseMaterial()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }

    public string TitleZh { get; private set; } = "";

    public string? TitleEn { get; private set; }

    /// <summary>A web address; none for a file.</summary>
    public string? Url { get; private set; }

    /// <summary>The file; none for a link.</summary>
    public long? FileId { get; private set; }

    /// <summary>The first version it belongs to.</summary>
    public int AddedIn { get; private set; }

    /// <summary>The first version it no longer belongs to; none while it does.</summary>
    public int? WithdrawnIn { get; private set; }

    /// <summary>Refused: an address that is not of the web (<c>http</c> or <c>https</c>).</summary>
    internal static CourseMaterial Link(Bilingual title, string url, int addedIn)
    {
        var plain = PlainText.Narrow(url);
        return Uri.TryCreate(plain, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps)
            ? Of(title, plain, null, addedIn)
            : throw CourseRefusals.LinkNotWeb.At("url", ("url", url));
    }

    internal static CourseMaterial File(Bilingual title, long fileId, int addedIn) => Of(title, null, fileId, addedIn);

    /// <summary>Whether the version has it.</summary>
    public bool IsIn(int version) => AddedIn <= version && (WithdrawnIn is not { } until || version < until);

    internal void Withdraw(int from) => WithdrawnIn ??= from;

    private static CourseMaterial Of(Bilingual title, string? url, long? fileId, int addedIn) => new()
    {
        TitleZh = PlainText.Of(title.Zh),
        TitleEn = PlainText.OrNull(title.En),
        Url = url,
        FileId = fileId,
        AddedIn = addedIn,
    };
}
