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
    long Id, string Code, string NameZh, string? NameEn, PlanRecurrence Recurrence, decimal? ClassHours, decimal? PracticeHours, int Items,
    DateTimeOffset? RetiredAt, int Version);

internal static class ListPlanTemplates
{
    private static readonly Sorts<PlanTemplate> Fields = new(x => x.Id, "code") { { "code", x => x.Code }, { "name", x => x.NameSortKey } };

    /// <summary>The plan templates; <c>code</c> finds one by its code (<c>TP06</c>), whatever the case; <c>q</c> looks in code, names and
    /// the initials of both names; <c>retired</c> keeps only the retired (<c>true</c>) or only those in use (<c>false</c>).</summary>
    internal static ListOf<PlanTemplateListItem> Handle(
        [FromQuery(Name = "code")] string? code,
        [FromQuery(Name = "recurrence")] Choice<PlanRecurrence>? recurrence,
        [FromQuery(Name = "retired")] bool? retired,
        [AsParameters] SearchRequest list,
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

        if (retired is { } isRetired)
        {
            templates = templates.Where(x => x.RetiredAt != null == isRetired);
        }

        if (list.Typed is { } typed)
        {
            templates = templates.Where(x => x.SearchText.Contains(typed));
        }

        return ListOf.From(
            templates,
            Fields,
            x => new PlanTemplateListItem(
                x.Id, x.Code, x.NameZh, x.NameEn, x.Recurrence, x.ClassHours, x.PracticeHours, x.Items.Count, x.RetiredAt, x.Version),
            list);
    }
}
