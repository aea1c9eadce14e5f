using Training.Api.Spreadsheets;

namespace Training.Api.Http;

/// <summary>Endpoint metadata: the answer is a workbook.</summary>
internal sealed record WorkbookAnswer;

internal static class WorkbookAnswerExtensions
{
    /// <summary>The route answers 200 with a workbook.</summary>
    public static RouteHandlerBuilder WritesWorkbook(this RouteHandlerBuilder route) =>
        route.WithMetadata(new WorkbookAnswer()).Produces(StatusCodes.Status200OK, contentType: TableWorkbook.MediaType);
}
