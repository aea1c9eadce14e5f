using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Tour;

/// <summary>What came out of the quarters of the demo company, by employee number and quarters ago.</summary>
internal sealed class DemoQuarters
{
    private const int Oldest = 9;
    private readonly Dictionary<(string Number, int Ago), Outcome> _all = [];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Reads all, and holds each result against its receipt.</summary>
    public static async Task<DemoQuarters> ReadAsync(TrainingDb db, DateOnly today)
    {
        var (quarters, current) = (new DemoQuarters(), Quarter.Of(today));
        var rows = await (
            from result in db.AppraisalResults.AsNoTracking()
            join appraisal in db.Appraisals on result.AppraisalId equals appraisal.Id
            join cycle in db.AppraisalCycles on appraisal.CycleId equals cycle.Id
            join person in db.Employees on appraisal.EmployeeId equals person.Id
            orderby result.Number
            select new { Result = result, person.EmployeeNumber, cycle.Code, appraisal.Id }).ToListAsync(Cancellation);
        var segments = (await db.AppraisalSegments.AsNoTracking().ToListAsync(Cancellation)).ToLookup(x => x.AppraisalId);
        foreach (var row in rows)
        {
            var receipt = await RecomputedAsync(db, row.Result);
            quarters._all[(row.EmployeeNumber, current.Since(Quarter.Parse(row.Code)!.Value))] =
                new(row.Result, receipt, [.. segments[row.Id].OrderBy(x => x.FromOn)]);
        }

        return quarters;
    }

    /// <summary>Eight quarters are published, all but the newest of them closed; the last one waits, the running one is open.</summary>
    public async Task StandAsTheyShouldAsync(TrainingDb db, DateOnly today)
    {
        var current = Quarter.Of(today);
        var phases = await db.AppraisalCycles.ToDictionaryAsync(x => x.Code, x => x.Phase, Cancellation);
        Assert.Equal(
            [AppraisalCyclePhase.SelfReview, AppraisalCyclePhase.Published, .. Enumerable.Repeat(AppraisalCyclePhase.Closed, 7)],
            Enumerable.Range(1, Oldest).Select(x => phases[current.Before(x).ToString()]));
        Assert.True(!phases.TryGetValue(current.ToString(), out var open) || open == AppraisalCyclePhase.Open);
        Assert.Equal(Enumerable.Range(2, 8), _all.Keys.Select(x => x.Ago).Distinct().Order());
        var latest = current.Previous.ToString();
        Assert.Equal(_all.Count, await db.Appraisals.CountAsync(
            x => x.Stage == AppraisalStage.Published || x.Stage == AppraisalStage.Closed, Cancellation));
        Assert.False(await db.Appraisals.AnyAsync(x => x.Stage != AppraisalStage.Published && x.Stage != AppraisalStage.Closed
            && db.AppraisalCycles.Any(y => y.Id == x.CycleId && (y.Phase == AppraisalCyclePhase.Published || y.Phase == AppraisalCyclePhase.Closed)),
            Cancellation));
        var waiting = db.Appraisals.Where(x => db.AppraisalCycles.Any(y => y.Id == x.CycleId && y.Code == latest));
        Assert.Equal(["D012"], await (
            from segment in db.AppraisalSegments.Where(x => x.Days > 0 && x.State == AppraisalSegmentState.Open)
            join appraisal in waiting on segment.AppraisalId equals appraisal.Id
            join person in db.Employees on appraisal.EmployeeId equals person.Id
            select person.EmployeeNumber).ToListAsync(Cancellation));
        Assert.False(await db.SelfReviews.AnyAsync(x => waiting.Any(y => y.Id == x.AppraisalId && y.EmployeeId
            == db.Employees.First(z => z.EmployeeNumber == "D012").Id), Cancellation));
        Assert.Equal(
            [SelfReviewState.Submitted, SelfReviewState.NotGiven, SelfReviewState.NotAsked],
            (await db.SelfReviews.Select(x => x.State).Distinct().ToListAsync(Cancellation)).Order());
        Assert.True(await db.AppraisalResults.AnyAsync(x => x.Agrees == true, Cancellation));
        Assert.True(await db.AppraisalResults.AnyAsync(x => x.Agrees == false, Cancellation));
    }

    /// <summary>Every case that <c>docs/tour.md</c> names.</summary>
    public async Task HaveTheCasesOfTheTourAsync(TrainingDb db)
    {
        var departments = await db.Departments.ToDictionaryAsync(x => x.Id, x => x.Code, Cancellation);
        var numbers = await db.Employees.ToDictionaryAsync(x => x.Id, x => x.EmployeeNumber, Cancellation);
        string? Number(long? id) => id is { } of ? numbers[of] : null;

        Assert.Equal(["CS", "ES"], Of("D014", 4).Segments.Select(x => departments[x.DepartmentId]));
        Assert.Equal(["D011", "D041"], Of("D014", 4).Segments.Select(x => Number(x.ScoredById)));
        Assert.Equal(["CS", "CS"], Of("D018", 6).Segments.Select(x => departments[x.DepartmentId]));
        Assert.Equal(["D011", "D009"], Of("D018", 6).Segments.Select(x => Number(x.ScoredById)));
        var vacant = Assert.Single(Of("D050", 2).Segments);
        Assert.Equal(("D042", "D040"), (Number(vacant.SupervisorId), Number(vacant.ScoredById)));
        Assert.DoesNotContain(_all.Keys, x => x.Number is "D020" or "D001");
        Assert.All(Enumerable.Range(2, 8), x => Assert.Equal(("D040", "D010"), (
            Number(Of("D010", x).Segments[0].ScoredById), Number(Of("D040", x).Segments[0].ScoredById))));
        HaveTheirDays();
        HaveTheirItems();
        await HaveTheirVersionsAsync(db);
    }

