using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Documents;

/// <summary>A version of a rule document in the list.</summary>
/// <param name="Number">1, 2, 3 … within the kind.</param>
/// <param name="EffectiveOn">The first day on which it holds.</param>
/// <param name="AcknowledgedAt">When the caller acknowledged it; none while they have not.</param>
public sealed record DocumentListItem(
    long Id, long KindId, string KindCode, string KindNameZh, int Number, string TitleZh, string? TitleEn, DocumentState State,
    DateOnly EffectiveOn, DateTimeOffset? PublishedAt, bool HasFile, DateTimeOffset? AcknowledgedAt, int Version);

/// <summary>What is listed of the documents.</summary>
/// <param name="Acknowledged">Those that the caller has acknowledged, or those not yet.</param>
public sealed record DocumentFilter(
    [FromQuery(Name = "state")] Choice<DocumentState>? State = null,
    [FromQuery(Name = "kindId")] long? KindId = null,
    [FromQuery(Name = "acknowledged")] bool? Acknowledged = null);

internal static class ListDocuments
{
    private static readonly Sorts<DocumentVersion> Sorts = new(x => x.Id, "-effectiveOn")
    {
        { "effectiveOn", x => x.EffectiveOn },
        { "publishedAt", x => x.PublishedAt },
        { "number", x => x.Number },
    };

    /// <summary>Lists versions of rule documents: to HR all, to others the published ones that are meant for them.</summary>
    internal static async Task<ListOf<DocumentListItem>> HandleAsync(
        [AsParameters] DocumentFilter filter, [AsParameters] ListRequest list, CurrentPerson caller, Visible visible, TrainingDb db,
        OrganisationClock clock, CancellationToken cancellation)
    {
        var self = caller.EmployeeId;
        var departments = await db.DepartmentsOfAsync(self, clock.Today, cancellation);
        var documents = visible.Documents(departments).AsNoTracking();
        if (filter.State is { Value: var state })
        {
            documents = documents.Where(x => (x.PublishedAt != null) == (state == DocumentState.Published));
        }

        if (filter.KindId is { } kindId)
        {
            documents = documents.Where(x => x.KindId == kindId);
        }

        if (filter.Acknowledged is { } acknowledged)
        {
            documents = documents.Where(x => db.Acknowledgements.Any(y => y.DocumentVersionId == x.Id && y.EmployeeId == self) == acknowledged);
        }

        return ListOf.From(
            documents,
            Sorts,
            x => new DocumentListItem(
                x.Id, x.KindId,
                db.DocumentKinds.Where(y => y.Id == x.KindId).Select(y => y.Code).First(),
                db.DocumentKinds.Where(y => y.Id == x.KindId).Select(y => y.NameZh).First(),
                x.Number, x.TitleZh, x.TitleEn, x.PublishedAt == null ? DocumentState.Draft : DocumentState.Published,
                x.EffectiveOn, x.PublishedAt, x.FileId != null,
                db.Acknowledgements.Where(y => y.DocumentVersionId == x.Id && y.EmployeeId == self)
                    .Select(y => (DateTimeOffset?)y.AcknowledgedAt).FirstOrDefault(),
                x.Version),
            list);
    }
}
