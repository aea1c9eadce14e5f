using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Notices;
using Training.Api.Settings;
using Training.Domain.Notices;

namespace Training.Api.Acts;

/// <summary>Sends what is due in the outbox. Rows are leased in one short write, sent outside any transaction and noted in
/// another, so that two nodes share the work and a sender that dies loses its lease, not the notices.</summary>
internal sealed class SendNotices(
    TrainingDb db, MailBox mailBox, OrganisationClock clock, IOptions<MailSettings> settings, ILogger<SendNotices> log)
{
    private const int BatchSize = 20;

    /// <summary>Longer than a whole batch may take, mail server asleep included.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(10);

    /// <summary>Sends all that is due now; says how many were handed over.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation)
    {
        var sent = 0;
        while (settings.Value.IsOn && !cancellation.IsCancellationRequested)
        {
            var batch = await LeaseAsync(cancellation);
            if (batch.Count == 0)
            {
                break;
            }

            var done = await SendAsync(batch, cancellation);
            sent += done.Count;

            // What was handed over is noted also while the program stops.
            await NoteAsync(batch.Keys, done, CancellationToken.None);
        }

        return sent;
    }

    /// <summary>The rows that are due, by delivery id, with what to send; null for a person whose address is gone.</summary>
    private async Task<Dictionary<long, Mail?>> LeaseAsync(CancellationToken cancellation)
    {
        var now = clock.Now;
        if (!await Due(now).AnyAsync(cancellation))
        {
            return [];
        }

        return await db.WriteAsync(
            async () =>
            {
                var ids = await DueIdsAsync(now, cancellation);
                var notices = await db.Notices.Include(x => x.Deliveries)
                    .Where(x => x.Deliveries.Any(y => ids.Contains(y.Id))).ToListAsync(cancellation);
                var mails = await MailsAsync(notices, cancellation);
                return notices
                    .SelectMany(x => x.Deliveries.Where(y => ids.Contains(y.Id) && y.TryLease(now, Lease)))
                    .ToDictionary(x => x.Id, x => mails.GetValueOrDefault(x.NoticeId));
            },
            cancellation);
    }

    private IQueryable<NoticeDelivery> Due(DateTimeOffset now) => db.NoticeDeliveries.AsNoTracking().Where(x =>
        (x.State == DeliveryState.Pending || x.State == DeliveryState.Failed)
        && x.NextAttemptAt <= now && (x.LeasedUntil == null || x.LeasedUntil <= now));

    private async Task<List<long>> DueIdsAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (db.Database.IsNpgsql())
        {
            return await db.Database.SqlQuery<long>(
                $"""
                 SELECT "Id" AS "Value" FROM "NoticeDeliveries"
                 WHERE "State" IN ('Pending', 'Failed') AND "NextAttemptAt" <= {now} AND ("LeasedUntil" IS NULL OR "LeasedUntil" <= {now})
                 ORDER BY "NextAttemptAt", "Id" LIMIT {BatchSize} FOR UPDATE SKIP LOCKED
                 """).ToListAsync(cancellation);
        }

        return await Due(now).OrderBy(x => x.NextAttemptAt).ThenBy(x => x.Id).Select(x => x.Id).Take(BatchSize).ToListAsync(cancellation);
    }

    private async Task<Dictionary<long, Mail>> MailsAsync(List<Notice> notices, CancellationToken cancellation)
    {
        var accounts = notices.ConvertAll(x => x.RecipientAccountId);
        var people = await db.Users.AsNoTracking().Where(x => accounts.Contains(x.Id) && x.DisabledAt == null)
            .Join(db.Employees.AsNoTracking(), x => x.EmployeeId, x => x.Id, (account, employee) => new { account.Id, employee.WorkEmail, employee.Language })
            .Where(x => x.WorkEmail != null)
            .ToDictionaryAsync(x => x.Id, cancellation);
        return notices.Where(x => people.ContainsKey(x.RecipientAccountId)).ToDictionary(x => x.Id, notice =>
        {
            var person = people[notice.RecipientAccountId];
            var language = person.Language == Domain.People.Language.En ? Language.English : Language.Chinese;
            return new Mail(
                notice.Id, person.WorkEmail!, Texts.Of(language, "mail.subject"), NoticeText.Of(language, notice) + "\n\n" + Texts.Of(language, "mail.footer"));
        });
    }

    /// <summary>The deliveries that the mail server took.</summary>
    private async Task<HashSet<long>> SendAsync(Dictionary<long, Mail?> batch, CancellationToken cancellation)
    {
        var done = new HashSet<long>();
        try
        {
            using var server = await mailBox.OpenAsync(cancellation);
            foreach (var (delivery, mail) in batch)
            {
                if (mail is not null && await TakesAsync(server, mail, cancellation))
                {
                    done.Add(delivery);
                }
            }

            await server.DisconnectAsync(quit: true, cancellation);
        }
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            // No address and no text: the log names neither people nor what they were told.
            log.LogWarning("The mail server cannot be used ({Fault}); {Count} notices wait.", fault.GetType().Name, batch.Count - done.Count);
        }

        return done;
    }

    private async Task<bool> TakesAsync(SmtpClient server, Mail mail, CancellationToken cancellation)
    {
        try
        {
            using var message = mailBox.Write(mail);
            await server.SendAsync(message, cancellation);
            return true;
        }
        catch (SmtpCommandException refusal)
        {
            // This one was refused; the connection still serves the others.
            log.LogWarning("The mail server refused notice {Notice} with {Status}.", mail.NoticeId, refusal.StatusCode);
            return false;
        }
    }

    private Task NoteAsync(IReadOnlyCollection<long> batch, HashSet<long> done, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            var notices = await db.Notices.Include(x => x.Deliveries)
                .Where(x => x.Deliveries.Any(y => batch.Contains(y.Id))).ToListAsync(cancellation);
            var now = clock.Now;
            foreach (var delivery in notices.SelectMany(x => x.Deliveries).Where(x => batch.Contains(x.Id) && x.LeasedUntil is not null))
            {
                if (done.Contains(delivery.Id))
                {
                    delivery.MarkSent();
                }
                else
                {
                    delivery.MarkFailed(now);
                }
            }
        },
        cancellation);
}