    private void HaveTheirDays()
    {
        var (joiner, leaver) = (Of("D074", 5), Of("D047", 3));
        Assert.DoesNotContain(("D074", 6), _all.Keys);
        Assert.InRange(joiner.Result.CountedDays, 59, 63);
        Assert.InRange(leaver.Result.CountedDays, 50, 52);
        Assert.DoesNotContain(("D047", 2), _all.Keys);
        Assert.All([joiner, leaver], x => Assert.NotNull(x.Result.Final));
        Assert.InRange(Of("D061", 6).Result.CountedDays, 39, 41);
        Assert.Equal(UnratedReason.OnLeave, Of("D061", 5).Result.Unrated);
        Assert.InRange(Of("D061", 4).Result.CountedDays, 65, 85);
        Assert.Equal((UnratedReason.TooNew, (decimal?)null), (Of("D075", 3).Result.Unrated, Of("D075", 3).Result.Final));
    }

    private void HaveTheirItems()
    {
        var limited = Of("D037", 4);
        Assert.Equal(("C", true), (limited.Result.Grade, string.CompareOrdinal(limited.Result.Band, "C") < 0));
        Assert.Equal("K15", Item(limited, limited.Receipt.Outcome.Cause!.KpiId!.Value).KpiCode);
        Assert.Equal(3m, Item(limited, limited.Receipt.Outcome.Cause!.KpiId!.Value).Actual!.Actual);
        var aside = Assert.Single(Items(Of("D031", 7)), x => x.SetAside == SetAsideReason.NotApplicable);
        Assert.Equal(("K29", "换仓期间物流平台没有跟踪数据"), (aside.KpiCode, aside.SetAsideNote));
        Assert.Equal("K01", Assert.Single(Items(Of("D036", 6)), x => x.Actual?.IsThin == true).KpiCode);
        Assert.DoesNotContain(Items(Of("D036", 7)), x => x.Actual?.IsThin == true);
        Assert.Equal((1.5m, Of("D012", 3).Result.Total + 1.5m), (Of("D012", 3).Result.Adjusted, Of("D012", 3).Result.Final));
        var grades = _all.Values.CountBy(x => x.Result.Grade ?? "").ToDictionary();
        Assert.True(grades["A"] * 100 < _all.Count * 40 && grades["B"] > 0 && grades["C"] > 0 && grades["D"] > 0, string.Join(", ", grades));
    }

    private async Task HaveTheirVersionsAsync(TrainingDb db)
    {
        var (upheld, rejected, corrected) = (Of("D018", 5), Of("D037", 4), Of("D036", 2));
        Assert.Equal((2, ResultCause.Appeal, upheld.Result.Total + 2), (upheld.Result.Number, upheld.Result.Cause, upheld.Result.Final));
        Assert.Equal((2, ResultCause.Correction), (corrected.Result.Number, corrected.Result.Cause));
        Assert.Contains(corrected.Receipt.Facts.Measurements, x => x is { Value: 97, Origin: "demo" });
        Assert.Equal((1, ResultCause.Publication), (rejected.Result.Number, rejected.Result.Cause));
        var appeals = await db.Appeals.ToDictionaryAsync(x => x.AppraisalId, x => x.State, Cancellation);
        Assert.Equal(
            (AppealState.UpheldByAdjustment, AppealState.Rejected, 2),
            (appeals[upheld.Result.AppraisalId], appeals[rejected.Result.AppraisalId], appeals.Count));
    }

    private static async Task<Receipt> RecomputedAsync(TrainingDb db, AppraisalResult result)
    {
        var text = await db.ReceiptTextAsync(result.Id, Cancellation);
        var receipt = ReceiptText.Read(text);
        Assert.Equal(result.ReceiptSha256, Receipts.Sha256(text));
        Assert.True(receipt.IsSound(), text);
        var again = receipt.Recompute().Outcome;
        Assert.Equal(
            (result.CountedDays, result.Unrated, result.Total, result.Adjusted, result.Final, result.Band, result.Grade),
            (again.CountedDays, again.Unrated, again.Total, again.Adjusted, again.Final, again.Band, again.Grade));
        return receipt;
    }

    private Outcome Of(string number, int ago) => _all[(number, ago)];

    private static IEnumerable<ItemReceipt> Items(Outcome of) => of.Receipt.Segments.SelectMany(x => x.Sections).SelectMany(x => x.Items);

    private static ItemReceipt Item(Outcome of, long kpiId) => Items(of).First(x => x.KpiId == kpiId);

    private sealed record Outcome(AppraisalResult Result, Receipt Receipt, IReadOnlyList<AppraisalSegment> Segments);
}
