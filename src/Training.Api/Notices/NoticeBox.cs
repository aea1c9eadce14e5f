using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Settings;
using Training.Domain.Notices;
using Training.Api.Data.Records;

namespace Training.Api.Notices;

/// <summary>The record that a notice is about: its noun in camelCase and its id.</summary>
internal readonly record struct NoticeSubject(string Type, long Id);

/// <summary>Tells people, in the transaction of the act: the notice stands in the inbox when the act is committed and never
/// otherwise, and goes out by mail from the outbox afterwards. Called inside <c>WriteAsync</c>.</summary>
internal sealed class NoticeBox(TrainingDb db, OrganisationClock clock, IOptions<MailSettings> mail)
{
    public const string Email = "email";

    /// <summary>More recipients than this are written in bulk.</summary>
    private const int MostTracked = 1000;

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Tells one person, by employee id. Who has no account has no inbox and is not told.</summary>
    public Task TellAsync(
        string kind, long employeeId, NoticeSubject subject, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        TellAsync(kind, [employeeId], subject, cancellation, values);

    /// <summary>Tells many people the same, by employee ids.</summary>
    public Task TellAsync(
        string kind, IReadOnlyCollection<long> employeeIds, NoticeSubject subject, CancellationToken cancellation,
        params (string Name, object? Value)[] values) =>
        TellAsync(kind, db.Users.Where(x => x.EmployeeId != null && employeeIds.Contains(x.EmployeeId.Value)).Select(x => x.Id), subject, values, cancellation);

    /// <summary>Tells each person about a record of their own, by employee ids, in a number of queries that does not grow with them.</summary>
    public async Task TellEachAsync(
        string kind, IReadOnlyCollection<(long EmployeeId, NoticeSubject Subject, (string Name, object? Value)[] Values)> each, CancellationToken cancellation)
    {
        await db.FlushAsync(cancellation);
        var accounts = new List<Recipient>();
        foreach (var some in each.Select(x => x.EmployeeId).Distinct().Chunk(MostTracked))
        {
            var ids = db.Users.Where(x => x.EmployeeId != null && some.Contains(x.EmployeeId.Value)).Select(x => x.Id);
            accounts.AddRange(await RecipientsAsync(ids, cancellation));
        }

        var of = accounts.ToLookup(x => x.EmployeeId);
        await KeepAsync([.. each.SelectMany(x => of[x.EmployeeId].Select(y => Made(kind, y, x.Subject, ValuesOf(x.Values))))], cancellation);
    }

    /// <summary>Tells one account, also one that belongs to no employee.</summary>
    public Task TellAccountAsync(
        string kind, long accountId, NoticeSubject subject, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        TellAsync(kind, db.Users.Where(x => x.Id == accountId).Select(x => x.Id), subject, values, cancellation);

    /// <summary>Tells everybody who has the role or right.</summary>
    public Task TellRoleAsync(
        string kind, Role role, NoticeSubject subject, CancellationToken cancellation, params (string Name, object? Value)[] values) =>
        TellRolesAsync(kind, [role], except: null, [], subject, cancellation, values);

    /// <summary>Tells everybody who has one of the roles or rights, once each, but neither the employee whom it is about nor those
    /// of the accounts.</summary>
    public Task TellRolesAsync(
        string kind, IReadOnlyCollection<Role> roles, long? except, IReadOnlyCollection<long> exceptAccounts, NoticeSubject subject,
        CancellationToken cancellation, params (string Name, object? Value)[] values)
    {
        var ids = roles.Select(x => x.Id()).ToList();
        var accounts = db.Users.Where(x => (except == null || x.EmployeeId == null || x.EmployeeId != except) && !exceptAccounts.Contains(x.Id)
            && db.UserRoles.Any(y => y.UserId == x.Id && ids.Contains(y.RoleId))).Select(x => x.Id);
        return TellAsync(kind, accounts, subject, values, cancellation);
    }

    private async Task TellAsync(
        string kind, IQueryable<long> accountIds, NoticeSubject subject, (string Name, object? Value)[] values, CancellationToken cancellation)
    {
        // Accounts and roles that the same act has just made are told too.
        await db.FlushAsync(cancellation);
        var text = ValuesOf(values);
        await KeepAsync([.. (await RecipientsAsync(accountIds, cancellation)).Select(x => Made(kind, x, subject, text))], cancellation);
    }

    private sealed record Recipient(long Id, long? EmployeeId, bool HasMail);

    private Task<List<Recipient>> RecipientsAsync(IQueryable<long> accountIds, CancellationToken cancellation) => db.Users.AsNoTracking()
        .Where(x => x.DisabledAt == null && accountIds.Contains(x.Id))
        .OrderBy(x => x.Id)
        .Select(x => new Recipient(x.Id, x.EmployeeId, db.Employees.Any(y => y.Id == x.EmployeeId && y.WorkEmail != null)))
        .ToListAsync(cancellation);

    private Notice Made(string kind, Recipient recipient, NoticeSubject subject, string values)
    {
        var notice = Notice.Tell(kind, recipient.Id, subject.Type, subject.Id, values, clock.Now);
        if (recipient.HasMail && mail.Value.IsOn)
        {
            notice.SendOver(Email, clock.Now);
        }

        return notice;
    }

    private async Task KeepAsync(List<Notice> notices, CancellationToken cancellation)
    {
        if (notices.Count > MostTracked)
        {
            await Bulk.InsertAsync(db, notices, cancellation);
        }
        else
        {
            db.Notices.AddRange(notices);
        }
    }

    /// <summary>Days and instants as in the API; enums by their text code, which the reader's language resolves.</summary>
    private static string ValuesOf((string Name, object? Value)[] values) => JsonSerializer.Serialize(
        values.ToDictionary(x => x.Name, x => x.Value switch
        {
            DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTimeOffset instant => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            Enum choice => new Dictionary<string, string> { [NoticeText.Choice] = Texts.CodeOf(choice.GetType(), choice.ToString()) },
            var other => other,
        }),
        Json);
}
