using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;

namespace Training.Api.Features.Departments;

/// <summary>Who headed a department.</summary>
/// <param name="From">The first day.</param>
/// <param name="To">The last day, at the latest that of the employment; none while it is open.</param>
public sealed record DatedHead(Person Employee, DateOnly From, DateOnly? To);

/// <summary>Naming the head of a department, in the write that creates or edits it.</summary>
internal static class DepartmentHeads
{
    /// <summary>From the day on, today unless given, the person heads the department, or nobody. Without a day, the head there is stays
    /// since when they are. Refused: an unknown person; otherwise as the domain says.</summary>
    public static async Task NameAsync(
        TrainingDb db, Department department, long? headId, DateOnly? from, DateOnly today, CancellationToken cancellation)
    {
        var last = (await db.HeadTermsOfAsync(department.Id, cancellation)).LastOrDefault();
        if (from is null && headId == (last?.HoldsOn(today) == true ? last.EmployeeId : null))
        {
            return;
        }

        var head = headId is null ? null
            : await db.Employees.AsNoTracking().Include(x => x.Periods).SingleOrDefaultAsync(x => x.Id == headId, cancellation)
                ?? throw DepartmentRefusals.HeadUnknown.At("headId", ("headId", headId));
        if (last?.To < today)
        {
            // The head has left the company meanwhile, and may have come back to it.
            department.EndHead(last.To.Value);
        }

        department.NameHead(head, from ?? today, today);
    }
}
