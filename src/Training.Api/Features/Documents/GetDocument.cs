using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Documents;

/// <summary>A version of a rule document.</summary>
/// <param name="Number">1, 2, 3 … within the kind.</param>
/// <param name="Text">The wording; none where a file holds it.</param>
/// <param name="File">The file; none where the text holds the wording.</param>
/// <param name="EffectiveOn">The first day on which it holds.</param>
/// <param name="Audience">The departments it is meant for, with all below them; empty: everybody.</param>
/// <param name="AcknowledgedAt">When the caller acknowledged it; none while they have not.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
public sealed record DocumentResponse(
    long Id, long KindId, string KindCode, string KindNameZh, int Number, string TitleZh, string? TitleEn, string? Text,
    DocumentFileResponse? File, DateOnly EffectiveOn, IReadOnlyList<DocumentDepartment> Audience, DocumentState State,
    DateTimeOffset? PublishedAt, DateTimeOffset? AcknowledgedAt, IReadOnlyList<DocumentAct> AllowedActions, int Version) : IVersioned;

/// <summary>What is known of a file.</summary>
/// <param name="Length">Bytes.</param>
/// <param name="Sha256">Lower-case hex.</param>
public sealed record DocumentFileResponse(string Name, string MediaType, int Length, string Sha256);

/// <summary>A department that a document is meant for.</summary>
public sealed record DocumentDepartment(long DepartmentId, string Code, string NameZh);

internal static class GetDocument
{
    /// <summary>Reads a version of a rule document: HR any, others a published one that is meant for them.</summary>
    internal static async Task<DocumentResponse> HandleAsync(
        long id, CurrentPerson caller, Visible visible, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var departments = await db.DepartmentsOfAsync(caller.EmployeeId, clock.Today, cancellation);
        return await ReadAsync(db, visible.Documents(departments).Where(x => x.Id == id), caller, departments, cancellation);
    }

    internal static async Task<DocumentResponse> ReadAsync(
        TrainingDb db, IQueryable<DocumentVersion> one, CurrentPerson caller, IReadOnlyCollection<long> departments,
        CancellationToken cancellation)
    {
        var self = caller.EmployeeId;
        var found = await one.AsNoTracking().Select(x => new
        {
            Document = x,
            Kind = db.DocumentKinds.First(y => y.Id == x.KindId),
            File = db.StoredFiles.FirstOrDefault(y => y.Id == x.FileId),
            Audience = x.Audience.Join(db.Departments, y => y.DepartmentId, z => z.Id, (y, z) => z).OrderBy(z => z.Code)
                .Select(z => new DocumentDepartment(z.Id, z.Code, z.NameZh)).ToList(),
            AcknowledgedAt = db.Acknowledgements.Where(y => y.DocumentVersionId == x.Id && y.EmployeeId == self)
                .Select(y => (DateTimeOffset?)y.AcknowledgedAt).FirstOrDefault(),
        }).OneAsync(cancellation);
        var (x, file) = (found.Document, found.File);
        var isMeantForCaller = departments.Count > 0
            && (found.Audience.Count == 0 || found.Audience.Exists(y => departments.Contains(y.DepartmentId)));
        var actions = DocumentVersion.Table.AllowedActions(
            x.State,
            caller.IsHumanResources,
            (isHumanResources, act) => act == DocumentAct.Acknowledge ? isMeantForCaller && found.AcknowledgedAt is null : isHumanResources);

        return new DocumentResponse(
            x.Id, x.KindId, found.Kind.Code, found.Kind.NameZh, x.Number, x.TitleZh, x.TitleEn, x.Text,
            file is null ? null : new DocumentFileResponse(file.Name, file.MediaType, file.Length, file.Sha256),
            x.EffectiveOn, found.Audience, x.State, x.PublishedAt, found.AcknowledgedAt, actions, x.Version);
    }
}
