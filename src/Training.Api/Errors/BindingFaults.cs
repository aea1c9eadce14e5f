using System.Text.RegularExpressions;

namespace Training.Api.Errors;

/// <summary>Finds the place in what the framework says about a parameter or body that it could not bind. What the routes
/// declare is checked before; this is for what remains (a body that is missing).</summary>
internal static partial class BindingFaults
{
    public static RequestFault Of(BadHttpRequestException bad)
    {
        if (bad.Message.Contains("body", StringComparison.OrdinalIgnoreCase))
        {
            return RequestFault.Unreadable("body", new Fault("fault.missing"));
        }

        var named = Named().Match(bad.Message);

        return named.Success
            ? RequestFault.Parameter(named.Groups["name"].Value, new Fault("fault.notAccepted"))
            : RequestFault.Unreadable("body", new Fault("fault.notAccepted"));
    }

    // Failed to bind parameter "int page" from "x". / Required parameter "int page" was not provided from query string.
    [GeneratedRegex("""parameter "(?:[^"]* )?(?<name>[^" ]+)" """)]
    private static partial Regex Named();
}
