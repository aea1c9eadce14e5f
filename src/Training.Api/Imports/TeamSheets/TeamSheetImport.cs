using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Api.Spreadsheets;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Imports.TeamSheets;

/// <summary>A rater's marks by workbook: downloaded with what is to be marked, filled in offline, and kept as drafts, which the rater submits
/// segment by segment. A row is recognised by quarter, person, segment and KPI; one of a segment that has changed since it was downloaded is
/// refused. What was marked stands in no log: until it is submitted it is the rater's alone.</summary>
internal sealed class TeamSheetImport(TrainingDb db, TeamSegments team, OrganisationClock clock) : ImportKind
{
    private const string Kind = "teamSheet";
    private const int MostDecimals = 2;
    private const int LongestName = 200;
    private static readonly ImportColumns Make = new(Kind);
    private static readonly ImportColumn<string> Cycle = Make.Key("quarter", required: true, example: _ => "2026Q4");
    private static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007");
    private static readonly ImportColumn<string> PersonName = Make.Text("employeeName", LongestName);
    private static readonly ImportColumn<decimal?> Segment = Make.Decimal("segment", 0, example: 1);
    private static readonly ImportColumn<string> KpiCode = Make.Key("kpiCode", required: true, example: _ => "K52");
    private static readonly ImportColumn<string> KpiName = Make.Text("kpiName", LongestName);
    private static readonly ImportColumn<string> Scale = Make.Text("scale", LongestName);
    private static readonly ImportColumn<decimal?> Mark = Make.Decimal("mark", MostDecimals, example: 4);
    private static readonly ImportColumn<string> Text = Make.Text("text", AppraisalSegment.MaxTextLength);
    private static readonly ImportColumn<decimal?> Version =
        new(Kind, "version", CellKind.Decimal, cell => CellParsing.Decimal(cell, 0)) { IsRequired = true, Example = _ => 1 };

    public override string Name => Kind;

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Cycle, Number, PersonName, Segment, KpiCode, KpiName, Scale, Mark, Text, Version];

    public override string? Lock => CycleQueries.Lock;

    /// <summary>Drafts are changed again, not taken back.</summary>
    public override bool IsUndoable => false;

    public override string? KeyOf(ImportRow row) => row.Get(Cycle) is { } quarter && row.Get(Number) is { } number && row.Get(KpiCode) is { } kpi
        ? $"{quarter} {number} {row.Get(Segment) ?? 1} {kpi}"
        : null;

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var found = await team.OfAsync(
            [.. rows.Select(x => x.Get(Cycle)).OfType<string>().Distinct()], [.. rows.Select(x => x.Get(Number)).OfType<string>().Distinct()], cancellation);
        var known = found.ToDictionary(x => (x.Quarter, x.EmployeeNumber, x.Segment.Number));
        var marks = new List<(PlannedRow Plan, TeamSegment Of, ItemMark Mark)>();
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(x => Plan(x, known, marks))];
        return new(planned, _ =>
        {
            foreach (var segment in marks.Where(x => x.Plan.Outcome == ImportOutcome.Changed).GroupBy(x => x.Of))
            {
                List<ItemMark> given = [.. segment.Select(x => x.Mark)];
                var kept = segment.Key.Segment.Marks.Where(x => given.TrueForAll(y => y.KpiId != x.KpiId));
                segment.Key.Segment.KeepDraft([.. kept, .. given], segment.Key.Segment.Remark, segment.Key.Items);
            }

            return Task.CompletedTask;
        });
    }

    /// <summary>What waits for the caller's marks, with the drafts that there are.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var open = await team.OpenAsync(cancellation);
        var ids = open.SelectMany(x => x.Items).Where(x => x.IsRated).Select(x => x.KpiId).Distinct().ToList();
        var names = await db.Kpis.AsNoTracking().Where(x => ids.Contains(x.Id)).Latest()
            .Select(x => new { x.Kpi.Id, x.Content.NameZh, x.Content.NameEn }).ToDictionaryAsync(x => x.Id, cancellation);
        return
        [
            .. open.SelectMany(x => x.Items.Where(y => y.IsRated).Select(item =>
            {
                var (draft, name) = (x.Segment.Marks.FirstOrDefault(y => y.KpiId == item.KpiId), names[item.KpiId]);
                return (IReadOnlyList<object?>)
                [
                    x.Quarter, x.EmployeeNumber, x.NameZh, x.Segment.Number, item.KpiCode,
                    language == Language.English ? name.NameEn ?? name.NameZh : name.NameZh,
                    Texts.OfValue(language, item.Method.Scale ?? RatingScale.Hundred), draft?.Value, draft?.Text, x.Segment.Version,
                ];
            })),
        ];
    }

    private PlannedRow Plan(
        ImportRow row, Dictionary<(string, string, int), TeamSegment> known, List<(PlannedRow Plan, TeamSegment Of, ItemMark Mark)> marks)
    {
        var plan = new PlannedRow(row, KeyOf(row));
        if (plan.HasFaults)
        {
            return plan;
        }

        var segment = row.Get(Segment) ?? 1;
        if (segment != Math.Clamp(segment, 1, 1000) || !known.TryGetValue((row.Get(Cycle)!, row.Get(Number)!, (int)segment), out var of))
        {
            plan.Fault(Number, TeamSheetRefusals.NotYours, ("number", row.Get(Number)), ("segment", segment));
        }
        else if (row.Get(Version) != of.Segment.Version)
        {
            plan.Fault(Version, TeamSheetRefusals.Changed, ("version", row.Get(Version)), ("current", of.Segment.Version));
        }
        else if (of.Items.FirstOrDefault(x => string.Equals(x.KpiCode, row.Get(KpiCode), StringComparison.OrdinalIgnoreCase)) is not { } item)
        {
            plan.Fault(KpiCode, ImportRefusals.UnknownCode, ("value", row.Get(KpiCode)));
        }
        else
        {
            var old = of.Segment.Marks.FirstOrDefault(x => x.KpiId == item.KpiId);
            var mark = new ItemMark(item.KpiId, row.Get(Mark), row.GetOr(Text, old?.Text));
            plan.Compare(Mark, old?.Value, mark.Value);
            plan.Compare(Text, old?.Text, mark.Text);
            Check(plan, of, mark);
            marks.Add((plan, of, mark));
        }

        return plan;
    }

    private void Check(PlannedRow plan, TeamSegment of, ItemMark mark)
    {
        try
        {
            of.Require(clock);
            SegmentMarks.Check([mark], of.Items, isWhole: false);
        }
        catch (RuleViolation refused)
        {
            plan.Fault(Mark, refused.Refusal, [.. refused.Values]);
        }
    }
}

/// <summary>Why a row of a team sheet is refused.</summary>
internal static class TeamSheetRefusals
{
    /// <summary>The caller rates no such segment. Values: number, segment.</summary>
    public static readonly Refusal NotYours = Refusal.State("teamSheet.notYours");

    /// <summary>The segment has changed since the sheet was downloaded. Values: version, current.</summary>
    public static readonly Refusal Changed = Refusal.State("teamSheet.changed");
}
