using Microsoft.EntityFrameworkCore;
using Training.Api.Data;

namespace Training.Api.Auth;

/// <summary>One row per role of the session's account; one row with no role where it has none.</summary>
/// <param name="IsGone">The account's person is not employed today.</param>
internal sealed record SessionRow(
    long AccountId,
    byte[] AccessHash,
    DateTimeOffset AccessExpiresAt,
    DateTimeOffset ExpiresAt,
    DateTimeOffset? EndedAt,
    DateTimeOffset? DisabledAt,
    long? EmployeeId,
    bool IsGone,
    bool MustChangePassword,
    bool TwoFactorEnabled,
    Training.Domain.People.Language? Language,
    long? RoleId);

/// <summary>Reads what a request needs to know of its session in one statement by primary key. It is never cached: that is
/// what ends access at once. The query is compiled once per program; a compiled query belongs to one store's model.</summary>
internal sealed class SessionRows
{
    private readonly Func<TrainingDb, long, DateOnly, IAsyncEnumerable<SessionRow>> _read = EF.CompileAsyncQuery(
        (TrainingDb db, long id, DateOnly today) =>
            from session in db.SignInSessions.AsNoTracking()
            join account in db.Users on session.AccountId equals account.Id
            join held in db.UserRoles on account.Id equals held.UserId into helds
            from held in helds.DefaultIfEmpty()
            join employee in db.Employees on account.EmployeeId equals employee.Id into employees
            from employee in employees.DefaultIfEmpty()
            where session.Id == id
            select new SessionRow(
                account.Id,
                session.AccessHash,
                session.AccessExpiresAt,
                session.ExpiresAt,
                session.EndedAt,
                account.DisabledAt,
                account.EmployeeId,
                account.EmployeeId != null && !employee!.Periods.Any(x => x.HiredOn <= today && (x.LeftOn == null || x.LeftOn >= today)),
                account.MustChangePassword,
                account.TwoFactorEnabled,
                (Training.Domain.People.Language?)employee!.Language,
                (long?)held!.RoleId));

    public async Task<IReadOnlyList<SessionRow>> ReadAsync(TrainingDb db, long sessionId, DateOnly today, CancellationToken cancellation)
    {
        var rows = new List<SessionRow>();
        await foreach (var row in _read(db, sessionId, today).WithCancellation(cancellation))
        {
            rows.Add(row);
        }

        return rows;
    }
}
