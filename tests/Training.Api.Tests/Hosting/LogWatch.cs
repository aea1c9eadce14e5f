using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;

namespace Training.Api.Tests.Hosting;

/// <summary>Reads along what the program logs during the tests, and fails the test in which a name, an address, a password, a
/// token, an amount or a score is logged. Names of the tests' people are Chinese, and nothing else in a log line is, or begin
/// with known Latin words; wages are <see cref="Wage"/> and scores <see cref="Score"/> where the access walk makes them.</summary>
internal sealed partial class LogWatch : ILoggerProvider
{
    public const decimal Wage = 61_234.56m;
    public const decimal Score = 93.7m;

    public ILogger CreateLogger(string categoryName) => new Watch(categoryName);

    public void Dispose()
    {
    }

    private sealed class Watch(string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Information;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var line = $"{formatter(state, exception)} {exception}";
            if (logLevel >= LogLevel.Information && Private().Match(line) is { Success: true } found)
            {
                throw new InvalidOperationException($"{category} logs what it must not: …{found.Value}… in: {line}");
            }
        }
    }

    [GeneratedRegex(@"[\u3400-\u9fff]|correct horse|[\w.]+@[\w-]+\.\w+|Bearer [A-Za-z0-9_-]{8}|""password""|""refreshToken""|Test W\d|Ouyang|61,?234\.56|(?<![\d.])93\.7(?! ?ms|\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Private();
}
