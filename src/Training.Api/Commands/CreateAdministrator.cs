using System.Globalization;
using Training.Api.Acts;
using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Commands;

/// <summary><c>create-administrator &lt;userName&gt;</c>: the first account of an installation.</summary>
internal static class CreateAdministrator
{
    private const int Done = 0;
    private const int NotDone = 1;
    private const int WrongCall = 2;

    /// <summary>Prints the secret once. Answers the exit code: 0 made, 1 refused, 2 called wrongly.</summary>
    public static async Task<int> RunAsync(
        IServiceProvider services, IReadOnlyList<string> arguments, TextWriter output, CancellationToken cancellation)
    {
        if (arguments is not [var userName])
        {
            await output.WriteLineAsync("Usage: create-administrator <userName>");
            return WrongCall;
        }

        try
        {
            var (password, until) = await services.GetRequiredService<OpenFirstAdministrator>().RunAsync(userName, cancellation);
            await output.WriteLineAsync($"The account {PlainText.Narrow(userName)} was made. Its password for one sign-in, shown only now:");
            await output.WriteLineAsync($"  {password}");
            await output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Sign in and change it before {until.UtcDateTime:yyyy-MM-dd HH:mm} UTC."));
            return Done;
        }
        catch (RuleViolation refused)
        {
            await output.WriteLineAsync(Texts.Of(Language.English, refused.Refusal.Code, refused.Values));
            return NotDone;
        }
    }
}
