using Microsoft.EntityFrameworkCore;
using System.Text;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    /// <summary>Own: the caller is of the audience. Other: the document is meant for another department. Any: a draft.</summary>
    private static IEnumerable<RouteAccess> Documents() =>
    [
        Route("ListDocumentKinds").Lists("/documents/kinds", x => x.App.ReadAsync(db => db.DocumentKinds.Select(y => y.Id).FirstAsync()))
            .Row(Standing.Any, "AAAAAA"),
        Route("ListDocuments").Lists("/documents?pageSize=200", DocumentAsync)
            .Row(Standing.Any, "AHHHHH").Row(Standing.Own, "AAAAAA").Row(Standing.Other, "AHHHHH"),
        Route("GetDocument").Sends(async x => AccessCase.Get($"/documents/{await DocumentAsync(x)}"))
            .Row(Standing.Any, "AHHHHH").Row(Standing.Own, "AAAAAA").Row(Standing.Other, "AHHHHH"),
        Route("DownloadDocumentFile").Sends(async x => AccessCase.Get($"/documents/{await DocumentAsync(x)}/file"))
            .Row(Standing.Any, "AHHHHH").Row(Standing.Own, "AAAAAA").Row(Standing.Other, "AHHHHH"),
        Route("AcknowledgeDocument").Sends(async x => AccessCase.Post($"/documents/{await DocumentAsync(x)}/acknowledge"))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Other, "FHHHHH"),
        Route("DraftDocument").Sends(async x => AccessCase.Post("/documents", await DocumentBodyAsync(x))).Row(Standing.Any, "AFFFFF"),
        Route("EditDocument")
            .Sends(async x => AccessCase.Put(
                $"/documents/{await DocumentAsync(x)}",
                new { titleZh = "改名", effectiveOn = "2026-05-01", audienceDepartmentIds = Array.Empty<long>() }, 2))
            .Row(Standing.Any, "AFFFFF"),
        Route("DeleteDocument").Sends(async x => AccessCase.Delete($"/documents/{await DocumentAsync(x)}", 2)).Row(Standing.Any, "AFFFFF"),
        Route("AttachDocumentFile").Sends(async x => FileTo(await DocumentAsync(x), 2)).Row(Standing.Any, "AFFFFF"),
        Route("PublishDocument").Sends(async x => AccessCase.Post($"/documents/{await DocumentAsync(x)}/publish")).Row(Standing.Any, "AFFFFF"),
        Route("ListAcknowledgements")
            .Sends(async x => AccessCase.Get($"/documents/{await DocumentAsync(x)}/acknowledgements")).Row(Standing.Own, "AFFFFF"),
    ];

    /// <summary>A draft with a file; published unless it belongs to nobody.</summary>
    private static async Task<long> DocumentAsync(AccessCase x)
    {
        var id = await MadeAsync(x, "/documents", await DocumentBodyAsync(x));
        var hr = await x.App.HumanResourcesAsync();
        await hr.DoAsync(FileTo(id, 1));
        if (x.Standing != Standing.Any)
        {
            await hr.DoAsync(AccessCase.Post($"/documents/{id}/publish"));
        }

        return id;
    }

    private static async Task<object> DocumentBodyAsync(AccessCase x)
    {
        var kind = await x.App.ReadAsync(db => db.DocumentKinds.Select(y => y.Id).FirstAsync());
        var code = x.Standing == Standing.Other ? "FIN" : "HQ";
        var audience = await x.App.ReadAsync(db => db.Departments.Where(y => y.Code == code).Select(y => y.Id).ToListAsync());
        return new { kindId = kind, titleZh = $"制度{x.Number}", effectiveOn = "2026-04-01", audienceDepartmentIds = audience };
    }

    private static HttpRequestMessage FileTo(long id, int version)
    {
        var message = AccessCase.Post($"/documents/{id}/file", ifMatch: version);
        message.Content = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("第一条")), "file", "rules.txt" } };
        return message;
    }
}
