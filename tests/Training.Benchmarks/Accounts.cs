using System.Globalization;
using Training.Api.Data;
using Training.Api.Data.Records;

namespace Training.Benchmarks;

internal static class Accounts
{
    /// <summary>An account for every person, so that notices reach them; nobody signs in with one.</summary>
    public static Task AddAsync(TrainingDb db, IReadOnlyList<long> employeeIds) => db.WriteAsync(() => Bulk.InsertAsync(
        db,
        [.. employeeIds.Select(x => new Account
        {
            UserName = string.Create(CultureInfo.InvariantCulture, $"person-{x}"),
            NormalizedUserName = string.Create(CultureInfo.InvariantCulture, $"PERSON-{x}"),
            EmployeeId = x,
            CreatedAt = DateTimeOffset.UnixEpoch,
        })],
        CancellationToken.None));
}
