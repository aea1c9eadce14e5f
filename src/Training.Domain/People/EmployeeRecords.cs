using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>Something a person studied.</summary>
public sealed class Education
{
    public Education(string school, string? degree, string? major, DateOnly? graduatedOn) =>
        (School, Degree, Major, GraduatedOn) = (PlainText.Of(school), PlainText.OrNull(degree), PlainText.OrNull(major), graduatedOn);

    private Education()
    {
    }

    public long Id { get; private set; }

    public string School { get; private set; } = "";

    public string? Degree { get; private set; }

    public string? Major { get; private set; }

    public DateOnly? GraduatedOn { get; private set; }
}

/// <summary>A professional title (职称) that a person holds.</summary>
public sealed class Title
{
    public Title(string name, string? level, DateOnly? awardedOn) =>
        (Name, Level, AwardedOn) = (PlainText.Of(name), PlainText.OrNull(level), awardedOn);

    private Title()
    {
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? Level { get; private set; }

    public DateOnly? AwardedOn { get; private set; }
}

/// <summary>A certificate that a person held before this program kept any.</summary>
public sealed class EarlierCertificate
{
    public EarlierCertificate(string name, string? number, string? issuer, DateOnly? issuedOn, DateOnly? expiresOn) =>
        (Name, Number, Issuer, IssuedOn, ExpiresOn) =
            (PlainText.Of(name), PlainText.OrNull(number), PlainText.OrNull(issuer), issuedOn, expiresOn);

    private EarlierCertificate()
    {
    }

    public long Id { get; private set; }

    public string Name { get; private set; } = "";

    public string? Number { get; private set; }

    public string? Issuer { get; private set; }

    public DateOnly? IssuedOn { get; private set; }

    /// <summary>Last day of validity; none: it does not expire.</summary>
    public DateOnly? ExpiresOn { get; private set; }
}
