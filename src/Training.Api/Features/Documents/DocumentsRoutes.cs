using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Domain.People;

namespace Training.Api.Features.Documents;

internal static class DocumentsRoutes
{
    public static void MapDocuments(this IEndpointRouteBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("documents");
        documents.MapGet("/kinds", ListDocumentKinds.HandleAsync).WithName(nameof(ListDocumentKinds)).RequireAuthorization(Policies.SignedIn);
        documents.MapGet("", ListDocuments.HandleAsync).WithName(nameof(ListDocuments)).RequireAuthorization(Policies.SignedIn);
        documents.MapGet("/{id}", GetDocument.HandleAsync).WithName(nameof(GetDocument)).RequireAuthorization(Policies.SignedIn);
        documents.MapGet("/{id}/file", DownloadDocumentFile.HandleAsync).WithName(nameof(DownloadDocumentFile))
            .RequireAuthorization(Policies.SignedIn).Produces<byte[]>(StatusCodes.Status200OK, "application/octet-stream")
            .Refuses(DocumentRefusals.NoFile);
        documents.MapPost("/{id}/acknowledge", AcknowledgeDocument.HandleAsync).WithName(nameof(AcknowledgeDocument))
            .RequireAuthorization(Policies.SignedIn)
            .Refuses(DocumentRefusals.NotInThisState, DocumentRefusals.NotOfAudience, DocumentRefusals.AlreadyAcknowledged);

        var managed = documents.MapGroup("").RequireAuthorization(Policies.ManageDocuments);
        managed.MapPost("", DraftDocument.HandleAsync).WithName(nameof(DraftDocument))
            .Refuses(DocumentRefusals.KindUnknown, DocumentRefusals.AudienceUnknown);
        managed.MapPut("/{id}", EditDocument.HandleAsync).WithName(nameof(EditDocument))
            .Refuses(DocumentRefusals.NotInThisState, DocumentRefusals.AudienceUnknown);
        managed.MapDelete("/{id}", DeleteDocument.HandleAsync).WithName(nameof(DeleteDocument)).Refuses(DocumentRefusals.NotInThisState);
        managed.MapPost("/{id}/file", AttachDocumentFile.HandleAsync).WithName(nameof(AttachDocumentFile)).TakesUpload(Files.MostBytes)
            .Refuses(DocumentRefusals.NotInThisState, CommonRefusals.VersionMissing, DataRefusals.FileKind);
        managed.MapPost("/{id}/publish", PublishDocument.HandleAsync).WithName(nameof(PublishDocument))
            .Refuses(DocumentRefusals.NotInThisState, DocumentRefusals.Empty);
        managed.MapGet("/{id}/acknowledgements", ListAcknowledgements.HandleAsync).WithName(nameof(ListAcknowledgements));
    }
}
