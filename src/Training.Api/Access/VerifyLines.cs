using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Access;

/// <summary>A reporting line that is not as the assignments have it.</summary>
/// <param name="IsKept">It is kept and should not be; otherwise it should be and is not.</param>
internal sealed record LineFault(ReportingLine Line, bool IsKept);

/// <summary>Compares the kept reporting lines with what they are when worked out anew from all assignments.</summary>
internal sealed class VerifyLines(TrainingDb db, LineKeeper lines)
{
    /// <summary>What differs, in the order of employee, supervisor, day; empty when all is well.</summary>
    public async Task<IReadOnlyList<LineFault>> RunAsync(CancellationToken cancellation)
    {
        var kept = await db.ReportingLines.AsNoTracking().ToHashSetAsync(cancellation);
        var workedOut = (await lines.WorkedOutAsync(cancellation)).ToHashSet();
        return [.. kept.Except(workedOut).Select(x => new LineFault(x, IsKept: true))
            .Concat(workedOut.Except(kept).Select(x => new LineFault(x, IsKept: false)))
            .OrderBy(x => (x.Line.EmployeeId, x.Line.SupervisorId, x.Line.From))];
    }
}
