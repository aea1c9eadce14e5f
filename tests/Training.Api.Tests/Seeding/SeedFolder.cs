using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data.Seeding;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Seeding;

/// <summary>A copy of the reference folder that a test edits and loads.</summary>
internal sealed class SeedFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("training-seeds-");

    public SeedFolder()
    {
        foreach (var file in Directory.EnumerateFiles(ReferenceSeed.Folder, "*.json"))
        {
            File.Copy(file, Path.Combine(FullName, Path.GetFileName(file)));
        }
    }

    /// <summary>A copy whose files are loaded as they come with the program, whatever was loaded before.</summary>
    public static async Task<SeedFolder> LoadedAsync(TrainingApp app)
    {
        var folder = new SeedFolder();
        await folder.LoadAsync(app);
        return folder;
    }

    public string FullName => _folder.FullName;

    /// <summary>Puts another text in the place of the first one; the file must have it.</summary>
    public SeedFolder Put(string file, string old, string given)
    {
        var path = Path.Combine(FullName, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no {old}");
        File.WriteAllText(path, text[..at] + given + text[(at + old.Length)..]);
        return this;
    }

    /// <summary>As <see cref="Put"/>, for the first one after a place.</summary>
    public SeedFolder PutAfter(string file, string place, string old, string given)
    {
        var path = Path.Combine(FullName, file);
        var text = File.ReadAllText(path);
        var at = text.IndexOf(old, text.IndexOf(place, StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.True(at >= 0, $"{file} has no {old} after {place}");
        File.WriteAllText(path, text[..at] + given + text[(at + old.Length)..]);
        return this;
    }

    public SeedFolder Write(string file, string text)
    {
        File.WriteAllText(Path.Combine(FullName, file), text);
        return this;
    }

    public async Task<ReferenceReport> LoadAsync(TrainingApp app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<ReferenceSeed>().LoadAsync(FullName, CancellationToken.None);
    }

    /// <summary>What the load refuses to go on with.</summary>
    public async Task<string> FaultAsync(TrainingApp app) => (await Assert.ThrowsAsync<ReferenceFault>(() => LoadAsync(app))).Message;

    public void Dispose() => _folder.Delete(recursive: true);
}
