using Training.Domain.Calendars;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>What a cycle must keep to before a quarter can be appraised by it.</summary>
public static class AppraisalCycleRules
{
    /// <summary>Refuses a content with faults, each named at its place as in the JSON (<c>settings.bands[1].from</c>), what no state of the
    /// data would mend before the rest.</summary>
    public static void Check(Quarter quarter, AppraisalCycleContent content, CycleReferences known)
    {
        ArgumentNullException.ThrowIfNull(content);
        ArgumentNullException.ThrowIfNull(known);
        var improvement = ScoringSettings.NumberFault(
            "improvementBelow", content.ImprovementBelow, 0, content.Settings.FinalCap, ItemScore.Decimals);
        RuleViolation.ThrowAll(
        [
            .. content.Dates.Faults(quarter, "dates."),
            .. content.Settings.Faults("settings."),
            .. content.Distribution.Faults(content.Settings, "distribution."),
            .. EventCeilingFaults(content, known.Kinds),
            .. improvement is null ? (RuleViolation[])[] : [improvement],
            .. TemplateFaults(quarter, content, known.Templates),
            .. ItemCeilingFaults(content, known.Templates),
        ]);
    }

    private static IEnumerable<RuleViolation> EventCeilingFaults(
        AppraisalCycleContent content, IReadOnlyDictionary<long, PerformanceEventKind> kinds)
    {
        var first = new Dictionary<(long, EventSeverity), string>();
        foreach (var (i, ceiling) in content.EventCeilings.Index())
        {
            var place = $"eventCeilings[{i}]";
            if (!kinds.TryGetValue(ceiling.KindId, out var kind))
            {
                yield return PerformanceEventRefusals.KindUnknown.At($"{place}.kindId", ("kindId", ceiling.KindId));
            }
            else if (kind.Severity == EventDetailUse.NotTaken)
            {
                yield return AppraisalCycleRefusals.SeverityNotTaken.At($"{place}.severity", ("kind", new Bilingual(kind.NameZh, kind.NameEn)));
            }

            if (content.Settings.GradeFault($"{place}.grade", ceiling.Grade) is { } unknown)
            {
                yield return unknown;
            }

            if (!first.TryAdd((ceiling.KindId, ceiling.Severity), place))
            {
                yield return AppraisalCycleRefusals.CeilingTwice.At(place, ("place", first[(ceiling.KindId, ceiling.Severity)]));
            }
        }
    }

    private static IEnumerable<RuleViolation> TemplateFaults(
        Quarter quarter, AppraisalCycleContent content, IReadOnlyDictionary<long, KpiTemplate> templates)
    {
        var first = new Dictionary<long, string>();
        foreach (var (i, named) in content.Templates.Index())
        {
            var place = $"templates[{i}]";
            if (TemplateFault($"{place}.templateId", quarter, named, templates.GetValueOrDefault(named.TemplateId)) is { } fault)
            {
                yield return fault;
            }

            if (!first.TryAdd(named.PositionId, place))
            {
                yield return AppraisalCycleRefusals.PositionTwice.At(
                    $"{place}.positionId", ("positionId", named.PositionId), ("place", first[named.PositionId]));
            }
        }
    }

    private static RuleViolation? TemplateFault(string place, Quarter quarter, CycleTemplate named, KpiTemplate? template) => template switch
    {
        null => AppraisalCycleRefusals.TemplateUnknown.At(place, ("templateId", named.TemplateId)),
        _ when template.PositionId != named.PositionId => AppraisalCycleRefusals.TemplateOfOtherPosition.At(
            place, ("code", template.Code), ("positionId", named.PositionId)),
        { State: KpiTemplateState.Draft } => AppraisalCycleRefusals.TemplateDraft.At(place, ("code", template.Code), ("number", template.Number)),
        _ when Quarter.Parse(template.RetiredFromQuarter) is { } retired && retired <= quarter => AppraisalCycleRefusals.TemplateRetired.At(
            place, ("code", template.Code), ("number", template.Number), ("from", retired.ToString()), ("quarter", quarter.ToString())),
        _ => null,
    };

    // An item of a template may limit the grade to one that these bands do not have.
    private static IEnumerable<RuleViolation> ItemCeilingFaults(AppraisalCycleContent content, IReadOnlyDictionary<long, KpiTemplate> templates)
    {
        var grades = content.Settings.Bands.Select(x => x.Grade).ToList();
        return grades.Count == 0 ? [] : content.Templates.Select(x => templates.GetValueOrDefault(x.TemplateId)).OfType<KpiTemplate>()
            .SelectMany(x => x.Sections).SelectMany(x => x.Items).Select(x => x.CeilingGrade).OfType<string>().Distinct()
            .Except(grades)
            .Select(x => AppraisalRefusals.CeilingGradeUnknown.At("settings.bands", ("grade", x), ("grades", grades)));
    }
}
