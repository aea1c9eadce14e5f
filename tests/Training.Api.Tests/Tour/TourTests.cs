using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Tour;

/// <summary>Runs the tours of the README and of <c>docs/tour.md</c>, word for word, against the program as it is started, with the demo company.</summary>
public sealed partial class TourTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public void Both_readmes_tour_by_the_same_commands() => Assert.Equal(Blocks("README.md"), Blocks("README.zh-CN.md"));

    [Fact]
    public async Task The_tours_print_what_they_say_and_a_second_start_finds_the_company_and_makes_no_other()
    {
        Assert.SkipUnless(File.Exists("/bin/bash") && File.Exists("/usr/bin/curl"), "The tour is for a shell with curl.");
        var folder = Directory.CreateTempSubdirectory("training-tour");
        await using (var program = await RunningProgram.StartAsync(folder.FullName, "Development"))
        {
            await TourAsync(program, folder.FullName, "README.md", 8);
            await TourAsync(program, folder.FullName, "docs/tour.md", 8);
        }

        await using var again = await RunningProgram.StartAsync(folder.FullName, "Development");
        Assert.Matches(@"supervisor +training-demo +Supervisor", again.Printed);
    }

    private static async Task TourAsync(RunningProgram program, string folder, string file, int blocks)
    {
        // One shell for all blocks; a line that no command prints stands after each.
        var steps = Blocks(file);
        Assert.Equal(blocks, steps.Count);
        var script = string.Join('\n', steps.Select(x => $"{x.Command}\necho '<<end>>'"));
        var printed = await ShellAsync("set -euo pipefail\n" + script, folder, $"{program.Address}/api/v1");
        Assert.Matches(@"supervisor +training-demo +Supervisor", program.Printed);

        Assert.Equal(steps.Select(x => x.Output), printed.Split("<<end>>\n", StringSplitOptions.RemoveEmptyEntries));
    }

    [Fact]
    public async Task In_production_there_is_no_demo_and_the_page_of_the_api_is_shown_only_where_it_is_set()
    {
        var folder = Directory.CreateTempSubdirectory("training-production");
        await using (var program = await RunningProgram.StartAsync(folder.FullName, "Production"))
        {
            await ShowsNothingAsync(program);
        }

        await using var shown = await RunningProgram.StartAsync(folder.FullName, "Production", "--Swagger:Enabled=true");
        using var client = new HttpClient();
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client, shown, "/swagger/index.html"));
    }

    private static async Task ShowsNothingAsync(RunningProgram program)
    {
        Assert.DoesNotContain("training-demo", program.Printed, StringComparison.Ordinal);
        using var client = new HttpClient();
        using var answer = await client.PostAsync(
            $"{program.Address}/api/v1/auth/sign-in",
            new StringContent("""{"userName":"hr","password":"training-demo"}""", System.Text.Encoding.UTF8, "application/json"),
            Stop);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, program, "/swagger/index.html"));
        Assert.Equal(HttpStatusCode.Unauthorized, await StatusAsync(client, program, "/swagger/v1/swagger.json"));
    }

    [Theory]
    [InlineData("Production", "--Mail:Password=change-me", "Mail:Password")]
    [InlineData("Production", "--SignIn:HasherIterations=1000", "SignIn:HasherIterations")]
    [InlineData("Testing", "--Organisation:TimeZone=Asia/Nowhere", "Organisation:TimeZone")]
    [InlineData("Testing", "--Organisation:WorkFrom=17:30", "Organisation:WorkFrom")]
    [InlineData("Testing", "--Organisation:WorkTo=24:30", "Organisation:WorkTo")]
    [InlineData("Testing", "--Jobs:BackupsKept=0", "BackupsKept")]
    public async Task A_start_with_a_setting_that_cannot_be_is_refused_before_anything_is_made_and_names_it(string environment, string setting, string named)
    {
        var folder = Directory.CreateTempSubdirectory("training-refused");

        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => RunningProgram.StartAsync(folder.FullName, environment, setting));

        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Empty(folder.GetFiles());
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client, RunningProgram program, string path)
    {
        using var answer = await client.GetAsync(program.Address + path, Stop);
        return answer.StatusCode;
    }

    private static List<(string Command, string Output)> Blocks(string file) =>
        [.. Step().Matches(File.ReadAllText(Repository.PathOf(file))).Select(x => (x.Groups["command"].Value, x.Groups["output"].Value))];

    private static async Task<string> ShellAsync(string script, string folder, string api)
    {
        var start = new ProcessStartInfo("/bin/bash", ["-c", script]) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["API"] = api;
        using var shell = Process.Start(start)!;
        var faults = shell.StandardError.ReadToEndAsync(Stop);
        var printed = await shell.StandardOutput.ReadToEndAsync(Stop);
        await shell.WaitForExitAsync(Stop);
        Assert.True(shell.ExitCode == 0, $"{printed}\n{await faults}");
        return printed;
    }

    [GeneratedRegex(@"^```sh\n(?<command>.*?)^```\n\n```text\n(?<output>.*?)^```", RegexOptions.Singleline | RegexOptions.Multiline)]
    private static partial Regex Step();

    /// <summary>The program as a process of its own, on a free port and a database in the folder.</summary>
    private sealed class RunningProgram : IAsyncDisposable
    {
        private readonly Process _process;
        private readonly System.Text.StringBuilder _printed = new();

        private RunningProgram(Process process, string address) => (_process, Address) = (process, address);

        public string Address { get; }

        public string Printed
        {
            get
            {
                lock (_printed)
                {
                    return _printed.ToString();
                }
            }
        }

        public static async Task<RunningProgram> StartAsync(string folder, string environment, params string[] arguments)
        {
            var address = $"http://127.0.0.1:{FreePort()}";
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Training.Api.dll"), "--urls", address, .. arguments])
            {
                WorkingDirectory = folder,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            start.Environment["ASPNETCORE_ENVIRONMENT"] = environment;
            start.Environment["DOTNET_ENVIRONMENT"] = environment;
            start.Environment["Database__File"] = Path.Combine(folder, "training.db");
            var program = new RunningProgram(Process.Start(start)!, address);
            program.Listen();
            await program.UntilReadyAsync();
            return program;
        }

        public async ValueTask DisposeAsync()
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
            _process.Dispose();
        }

        private void Listen()
        {
            void Keep(object _, DataReceivedEventArgs line)
            {
                lock (_printed)
                {
                    _printed.AppendLine(line.Data);
                }
            }

            _process.OutputDataReceived += Keep;
            _process.ErrorDataReceived += Keep;
            _process.BeginOutputReadLine();
            _process.BeginErrorReadLine();
        }

        private async Task UntilReadyAsync()
        {
            using var client = new HttpClient();
            var patience = Stopwatch.StartNew();
            while (true)
            {
                if (_process.HasExited)
                {
                    // Returns when all that was printed has been read.
                    await _process.WaitForExitAsync(Stop);
                    throw new InvalidOperationException(Printed);
                }

                try
                {
                    using var answer = await client.GetAsync($"{Address}/api/v1/courses", Stop);
                    Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
                    return;
                }
                catch (HttpRequestException) when (patience.Elapsed < TimeSpan.FromMinutes(5))
                {
                    await Task.Delay(200, Stop);
                }
            }
        }

        private static int FreePort()
        {
            using var listener = new TcpListener(IPAddress.Loopback, 0);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
    }
}
