using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Queries;

internal static class AudienceQuery
{
    /// <summary>Everybody who is employed and assigned on the day, with what an audience rule asks.</summary>
    public static IQueryable<AudienceFacts> AudienceFactsOn(this TrainingDb db, DateOnly day) =>
        from assignment in db.Assignments
        where assignment.From <= day && (assignment.To == null || assignment.To >= day)
        from period in db.Set<EmploymentPeriod>()
        where EF.Property<long>(period, "EmployeeId") == assignment.EmployeeId
            && period.HiredOn <= day && (period.LeftOn == null || period.LeftOn >= day)
        select new AudienceFacts
        {
            EmployeeId = assignment.EmployeeId,
            DepartmentId = assignment.DepartmentId,
            PositionId = assignment.PositionId,
            HiredOn = period.HiredOn,
            ContractKind = period.ContractKind,
        };

    /// <summary>The people whom the rule admits on the day. One query for the tree of departments; the rest is the caller's.</summary>
    public static async Task<IQueryable<AudienceFacts>> AudienceAsync(
        this TrainingDb db, AudienceRule rule, DateOnly day, CancellationToken cancellation) =>
        db.AudienceFactsOn(day).Where(rule.Admits(await db.WithAllBelowAsync([rule.DepartmentId], cancellation)));
}
