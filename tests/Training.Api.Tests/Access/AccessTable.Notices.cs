using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private static IEnumerable<RouteAccess> Notices() =>
    [
        Route("ListNotices").Lists("/notices?pageSize=200", NoticeOfAsync).Row(Standing.Own, "AAAAAA").Row(Standing.Other, "HHHHHH"),
        Route("ReadNotice").Sends(async x => AccessCase.Post($"/notices/{await NoticeOfAsync(x)}/read"))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Other, "HHHHHH"),
        Route("ReadAllNotices").Sends(_ => AccessCase.Post("/notices/read-all")).Row(Standing.Any, "AAAAAA"),
    ];

    /// <summary>A notice of the case's person, or of somebody's account that is not the caller's.</summary>
    private static async Task<long> NoticeOfAsync(AccessCase x)
    {
        await using var scope = x.App.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var kind = $"case{x.Number}";
        var account = await db.Users.Where(y => y.EmployeeId != null && y.EmployeeId == x.CallerEmployee == (x.Standing == Standing.Own))
            .OrderBy(y => y.Id).Select(y => y.Id).FirstAsync();
        await db.WriteAsync(() => scope.ServiceProvider.GetRequiredService<NoticeBox>()
            .TellAccountAsync(kind, account, new NoticeSubject("plan", 1), CancellationToken.None));
        return await db.Notices.Where(y => y.Kind == kind).Select(y => y.Id).SingleAsync();
    }
}
