using System.Globalization;
using MailKit.Net.Smtp;
using MailKit.Security;
using Microsoft.Extensions.Options;
using MimeKit;
using Training.Api.Settings;

namespace Training.Api.Notices;

/// <summary>One mail to one person.</summary>
internal sealed record Mail(long NoticeId, string Address, string Subject, string Text);

/// <summary>Hands mails to the mail server. A mail may arrive twice (a sender can die between handing it over and noting
/// it); its Message-ID, made from the notice, shows that the two are one.</summary>
internal sealed class MailBox(IOptions<MailSettings> settings)
{
    private const int ImplicitTls = 465;
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(20);

    /// <summary>Opens a connection; dispose it after the batch.</summary>
    public async Task<SmtpClient> OpenAsync(CancellationToken cancellation)
    {
        var mail = settings.Value;
        var client = new SmtpClient { Timeout = (int)LongestWait.TotalMilliseconds };
        try
        {
            var encryption = !mail.Encrypt ? SecureSocketOptions.None
                : mail.Port == ImplicitTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;
            await client.ConnectAsync(mail.Host!, mail.Port, encryption, cancellation);
            if (!string.IsNullOrEmpty(mail.UserName))
            {
                await client.AuthenticateAsync(mail.UserName, mail.Password ?? "", cancellation);
            }

            return client;
        }
        catch
        {
            client.Dispose();
            throw;
        }
    }

    public MimeMessage Write(Mail mail)
    {
        var from = MailboxAddress.Parse(settings.Value.From);
        return new MimeMessage
        {
            MessageId = $"notice-{mail.NoticeId.ToString(CultureInfo.InvariantCulture)}.{NoticeBox.Email}@{from.Domain}",
            From = { from },
            To = { MailboxAddress.Parse(mail.Address) },
            Subject = mail.Subject,
            Body = new TextPart("plain") { Text = mail.Text },
        };
    }
}
