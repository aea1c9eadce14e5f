using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Tests.Walks;

/// <summary>Templates by which people are scored.</summary>
internal sealed partial class Crowd
{
    private async Task AddKpiTemplatesAsync(TrainingDb db, int count)
    {
        var position = await db.Positions.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync();
        var kpi = await db.Kpis.OrderBy(x => x.Id).Select(x => x.Id).FirstAsync();
        var ratio = new ScoringMethod(ScoringMethodKind.Ratio) { Direction = KpiDirection.Higher };
        var item = new TemplateItemContent(kpi, 100, ratio, ItemScope.Own, 90, TemplateItemContent.UsualCap, null, null, false);
        foreach (var i in New(count))
        {
            var name = new Bilingual($"众{i}", null);
            var template = KpiTemplate.Draft($"Q{i}", new KpiTemplateContent(name, position, [new TemplateSectionContent(name, 100, [item])]));
            template.FindBy($"{i}", $"众{i}");
            template.PublishFromBeginning(app.Clock.GetUtcNow());
            db.KpiTemplates.Add(template);
        }

        await db.FlushAsync(CancellationToken.None);
    }
}
