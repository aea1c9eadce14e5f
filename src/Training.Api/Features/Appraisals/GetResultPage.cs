using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.Appraisals;

internal static class GetResultPage
{
    /// <summary>What was published last of an appraisal, as a form to be printed on A4 and signed, in the reader's language: every item with its
    /// target, actual and score, the adjustments, and the talk about it. Refused: to who sees some of its segments alone; before it is
    /// published.</summary>
    internal static async Task<PrintedPage> HandleAsync(
        long id, HttpContext http, Visible visible, CurrentPerson caller, LookupNotes lookups, ResultPage page, TrainingDb db, OrganisationClock clock,
        CancellationToken cancellation)
    {
        var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
        await visible.RequireWholeAsync(appraisal, cancellation);
        var result = await db.RequireResultAsync(appraisal, clock, cancellation);
        lookups.NoteScores(caller.AccountId, [appraisal.EmployeeId]);
        return await page.MakeAsync(appraisal, result, ReaderLanguage.Of(http), cancellation);
    }
}

/// <summary>Lays a published result out for paper.</summary>
internal sealed class ResultPage(TrainingDb db, OrganisationClock clock)
{
    private static readonly string[] Items =
        ["column.sectionNameZh", "column.kpiCode", "column.kpiNameZh", "column.weight", "column.target", "column.actual", "column.score"];

    public async Task<PrintedPage> MakeAsync(Appraisal appraisal, ResultDays result, Language language, CancellationToken cancellation)
    {
        var receipt = ReceiptText.Read(await db.ReceiptTextAsync(result.Result.Id, cancellation));
        var (id, person) = (appraisal.Id, appraisal.EmployeeId);
        var employee = await db.Employees.AsNoTracking().SingleAsync(x => x.Id == person, cancellation);
        var held = await db.AppraisalInterviews.AsNoTracking().SingleOrDefaultAsync(x => x.AppraisalId == id, cancellation);
        string Text(string code) => Texts.Of(language, code);
        var named = new Person(person, employee.EmployeeNumber, employee.NameZh, employee.NameLatin);
        var page = new PrintedPage(language, $"{Text("page.result")} · {receipt.Facts.Quarter} · {named.In(language)}");
        page.Facts(Outcome(language, employee.EmployeeNumber, receipt, result));
        await SegmentsAsync(page, language, receipt, cancellation);
        Adjustments(page, language, receipt);
        if (held is not null)
        {
            page.Heading(Text("page.interview")).Facts(
                (Text("column.heldOn"), held.HeldOn), (Text("column.points"), held.Points), (Text("column.agreedSteps"), held.AgreedSteps));
        }

        page.Heading(Text("page.signatures")).Table(
            [Text("page.role"), Text("page.name"), Text("page.signature"), Text("page.date")],
            new[] { "page.person", "page.supervisor", "page.humanResources" }.Select(x => (IReadOnlyList<object?>)
                [Text(x), PrintedPage.Blank.Cell, PrintedPage.Blank.Cell, PrintedPage.Blank.Cell]));
        return page;
    }

    private IEnumerable<(string Name, object? Value)> Outcome(Language language, string number, Receipt receipt, ResultDays result)
    {
        var (outcome, today) = (receipt.Outcome, clock.Today);
        string Text(string code) => Texts.Of(language, code);
        return
        [
            (Text("column.employeeNumber"), number),
            (Text("column.version"), receipt.Facts.Number),
            (Text("column.days"), outcome.CountedDays),
            (Text("column.total"), outcome.Total),
            (Text("column.adjusted"), outcome.Total is null ? null : outcome.Adjusted),
            (Text("column.final"), outcome.Final),
            (Text("column.grade"), outcome.Grade),
            (Text("column.unrated"), outcome.Unrated),
            (Text("column.acknowledgement"), result.Result.StateOn(today, result.AcknowledgeUntil, result.Appeal?.DecidedAt)),
            (Text("page.printedOn"), $"{TextForm.Of(today, language)} ({clock.ZoneName})"),
        ];
    }

    private async Task SegmentsAsync(PrintedPage page, Language language, Receipt receipt, CancellationToken cancellation)
    {
        var places = receipt.Segments.Select(x => x.Segment.Placement).ToList();
        var (departmentIds, positionIds) = (places.ConvertAll(x => x.DepartmentId), places.ConvertAll(x => x.PositionId));
        var kpiIds = receipt.Facts.Kpis.Select(x => x.KpiId).ToList();
        var departments = await db.Departments.AsNoTracking().Where(x => departmentIds.Contains(x.Id))
            .ToDictionaryAsync(x => x.Id, x => new Bilingual(x.NameZh, x.NameEn), cancellation);
        var positions = await db.Positions.AsNoTracking().Where(x => positionIds.Contains(x.Id))
            .ToDictionaryAsync(x => x.Id, x => new Bilingual(x.NameZh, x.NameEn), cancellation);
        var names = await db.Kpis.AsNoTracking().Where(x => kpiIds.Contains(x.Id)).SelectMany(x => x.Versions, (kpi, version) => new { kpi.Id, version })
            .ToDictionaryAsync(x => (x.Id, x.version.Number), x => new Bilingual(x.version.NameZh, x.version.NameEn), cancellation);
        foreach (var segment in receipt.Segments)
        {
            var (department, position) = (departments[segment.Segment.Placement.DepartmentId], positions[segment.Segment.Placement.PositionId]);
            page.Heading(Texts.Of(
                language, "page.segment", ("number", segment.Segment.Number), ("from", segment.Segment.Spans[0].From), ("to", segment.Segment.Spans[^1].To),
                ("days", segment.Days)));
            page.Facts(
                (Texts.Of(language, "column.departmentName"), department), (Texts.Of(language, "column.positionName"), position),
                (Texts.Of(language, "column.segmentTotal"), segment.Total));
            page.Table(
                [.. Items.Select(x => Texts.Of(language, x))],
                segment.Sections.SelectMany(section => section.Items.Select(item => (IReadOnlyList<object?>)
                [
                    section.Name, item.KpiCode, names[(item.KpiId, item.KpiNumber)], item.Weight, item.Target, item.Actual?.Actual,
                    item.SetAside is { } reason ? Texts.OfValue(language, reason) : item.Score?.Score,
                ])));
        }
    }

    private static void Adjustments(PrintedPage page, Language language, Receipt receipt)
    {
        if (receipt.Facts.Adjustments.Count == 0)
        {
            return;
        }

        page.Heading(Texts.Of(language, "page.adjustments")).Table(
            [Texts.Of(language, "page.points"), Texts.Of(language, "column.reason")],
            receipt.Facts.Adjustments.Select(x => (IReadOnlyList<object?>)[x.Points, x.Reason]));
    }
}
