using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Documents;

/// <summary>A version of a rule document to be.</summary>
/// <param name="KindId">Its kind; it becomes the next version of that.</param>
/// <param name="EffectiveOn">The first day on which it holds.</param>
/// <param name="AudienceDepartmentIds">The departments it is meant for, with all below them; empty: everybody.</param>
/// <param name="Text">The wording, at most 100 000 characters; none where a file will hold it.</param>
public sealed record DraftDocumentRequest(
    long KindId, [TextLength(1, 200)] string TitleZh, DateOnly EffectiveOn, [ItemCount(0, 500)] IReadOnlyList<long> AudienceDepartmentIds,
    [TextLength(0, 200)] string? TitleEn = null, [TextLength(0, 100_000)] string? Text = null);

internal static class DraftDocument
{
    /// <summary>Drafts the next version of a kind. Refused: a kind or department that does not exist.</summary>
    internal static async Task<Created<DocumentResponse>> HandleAsync(
        DraftDocumentRequest request, CurrentPerson caller, TrainingDb db, OrganisationClock clock, CancellationToken cancellation)
    {
        var response = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync("document-numbers", cancellation);
                if (!await db.DocumentKinds.AnyAsync(x => x.Id == request.KindId, cancellation))
                {
                    throw DocumentRefusals.KindUnknown.At("kindId", ("kindId", request.KindId));
                }

                await DocumentAudiences.RequireAsync(db, request.AudienceDepartmentIds, cancellation);
                var latest = await db.DocumentVersions.Where(x => x.KindId == request.KindId).MaxAsync(x => (int?)x.Number, cancellation) ?? 0;
                var document = DocumentVersion.Draft(request.KindId, latest + 1, new DocumentContent(
                    new Bilingual(request.TitleZh, request.TitleEn), request.Text, null, request.EffectiveOn, request.AudienceDepartmentIds));
                db.DocumentVersions.Add(document);
                await db.FlushAsync(cancellation);
                return await DocumentAudiences.ReadAsync(db, document.Id, caller, clock, cancellation);
            },
            cancellation);

        return TypedResults.Created($"/api/v1/documents/{response.Id}", response);
    }
}

internal static class DocumentAudiences
{
    public static async Task RequireAsync(TrainingDb db, IReadOnlyList<long> departmentIds, CancellationToken cancellation)
    {
        var known = await db.Departments.Where(x => departmentIds.Contains(x.Id)).Select(x => x.Id).ToListAsync(cancellation);
        foreach (var (index, departmentId) in departmentIds.Index())
        {
            if (!known.Contains(departmentId))
            {
                throw DocumentRefusals.AudienceUnknown.At($"audienceDepartmentIds[{index}]", ("departmentId", departmentId));
            }
        }
    }

    /// <summary>A document as the caller of an act on it reads it afterwards.</summary>
    public static async Task<DocumentResponse> ReadAsync(
        TrainingDb db, long id, CurrentPerson caller, OrganisationClock clock, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var departments = await db.DepartmentsOfAsync(caller.EmployeeId, clock.Today, cancellation);
        return await GetDocument.ReadAsync(db, db.DocumentVersions.Where(x => x.Id == id), caller, departments, cancellation);
    }
}
