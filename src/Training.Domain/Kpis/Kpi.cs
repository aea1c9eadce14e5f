using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Domain.Kpis;

/// <summary>A key performance indicator (KPI) of the library. Each change is a version of its own, in force from a quarter on;
/// the quarters before keep theirs. A KPI is never deleted, only retired: measurements and appraisals keep naming it.</summary>
public sealed class Kpi : IVersioned
{
    public const int MaxCodeLength = 32;
    public const int MaxNameLength = 200;
    public const int MaxTextLength = 2000;

    /// <summary>Of the target in words, and of where the figures are found.</summary>
    public const int MaxPhraseLength = 400;
    public const int MaxDecimals = 4;
    public const int MaxSample = 1_000_000;
    public const int MaxCourses = 50;
    public const int MaxPositions = 100;
    public const int MaxOtherPositions = 20;
    public const int MaxSources = 20;

    private readonly List<KpiVersion> _versions = [];

    private Kpi()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key (<c>K01</c>), unique without regard to case; never changes.</summary>
    public string Code { get; private set; } = "";

    /// <summary>What lists sort the name of the latest version by; worked out from the name at the edge.</summary>
    public string NameSortKey { get; private set; } = "";

    /// <summary>What <c>q</c> looks in; worked out at the edge.</summary>
    public string SearchText { get; private set; } = "";

    /// <summary>The number of the version made last, which lists show.</summary>
    public int LatestVersion { get; private set; }

    /// <summary>From when nothing new may use it.</summary>
    public DateTimeOffset? RetiredAt { get; private set; }

    public int Version { get; private set; }

    public IReadOnlyCollection<KpiVersion> Versions => _versions;

    public bool IsRetired => RetiredAt is not null;

    /// <summary>The version made last, whether or not its quarter has come.</summary>
    public KpiVersion Latest => _versions.Find(x => x.Number == LatestVersion)!;

    /// <summary>A KPI whose first version holds in every quarter.</summary>
    public static Kpi Create(string code, KpiContent content)
    {
        KpiRules.Check(content);
        var kpi = new Kpi { Code = PlainText.Key(code) };
        kpi.Add(content, null);
        return kpi;
    }

    /// <summary>The version in force in the quarter: the last made of those that begin by then.</summary>
    public KpiVersion For(Quarter quarter) => _versions.Where(x => x.IsInForce(quarter)).MaxBy(x => x.Number)!;

    /// <summary>Whether the version made last says the same.</summary>
    public bool Says(KpiContent content) => Latest.SaysAs(content);

    /// <summary>Starts the next version from <paramref name="from"/> on. Refused: a retired KPI; a quarter before
    /// <paramref name="current"/> or before that of the latest version; a content that says what the latest says.</summary>
    public KpiVersion Edit(KpiContent content, Quarter from, Quarter current)
    {
        if (IsRetired)
        {
            throw KpiRefusals.Retired.With(("code", Code));
        }

        KpiRules.Check(content);
        var earliest = Latest.From is { } begun && begun > current ? begun : current;
        if (from < earliest)
        {
            throw KpiRefusals.QuarterPast.At("fromQuarter", ("quarter", from.ToString()), ("earliest", earliest.ToString()));
        }

        if (Says(content))
        {
            throw KpiRefusals.NothingChanged.With(("code", Code), ("number", LatestVersion));
        }

        return Add(content, from);
    }

    /// <summary>Takes the KPI out of use. Refused: a second time.</summary>
    public void Retire(DateTimeOffset now)
    {
        if (IsRetired)
        {
            throw KpiRefusals.Retired.With(("code", Code));
        }

        RetiredAt = now;
    }

    /// <summary>Keeps what the name is sorted and found by; called whenever a version was made.</summary>
    public void FindBy(string nameSortKey, string searchText)
    {
        NameSortKey = nameSortKey;
        SearchText = searchText;
    }

    private KpiVersion Add(KpiContent content, Quarter? from)
    {
        LatestVersion++;
        var version = KpiVersion.Of(content, LatestVersion, from);
        _versions.Add(version);
        return version;
    }
}
