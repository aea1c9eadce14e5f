using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.AppraisalCycles;

/// <summary>Somebody who has no appraisal in the cycle.</summary>
/// <param name="Id">The employee.</param>
/// <param name="Reason">Why.</param>
public sealed record LeftOutItem(long Id, string EmployeeNumber, string NameZh, string? NameLatin, LeftOutReason Reason);

internal static class ListLeftOut
{
    private static readonly Sorts<LeftOutItem> Fields = new(x => x.Id, "employeeNumber")
    {
        { "employeeNumber", x => x.EmployeeNumber },
        { "reason", x => x.Reason },
    };

    /// <summary>Who is employed in the quarter by today and has no appraisal in the cycle, by today's rule, templates and lines.</summary>
    internal static async Task<ListOf<LeftOutItem>> HandleAsync(
        long id, [FromQuery(Name = "reason")] Choice<LeftOutReason>? reason, [AsParameters] ListRequest list, TrainingDb db, CycleCandidates candidates,
        CancellationToken cancellation)
    {
        var cycle = await db.AppraisalCycles.Whole().AsNoTracking().OneAsync(id, cancellation);
        var leftOut = (await candidates.ReadAsync(cycle, cancellation)).Where(x => x.Reason is { } why && (reason is not { Value: var asked } || why == asked))
            .ToDictionary(x => x.EmployeeId, x => x.Reason!.Value);
        var people = await db.Employees.AsNoTracking()
            .Where(x => leftOut.Keys.Contains(x.Id) && !db.Appraisals.Any(y => y.CycleId == id && y.EmployeeId == x.Id))
            .Select(x => new { x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin }).ToListAsync(cancellation);
        return ListOf.From([.. people.Select(x => new LeftOutItem(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin, leftOut[x.Id]))], Fields, list);
    }
}
