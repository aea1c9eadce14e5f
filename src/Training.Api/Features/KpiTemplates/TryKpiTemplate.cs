using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.KpiTemplates;

/// <summary>What is tried.</summary>
/// <param name="Quarter">The quarter over whose figures it is tried, the running one at the latest.</param>
/// <param name="Sections">Other sections than those kept, for instance with another curve; they are not kept.</param>
public sealed record TryKpiTemplateRequest(
    Quarter Quarter,
    [ItemCount(1, KpiTemplate.MaxSections)] IReadOnlyList<KpiTemplateSectionRequest>? Sections = null);

/// <summary>How many people have a grade before and after.</summary>
public sealed record TriedGrade(string Grade, int Before, int After);

/// <summary>A KPI that enters nobody's or not everybody's score, because figures or marks are missing.</summary>
/// <param name="People">How many people it is missing for.</param>
public sealed record TriedGap(string KpiCode, string NameZh, string? NameEn, GoalState State, int People);

/// <summary>A person by what holds in the quarter and by what is tried.</summary>
/// <param name="TotalBefore">By the template in force; none where there is none, or no figure.</param>
/// <param name="TotalAfter">By what is tried.</param>
/// <param name="Change">After less before.</param>
public sealed record TriedPerson(
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    decimal? TotalBefore,
    decimal? TotalAfter,
    decimal? Change,
    string? GradeBefore,
    string? GradeAfter);

/// <summary>What a trial comes to. Nothing of it is kept. Both sides are scored by the figures that are there, without marks; what is
/// missing is passed over on both sides and named.</summary>
/// <param name="AsOf">The last day looked at.</param>
/// <param name="TemplateInForceNumber">The version in force in the quarter, where there is one.</param>
/// <param name="MeanBefore">Plain mean of the totals, 2 decimals.</param>
/// <param name="Grades">Every grade, the best first, by the bands of the quarter's cycle, or the usual ones.</param>
/// <param name="Gaps">By what is tried.</param>
/// <param name="People">Who worked in the position in the quarter and may be known to the caller, by employee number.</param>
public sealed record TryKpiTemplateResponse(
    Quarter Quarter,
    DateOnly AsOf,
    string TemplateCode,
    int TemplateNumber,
    int? TemplateInForceNumber,
    decimal? MeanBefore,
    decimal? MeanAfter,
    IReadOnlyList<TriedGrade> Grades,
    IReadOnlyList<TriedGap> Gaps,
    IReadOnlyList<TriedPerson> People);

internal static class TryKpiTemplate
{
    /// <summary>Scores the people of the position over a quarter by the template as it stands or with other sections, beside what
    /// holds. Refused: a quarter that has not begun; sections with faults, each named by its place.</summary>
    internal static async Task<TryKpiTemplateResponse> HandleAsync(
        long id, TryKpiTemplateRequest request, CurrentPerson caller, Visible visible, TrainingDb db, WorkOutScores scores, LookupNotes lookups,
        CancellationToken cancellation)
    {
        var template = await db.KpiTemplates.AsNoTracking().Whole().OneAsync(id, cancellation);
        var tried = WorkOutScores.FactsOf(template);
        if (request.Sections is { } sections)
        {
            var content = template.Content with { Sections = [.. sections.Select(x => x.Content())] };
            await db.CheckAsync(content, cancellation);
            tried = tried with { Sections = content.Sections };
        }

        var people = await PeopleAsync(visible, db, template.PositionId, request.Quarter, cancellation);
        var (before, after) = await scores.TryAsync(people.Keys, request.Quarter, tried, cancellation);
        lookups.NoteScores(caller.AccountId, people.Keys);
        return Answer(template, people.Values, before, after);
    }

    private static Task<Dictionary<long, Person>> PeopleAsync(
        Visible visible, TrainingDb db, long position, Quarter quarter, CancellationToken cancellation)
    {
        var (first, last) = (quarter.FirstDay, quarter.LastDay);
        var placed = db.Assignments.Where(x => x.PositionId == position && x.From <= last && (x.To == null || x.To >= first)).Select(x => x.EmployeeId);
        return visible.Scored().AsNoTracking().Where(x => placed.Contains(x.Id)).OrderBy(x => x.EmployeeNumber)
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
    }

    private static TryKpiTemplateResponse Answer(KpiTemplate template, IEnumerable<Person> people, ScoredQuarter before, ScoredQuarter after)
    {
        var rows = people.Select(x => Row(x, before.Receipts.GetValueOrDefault(x.Id)?.Outcome, after.Receipts.GetValueOrDefault(x.Id)?.Outcome)).ToList();
        var inForce = before.Templates.GetValueOrDefault(template.PositionId);
        return new(
            after.Quarter,
            after.AsOf,
            template.Code,
            template.Number,
            inForce?.Number,
            Mean(rows.Select(x => x.TotalBefore)),
            Mean(rows.Select(x => x.TotalAfter)),
            [.. after.Settings.Bands.Select(x => new TriedGrade(
                x.Grade, rows.Count(y => y.GradeBefore == x.Grade), rows.Count(y => y.GradeAfter == x.Grade)))],
            Gaps(template, after),
            rows);
    }

    private static TriedPerson Row(Person person, OutcomeReceipt? before, OutcomeReceipt? after) => new(
        person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin, before?.Total, after?.Total, after?.Total - before?.Total,
        before?.Grade, after?.Grade);

    private static decimal? Mean(IEnumerable<decimal?> totals)
    {
        var known = totals.OfType<decimal>().ToList();
        return known.Count == 0 ? null : new Fraction(known.Sum(), known.Count).Rounded(ItemScore.Decimals);
    }

    private static List<TriedGap> Gaps(KpiTemplate template, ScoredQuarter after) =>
    [
        .. after.Receipts.Values
            .SelectMany(x => Goal.Of(x).Where(y => y.Segment.TemplateId == template.Id).Select(y => (Who: x.Facts.EmployeeId, y.Item.KpiId, y.State)))
            .Where(x => x.State is GoalState.AwaitsFigures or GoalState.AwaitsMark)
            .Distinct()
            .GroupBy(x => (x.KpiId, x.State))
            .Select(x => (Kpi: after.Kpis[x.Key.KpiId], x.Key.State, People: x.Count()))
            .OrderBy(x => x.Kpi.Kpi.Code, StringComparer.Ordinal)
            .Select(x => new TriedGap(x.Kpi.Kpi.Code, x.Kpi.Version.NameZh, x.Kpi.Version.NameEn, x.State, x.People)),
    ];
}
