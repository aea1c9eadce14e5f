using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Training.Api.Tests.Notices;

/// <summary>A real mail server (Debian's python3-aiosmtpd) that keeps what it takes as files.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    /// <summary>Debian's own, for which its packages are installed.</summary>
    private const string Python = "/usr/bin/python3";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("training-mail-");
    private readonly Process _process;

    private MailServer(int port)
    {
        Port = port;
        _process = Process.Start(new ProcessStartInfo(Python)
        {
            ArgumentList = { "-m", "aiosmtpd", "-n", "-l", $"127.0.0.1:{port}", "-c", "aiosmtpd.handlers.Mailbox", Path.Combine(_folder.FullName, "box") },
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        })!;
    }

    public int Port { get; }

    /// <summary>The mails taken so far.</summary>
    public IReadOnlyList<MimeKit.MimeMessage> Mails
    {
        get
        {
            var taken = new DirectoryInfo(Path.Combine(_folder.FullName, "box", "new"));
            return taken.Exists ? [.. taken.GetFiles().OrderBy(x => x.Name).Select(x => MimeKit.MimeMessage.Load(x.FullName))] : [];
        }
    }

    public static async Task<bool> IsInstalledAsync()
    {
        if (!File.Exists(Python))
        {
            return false;
        }

        using var look = Process.Start(new ProcessStartInfo(Python) { ArgumentList = { "-c", "import aiosmtpd" }, RedirectStandardError = true })!;
        await look.WaitForExitAsync();
        return look.ExitCode == 0;
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public static async Task<MailServer> StartAsync(int port)
    {
        var server = new MailServer(port);
        for (var i = 0; i < 200; i++)
        {
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, port);
                return server;
            }
            catch (SocketException)
            {
                await Task.Delay(50);
            }
        }

        await server.DisposeAsync();
        throw new InvalidOperationException("The mail server did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        _folder.Delete(recursive: true);
    }
}
