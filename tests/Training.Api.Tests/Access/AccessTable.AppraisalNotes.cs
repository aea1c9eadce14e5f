using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    /// <summary>On which former reports still stood below the caller; their appraisal is seen by HR and approvers alone.</summary>
    private static readonly DateOnly NotedOn = new(2024, 8, 15);

    private static IEnumerable<RouteAccess> AppraisalNotes() =>
    [
        SeenAppraisal(Route("ListAppraisalNotes").Sends(async x => AccessCase.Get($"/appraisals/{await ReviewedAsync(x, "2024Q3")}/notes"))),
        Route("GetAppraisalNote").Sends(async x =>
        {
            var (id, note) = await NotedAsync(x);
            return AccessCase.Get($"/appraisals/{id}/notes/{note}");
        })
        .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, Everybody).Row(Standing.Former, "AHHHAH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "AHHHHH"),
        ByTheSupervisor(Route("WriteAppraisalNote").Sends(async x => AccessCase.Post(
            $"/appraisals/{await ReviewedAsync(x, "2024Q3")}/notes", new { kind = "praise", on = NotedOn, text = "主动" }))),
        ByTheWriter(Route("EditAppraisalNote").Sends(async x =>
        {
            var (id, note) = await NotedAsync(x);
            return AccessCase.Put($"/appraisals/{id}/notes/{note}", new { kind = "praise", on = NotedOn, text = "更主动" }, 1);
        })),
        ByTheWriter(Route("DeleteAppraisalNote").Sends(async x =>
        {
            var (id, note) = await NotedAsync(x);
            return AccessCase.Delete($"/appraisals/{id}/notes/{note}", 1);
        })),
    ];

    private static RouteAccess ByTheSupervisor(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, Everybody).Row(Standing.Below, "FFFFFF").Row(Standing.Former, "AHHHAH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "FHHHFH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "FHHHFH");

    /// <summary>As above, by who sees the note: approvers see those of the people below them.</summary>
    private static RouteAccess ByTheWriter(RouteAccess route) => route
        .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, Everybody).Row(Standing.Below, "FFFFFF").Row(Standing.Former, "AHHHAH")
        .Row(Standing.Above, "HHHHHH").Row(Standing.Other, "FHHHHH").Row(Standing.Deputised, Everybody).Row(Standing.StoodInFor, "FHHHHH");

    /// <summary>A shared note of the direct supervisor of its day.</summary>
    private static async Task<(long Appraisal, long Note)> NotedAsync(AccessCase x)
    {
        var id = await ReviewedAsync(x, "2024Q3");
        var note = await KeptAsync(x, async db =>
        {
            var writer = await db.ReportingLines.Where(y => y.EmployeeId == x.Subject && y.IsDirect && y.From <= NotedOn && (y.To == null || y.To >= NotedOn))
                .Select(y => (long?)y.SupervisorId).FirstOrDefaultAsync() ?? x.CallerEmployee;
            var appraisal = await db.Appraisals.SingleAsync(y => y.Id == id);
            var written = AppraisalNote.Write(
                new(AppraisalNoteKind.Praise, NotedOn, "主动", IsShared: true), new(writer, null),
                new(appraisal, Quarter.Of(NotedOn), null, NotedOn), x.App.Clock.GetUtcNow());
            db.AppraisalNotes.Add(written);
            return () => written.Id;
        });
        return (id, note);
    }
}
