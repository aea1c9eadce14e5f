using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Tests.Walks;

/// <summary>Goals of the caller: a template for their position, with more items the second time.</summary>
internal sealed partial class Crowd
{
    private async Task AddGoalsAsync(TrainingDb db)
    {
        _ids["ListEmployeeGoals"] = _caller;
        var position = await db.Assignments.Where(x => x.EmployeeId == _caller).Select(x => x.PositionId).FirstAsync();
        var items = _done == 0 ? 5 : 40;
        // What is counted from events and training is asked for both times.
        var kpis = await db.Kpis.OrderBy(x => x.Code != "K15" && x.Code != "K44").ThenBy(x => x.Id).Select(x => x.Id).Take(items).ToListAsync();
        var ratio = new ScoringMethod(ScoringMethodKind.Ratio) { Direction = KpiDirection.Higher };
        var name = new Bilingual($"目标{_done}", null);
        var template = KpiTemplate.Draft($"GOALS{_done}", new KpiTemplateContent(name, position,
        [
            new TemplateSectionContent(name, 100,
                [.. kpis.Select(x => new TemplateItemContent(x, 100m / items, ratio, ItemScope.Own, 90, TemplateItemContent.UsualCap, null, null, false))]),
        ]));
        template.FindBy($"{_done}", $"目标{_done}");
        template.PublishFromBeginning(app.Clock.GetUtcNow());
        db.KpiTemplates.Add(template);
        await db.FlushAsync(CancellationToken.None);
    }
}
