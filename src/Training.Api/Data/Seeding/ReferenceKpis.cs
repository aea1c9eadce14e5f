using Microsoft.EntityFrameworkCore;
using Training.Api.Localization;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

/// <summary>KPIs refer to courses, positions and kinds of performance events, by code: they are loaded after them.</summary>
internal sealed partial class ReferenceSeed
{
    private async Task LoadKpisAsync(
        ReferenceFolder files, Dictionary<string, long> courses, ReferenceReport report, CancellationToken cancellation)
    {
        var positions = await db.Positions.ToDictionaryAsync(x => x.Code, x => x.Id, cancellation);
        var rows = files.Rows<KpiRow>("kpis.json", "kpis");
        var kinds = await db.PerformanceEventKinds.Select(x => x.Code).ToListAsync(cancellation);
        if (rows.FirstOrDefault(x => x.Content.EventKindCode is { } kind && !kinds.Contains(PlainText.Key(kind))) is { } row)
        {
            throw row.Fault(
                "eventKindCode",
                $"there is no kind of event {row.Content.EventKindCode}; accepted is the code of a kind of performance-event-kinds.json or of the organisation.");
        }

        await Kpis(courses, positions).LoadAsync(db, rows, report, cancellation);
    }

    /// <summary>A file that says something new is the KPI's next version, from the current quarter on; the quarters before keep theirs.</summary>
    private ReferenceKind<KpiRow, Kpi> Kpis(Dictionary<string, long> courses, Dictionary<string, long> positions) => new(
        "kpi",
        x => x.Code,
        cancellation => db.Kpis.Select(x => new KnownRecord(x.Code, x.Id, x.Version)).ToListAsync(cancellation),
        db.Kpis.Include(x => x.Versions).ThenInclude(x => x.Courses).Include(x => x.Versions).ThenInclude(x => x.Positions),
        row => Indexed(Kpi.Create(row.Content.Code, Content(row, courses, positions))),
        (kpi, row) =>
        {
            var (content, current) = (Content(row, courses, positions), Quarter.Of(clock.Today));
            if (!kpi.Says(content))
            {
                kpi.Edit(content, current, current);
                Indexed(kpi);
            }
        });

    private static Kpi Indexed(Kpi kpi)
    {
        kpi.FindBy(CourseText.SortKey(kpi.Latest.NameZh), CourseText.SearchText(kpi.Latest.NameZh, kpi.Latest.NameEn, kpi.Code));
        return kpi;
    }

    private static KpiContent Content(ReferenceRow<KpiRow> row, Dictionary<string, long> courses, Dictionary<string, long> positions) =>
        row.Content.Content(
            [.. row.Content.CourseCodes.Select((x, i) => CourseId(row, $"courseCodes[{i}]", x, courses))],
            [.. row.Content.PositionCodes.Select((x, i) => positions.TryGetValue(PlainText.Key(x), out var id)
                ? id
                : throw row.Fault($"positionCodes[{i}]", $"there is no position {x}; accepted is the code of a position of positions.json or of the organisation."))]);
}
