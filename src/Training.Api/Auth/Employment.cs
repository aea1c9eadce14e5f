using Microsoft.EntityFrameworkCore;
using Training.Api.Data;

namespace Training.Api.Auth;

/// <summary>Sign-ins belong to people who are employed; accounts that are nobody's stand apart.</summary>
internal static class Employment
{
    /// <summary>Whether the person of the account is not employed on the day.</summary>
    public static async Task<bool> IsGoneAsync(this TrainingDb db, long? employeeId, DateOnly day, CancellationToken cancellation) =>
        employeeId is not null && !await db.Employees.AnyAsync(
            x => x.Id == employeeId && x.Periods.Any(y => y.HiredOn <= day && (y.LeftOn == null || y.LeftOn >= day)), cancellation);
}
