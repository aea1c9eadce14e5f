using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Api.Auth;

/// <summary>Sign-ins belong to people who are employed; accounts that are nobody's stand apart.</summary>
internal static class Employment
{
    /// <summary>The accounts with which one can sign in on the day: not disabled, and nobody's or of somebody who is employed.</summary>
    public static IQueryable<Account> InUse(this TrainingDb db, DateOnly day) => db.Users.Where(x => x.DisabledAt == null
        && (x.EmployeeId == null || db.Employees.Any(e => e.Id == x.EmployeeId
            && e.Periods.Any(y => y.HiredOn <= day && (y.LeftOn == null || y.LeftOn >= day)))));

    /// <summary>Whether the person of the account is not employed on the day.</summary>
    public static async Task<bool> IsGoneAsync(this TrainingDb db, long? employeeId, DateOnly day, CancellationToken cancellation) =>
        employeeId is not null && !await db.Employees.AnyAsync(
            x => x.Id == employeeId && x.Periods.Any(y => y.HiredOn <= day && (y.LeftOn == null || y.LeftOn >= day)), cancellation);
}
