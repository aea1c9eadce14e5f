using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.PlanTemplates;

/// <summary>A plan template in the list.</summary>
public sealed record PlanTemplateListItem(
    long Id, string Code, string NameZh, string? NameEn, PlanRecurrence Recurrence, decimal? ClassHours, decimal? PracticeHours, int Items, int Version);

internal static class ListPlanTemplates
{
    private static readonly Sorts<PlanTemplate> Fields = new(x => x.Id, "code") { { "code", x => x.Code } };

    /// <summary>The plan templates; <c>code</c> finds one by its code (<c>TP06</c>), whatever the case.</summary>
    internal static ListOf<PlanTemplateListItem> Handle(
        [FromQuery(Name = "code")] string? code,
        [FromQuery(Name = "recurrence")] Choice<PlanRecurrence>? recurrence,
        [AsParameters] ListRequest list,
        TrainingDb db)
    {
        var templates = db.PlanTemplates.AsNoTracking();
        if (code is not null)
        {
            var key = PlainText.Key(code);
            templates = templates.Where(x => x.Code == key);
        }

        if (recurrence is { Value: var asked })
        {
            templates = templates.Where(x => x.Recurrence == asked);
        }

        return ListOf.From(
            templates,
            Fields,
            x => new PlanTemplateListItem(
                x.Id, x.Code, x.NameZh, x.NameEn, x.Recurrence, x.ClassHours, x.PracticeHours, x.Items.Count, x.Version),
            list);
    }
}
