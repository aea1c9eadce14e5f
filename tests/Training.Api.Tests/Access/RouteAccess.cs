using System.Net.Http.Json;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Access;

/// <summary>What a route answers to a caller of a role.</summary>
internal enum Expected
{
    /// <summary>2xx; for a list: the record is in it.</summary>
    Allowed,

    /// <summary>403.</summary>
    Forbidden,

    /// <summary>404; for a list: the record is not in it.</summary>
    Hidden,
}

/// <summary>One case of the walk: who calls, about whose record.</summary>
/// <param name="Subject">The employee whose record it is; 0 for records that are nobody's.</param>
internal sealed record AccessCase(TrainingApp App, Role Caller, Standing Standing, long CallerEmployee, long Subject)
{
    private static int _count;

    /// <summary>Signed in as the caller: for acts that must come before, by the same account.</summary>
    public required HttpClient Client { get; init; }

    /// <summary>A number of its own for each case, for codes that must be new.</summary>
    public int Number { get; } = Interlocked.Increment(ref _count);

    public static HttpRequestMessage Get(string path) => new(HttpMethod.Get, "/api/v1" + path);

    public static HttpRequestMessage Post(string path, object? body = null, int? ifMatch = null) =>
        Send(HttpMethod.Post, path, body, ifMatch);

    public static HttpRequestMessage Put(string path, object body, int ifMatch) => Send(HttpMethod.Put, path, body, ifMatch);

    public static HttpRequestMessage Delete(string path, int ifMatch) => Send(HttpMethod.Delete, path, null, ifMatch);

    public static HttpRequestMessage Send(HttpMethod method, string path, object? body, int? ifMatch = null)
    {
        var message = new HttpRequestMessage(method, "/api/v1" + path);
        if (body is not null)
        {
            message.Content = JsonContent.Create(body);
        }

        if (ifMatch is not null)
        {
            message.Headers.TryAddWithoutValidation("If-Match", $"\"{ifMatch}\"");
        }

        return message;
    }
}

/// <summary>The rows of one route in the access table. A row is a standing and what each role is answered, in the order
/// HumanResources, Supervisor, Staff, Administrator, Approver, Payroll: <c>A</c> allowed, <c>F</c> forbidden, <c>H</c> hidden,
/// <c>-</c> where no such case can be (nobody grants a role to themselves through two people).</summary>
internal sealed class RouteAccess(string route)
{
    private readonly List<(Standing Standing, Role Role, Expected Expected)> _rows = [];

    /// <summary>The operation id.</summary>
    public string Route { get; } = route;

    /// <summary>The route works without a sign-in.</summary>
    public bool IsOpen { get; private set; }

    /// <summary>Makes a record in the right state and answers the valid request about it. For lists: makes the record,
    /// answers the request for the list, and <see cref="Listed"/> the id to look for.</summary>
    public Func<AccessCase, Task<HttpRequestMessage>>? Request { get; private set; }

    /// <summary>For lists: the id that is or is not among the items.</summary>
    public Func<AccessCase, Task<long>>? Listed { get; private set; }

    public IReadOnlyList<(Standing Standing, Role Role, Expected Expected)> Rows => _rows;

    /// <summary>The caller is a new account of the role: for acts that change the caller's own sign-in.</summary>
    public bool IsByNewAccount { get; private set; }

    public RouteAccess ByNewAccount()
    {
        IsByNewAccount = true;
        return this;
    }

    public RouteAccess Open()
    {
        IsOpen = true;
        return this;
    }

    public RouteAccess Sends(Func<AccessCase, Task<HttpRequestMessage>> request)
    {
        Request = request;
        return this;
    }

    public RouteAccess Sends(Func<AccessCase, HttpRequestMessage> request) => Sends(x => Task.FromResult(request(x)));

    /// <summary>A list: <paramref name="record"/> makes a record about the case's person and answers its id.</summary>
    public RouteAccess Lists(string path, Func<AccessCase, Task<long>> record) => Lists(_ => path, record);

    /// <summary>The same, of a list that is narrowed to the case's record.</summary>
    public RouteAccess Lists(Func<AccessCase, string> path, Func<AccessCase, Task<long>> record)
    {
        Listed = record;
        return Sends(x => AccessCase.Get(path(x)));
    }

    public RouteAccess Row(Standing standing, string answers)
    {
        var letters = answers.Where(x => !char.IsWhiteSpace(x)).ToArray();
        var roles = Enum.GetValues<Role>();
        Assert.Equal(roles.Length, letters.Length);
        foreach (var (role, letter) in roles.Zip(letters).Where(x => x.Second != '-'))
        {
            _rows.Add((standing, role, letter switch
            {
                'A' => Expected.Allowed,
                'F' => Expected.Forbidden,
                'H' => Expected.Hidden,
                _ => throw new ArgumentOutOfRangeException(nameof(answers), answers, $"{Route}: {letter}"),
            }));
        }

        return this;
    }
}
