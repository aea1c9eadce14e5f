using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>The days in which a person heads a department, both included: from the day named, at the longest to the end of the
/// employment.</summary>
internal sealed class HeadTerm
{
    public required long DepartmentId { get; init; }

    public required long EmployeeId { get; init; }

    public required string EmployeeNumber { get; init; }

    public required string NameZh { get; init; }

    public required string? NameLatin { get; init; }

    public required DateOnly From { get; init; }

    /// <summary>Last day; none while it is open.</summary>
    public required DateOnly? To { get; init; }

    public bool HoldsOn(DateOnly day) => From <= day && day <= (To ?? DateOnly.MaxValue);
}

/// <summary>The departments whose figures count as one person's own.</summary>
internal sealed class OwnDepartments(IReadOnlyList<HeadTerm> terms, DateOnly today)
{
    /// <summary>Whether the person heads the department today, or did on the last day of the figure's period.</summary>
    public bool Include(long? departmentId, DateOnly lastDay) =>
        terms.Any(x => x.DepartmentId == departmentId && (x.HoldsOn(today) || x.HoldsOn(lastDay)));
}

/// <summary>Who heads which department: the one place where that is read.</summary>
internal static class HeadTermQueries
{
    /// <summary>All terms; none of a person who was not employed on the day when it was to begin.</summary>
    public static IQueryable<HeadTerm> HeadTerms(this TrainingDb db) =>
        from head in db.Set<DepartmentHead>()
        join person in db.Employees on head.EmployeeId equals person.Id
        where person.Periods.Any(x => x.HiredOn <= head.From && (x.LeftOn == null || x.LeftOn >= head.From))
        let leftOn = person.Periods.Where(x => x.LeftOn >= head.From).Min(x => x.LeftOn)
        select new HeadTerm
        {
            DepartmentId = head.DepartmentId,
            EmployeeId = head.EmployeeId,
            EmployeeNumber = person.EmployeeNumber,
            NameZh = person.NameZh,
            NameLatin = person.NameLatin,
            From = head.From,
            To = head.To == null || leftOn < head.To ? leftOn : head.To,
        };

    /// <summary>Those of a department, earliest first.</summary>
    public static Task<List<HeadTerm>> HeadTermsOfAsync(this TrainingDb db, long departmentId, CancellationToken cancellation) =>
        db.HeadTerms().Where(x => x.DepartmentId == departmentId).OrderBy(x => x.From).ToListAsync(cancellation);

    /// <summary>Those that hold on the day; of a department one at most.</summary>
    public static IQueryable<HeadTerm> HeadsOn(this TrainingDb db, DateOnly day) =>
        db.HeadTerms().Where(x => x.From <= day && (x.To == null || x.To >= day));

    /// <summary>The departments whose figures count as the person's own; none for nobody.</summary>
    public static async Task<OwnDepartments> OwnDepartmentsAsync(this TrainingDb db, long? employeeId, DateOnly today, CancellationToken cancellation) =>
        new(employeeId is null ? [] : await db.HeadTerms().Where(x => x.EmployeeId == employeeId).ToListAsync(cancellation), today);
}
