using Microsoft.EntityFrameworkCore;
using Training.Api.Localization;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Data.Seeding;

/// <summary>Templates refer to positions and KPIs by code. What is published stays as it is: a file that says something new is the next
/// version.</summary>
internal sealed partial class ReferenceSeed
{
    private async Task LoadKpiTemplatesAsync(ReferenceFolder files, ReferenceReport report, CancellationToken cancellation)
    {
        var rows = files.Rows<KpiTemplateRow>("kpi-templates.json", "kpiTemplates");
        if (rows.Count == 0)
        {
            return;
        }

        var positions = await db.Positions.ToDictionaryAsync(x => x.Code, x => x.Id, cancellation);
        var kpis = await db.Kpis.AsNoTracking().Include(x => x.Versions).AsSplitQuery().ToListAsync(cancellation);
        await KpiTemplates(positions, kpis).LoadAsync(db, rows, report, cancellation);
    }

    /// <summary>The first version holds from the beginning, so that quarters gone by have one; the next from the current quarter on.</summary>
    private ReferenceKind<KpiTemplateRow, KpiTemplate> KpiTemplates(Dictionary<string, long> positions, List<Kpi> kpis)
    {
        var (byCode, byId) = (kpis.ToDictionary(x => x.Code, StringComparer.Ordinal), kpis.ToDictionary(x => x.Id));
        return new(
            "kpiTemplate",
            x => x.Code,
            async cancellation => [.. (await db.KpiTemplates.Select(x => new { x.Code, x.Number, x.Id, x.Version }).ToListAsync(cancellation))
                .GroupBy(x => x.Code, (_, versions) => versions.MaxBy(x => x.Number)!).Select(x => new KnownRecord(x.Code, x.Id, x.Version))],
            db.KpiTemplates.Include(x => x.Sections).ThenInclude(x => x.Items),
            row =>
            {
                var template = KpiTemplate.Draft(row.Content.Code, TemplateContent(row, positions, byCode, byId));
                template.PublishFromBeginning(db.Stamp.Now);
                return Indexed(template);
            },
            (_, _) => throw new InvalidOperationException("A published template is not edited."))
        {
            Next = (template, row) => db.Add(Next(template, row, TemplateContent(row, positions, byCode, byId))).Entity,
        };
    }

    private KpiTemplate Next(KpiTemplate template, ReferenceRow<KpiTemplateRow> row, KpiTemplateContent content)
    {
        if (content.PositionId != template.PositionId)
        {
            throw row.Fault("positionCode", $"template {template.Code} is for another position; accepted is the position it has, or another code.");
        }

        var next = template.Revise(template.Number + 1);
        next.Edit(content);
        var current = Quarter.Of(clock.Today);
        var from = Quarter.Parse(template.FromQuarter) is { } begun && begun > current ? begun : current;
        next.Publish(from, from, db.Stamp.Now);
        return Indexed(next);
    }

    private static KpiTemplate Indexed(KpiTemplate template)
    {
        template.FindBy(CourseText.SortKey(template.NameZh), CourseText.SearchText(template.NameZh, template.NameEn, template.Code));
        return template;
    }

    private static KpiTemplateContent TemplateContent(
        ReferenceRow<KpiTemplateRow> row, Dictionary<string, long> positions, Dictionary<string, Kpi> byCode, Dictionary<long, Kpi> byId)
    {
        if (!positions.TryGetValue(PlainText.Key(row.Content.PositionCode), out var position))
        {
            throw row.Fault(
                "positionCode",
                $"there is no position {row.Content.PositionCode}; accepted is the code of a position of positions.json or of the organisation.");
        }

        var content = row.Content.Content(position, (place, code) => byCode.TryGetValue(PlainText.Key(code), out var kpi)
            ? kpi.Id
            : throw row.Fault(place, $"there is no KPI {code}; accepted is the code of a KPI of kpis.json or of the library."));
        KpiTemplateKpis.Check(content, byId);
        return content;
    }
}
