using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.People;

namespace Training.Api.Features.Employees;

/// <summary>Something a person studied.</summary>
public sealed record EducationRecord(
    [TextLength(1, 100)] string School,
    [TextLength(0, 60)] string? Degree = null,
    [TextLength(0, 100)] string? Major = null,
    DateOnly? GraduatedOn = null)
{
    internal static EducationRecord Of(Education x) => new(x.School, x.Degree, x.Major, x.GraduatedOn);
}

/// <summary>A professional title that a person holds.</summary>
public sealed record TitleRecord(
    [TextLength(1, 100)] string Name, [TextLength(0, 60)] string? Level = null, DateOnly? AwardedOn = null)
{
    internal static TitleRecord Of(Title x) => new(x.Name, x.Level, x.AwardedOn);
}

/// <summary>A certificate that a person held before this program kept any.</summary>
/// <param name="ExpiresOn">Last day of validity, not before the issue; none: it does not expire.</param>
public sealed record CertificateRecord(
    [TextLength(1, 100)] string Name,
    [TextLength(0, 60)] string? Number = null,
    [TextLength(0, 100)] string? Issuer = null,
    DateOnly? IssuedOn = null,
    DateOnly? ExpiresOn = null)
{
    internal static CertificateRecord Of(EarlierCertificate x) => new(x.Name, x.Number, x.Issuer, x.IssuedOn, x.ExpiresOn);
}

/// <summary>All education, titles and earlier certificates at once.</summary>
public sealed record EditRecordsRequest(
    [ItemCount(0, 50)] IReadOnlyList<EducationRecord> Educations,
    [ItemCount(0, 50)] IReadOnlyList<TitleRecord> Titles,
    [ItemCount(0, 50)] IReadOnlyList<CertificateRecord> EarlierCertificates);

internal static class EditRecords
{
    /// <summary>Replaces a person's education, titles and earlier certificates. Nobody edits their own.</summary>
    internal static Task<EmployeeResponse> HandleAsync(
        long id, EditRecordsRequest request, IfMatch ifMatch, OnEmployee on, CancellationToken cancellation) =>
        on.EditAsync(
            id,
            ifMatch,
            employee =>
            {
                employee.EditRecords(
                    [.. request.Educations.Select(x => new Education(x.School, x.Degree, x.Major, x.GraduatedOn))],
                    [.. request.Titles.Select(x => new Title(x.Name, x.Level, x.AwardedOn))],
                    [.. request.EarlierCertificates.Select(x => new EarlierCertificate(x.Name, x.Number, x.Issuer, x.IssuedOn, x.ExpiresOn))]);
                return Task.CompletedTask;
            },
            cancellation);
}
