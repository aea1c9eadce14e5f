namespace Training.Api.Settings;

/// <summary>The example file holds secrets that everybody knows. A start in Production with one of them is refused.</summary>
internal static class SampleSecrets
{
    /// <summary>What stands in the example file wherever a secret belongs.</summary>
    public const string Mark = "change-me";

    /// <exception cref="InvalidOperationException">A setting holds a sample secret; names the setting, not the value.</exception>
    public static void Refuse(IConfiguration configuration, IHostEnvironment environment)
    {
        if (!environment.IsProduction())
        {
            return;
        }

        foreach (var (key, value) in configuration.AsEnumerable())
        {
            if (value?.Contains(Mark, StringComparison.OrdinalIgnoreCase) == true)
            {
                throw new InvalidOperationException(
                    $"The setting {key} still holds the secret of the example file. Set your own before starting in Production.");
            }
        }
    }
}
