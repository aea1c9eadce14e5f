using Training.Api.Acts;
using Training.Api.Auth;

namespace Training.Api.Commands.Demo;

/// <summary>The accounts of the demo company: those that its file names, and one for everybody else by their number, all with one
/// password.</summary>
internal sealed class DemoAccounts(OpenAccount open, Passwords passwords)
{
    public const string Password = "training-demo";

    private string? _hash;

    /// <summary>To be called before the write: hashing takes its time.</summary>
    public void Prepare() => _hash ??= passwords.Hash(Password);

    /// <summary>For everybody who is there when the history begins.</summary>
    public async Task BeginAsync(DemoScene scene, CancellationToken cancellation)
    {
        foreach (var account in scene.File.Accounts)
        {
            await OpenAsync(scene, account.UserName, account.Employee, account.Roles, cancellation);
        }

        var named = scene.File.Accounts.Select(x => x.Employee).ToHashSet(StringComparer.Ordinal);
        foreach (var person in scene.File.People.Where(x => !named.Contains(x.Number)))
        {
            await OpenAsync(scene, person.Number, cancellation);
        }
    }

    /// <summary>For somebody: a supervisor's where others stand below them from the beginning.</summary>
    public Task OpenAsync(DemoScene scene, string number, CancellationToken cancellation) => OpenAsync(
        scene, UserName(number), number, [scene.File.People.Any(x => x.Supervisor == number) ? Role.Supervisor : Role.Staff], cancellation);

    /// <summary>What the account is called that the file does not name: the number in small letters.</summary>
    public static string UserName(string number) => number.ToLowerInvariant();

    private async Task OpenAsync(DemoScene scene, string userName, string number, IReadOnlyList<Role> roles, CancellationToken cancellation) => scene.Add(
        await open.RunAsync(new NewAccount(userName, scene.People[number], roles, _hash!, InitialUntil: null), cancellation), roles);
}
