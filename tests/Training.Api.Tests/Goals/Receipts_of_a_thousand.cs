using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Tests.Goals;

/// <summary>Whichever store keeps the facts, the receipts are the same to the last byte, and each can be worked out again from itself.</summary>
public sealed class Receipts_of_a_thousand(TrainingApp app) : IClassFixture<TrainingApp>
{
    /// <summary>Of the receipts without ids, which each store gives as it likes. The same constant holds on both.</summary>
    private const string Sha256OfAll = "6b1f7fa8649297ae3a35838b9bcce9f99e761871ce2a1727ae5d34403c6cdf91";

    [Fact]
    public async Task A_thousand_people_have_the_same_receipts_on_either_store()
    {
        var people = await new Thousand(app).FillAsync();
        var names = await NamesAsync(people);

        var running = await ScoredAsync(people);
        app.Clock.Advance(new DateTimeOffset(2026, 4, 2, 4, 0, 0, TimeSpan.Zero) - app.Clock.GetUtcNow());
        var over = await ScoredAsync(people);

        RequireEverything(over);
        var all = string.Join('\n', running.Concat(over).Select(x => ReceiptText.Of(names.Without(x))));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
        Assert.True(hash == Sha256OfAll, hash);
    }

    /// <summary>In the order of the people.</summary>
    private async Task<IReadOnlyList<Receipt>> ScoredAsync(IReadOnlyList<long> people)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var scored = await scope.ServiceProvider.GetRequiredService<WorkOutScores>()
            .ReadAsync(people, Thousand.Quarter, TestContext.Current.CancellationToken);
        Assert.Equal(Thousand.Count, scored.Receipts.Count);
        Assert.All(scored.Receipts.Values, x => Assert.True(x.IsSound()));
        Assert.True(scored.Receipts.Values.Select(x => x.Outcome.Total).Distinct().Count() > Thousand.Count / 2);
        return [.. people.Select(x => scored.Receipts[x])];
    }

    /// <summary>Every kind of fact is among those of the thousand.</summary>
    private static void RequireEverything(IReadOnlyList<Receipt> receipts)
    {
        var (plans, facts) = (receipts.Select(x => x.Plan).ToList(), receipts.Select(x => x.Facts).ToList());
        var items = receipts.SelectMany(x => x.Segments).SelectMany(x => x.Sections).SelectMany(x => x.Items).ToList();
        Assert.Contains(plans, x => x.BeforeHire > 0);
        Assert.Contains(plans, x => x.AfterLeaving > 0);
        Assert.Contains(plans, x => x.OnLeave > 0);
        Assert.Contains(plans, x => x.Given.Count > 0);
        Assert.Contains(plans, x => x.Segments.Count > 2);
        Assert.Contains(receipts, x => x.Outcome.Unrated is not null);
        Assert.Contains(receipts, x => x.Outcome.Ceilings.Count > 0);
        Assert.Contains(items, x => x.IsMissing);
        Assert.Contains(items, x => x.Actual is { IsThin: true });
        Assert.Contains(items, x => x is { Scope: ItemScope.Department, Score: not null });
        foreach (var source in new[] { KpiSource.Events, KpiSource.Training })
        {
            Assert.Contains(facts, x => x.Counts.Any(y => y is { DepartmentId: null, Sum: > 0 } && IsOf(x, y, source)));
            Assert.Contains(facts, x => x.Counts.Any(y => y is { DepartmentId: not null, Sum: > 0 } && IsOf(x, y, source)));
        }
    }

    private static bool IsOf(AppraisalInput facts, QuarterCount count, KpiSource source) =>
        facts.Kpis.Any(x => x.KpiId == count.KpiId && x.Source == source);

    private Task<Names> NamesAsync(IReadOnlyList<long> people) => app.ReadAsync(async db => new Names(
        people.Index().ToDictionary(x => x.Item, x => x.Index + 1L),
        Numbered(await db.Departments.ToDictionaryAsync(x => x.Id, x => x.Code)),
        Numbered(await db.Positions.ToDictionaryAsync(x => x.Id, x => x.Code)),
        Numbered(await db.KpiTemplates.ToDictionaryAsync(x => x.Id, x => $"{x.Code}#{x.Number}")),
        Numbered(await db.Kpis.ToDictionaryAsync(x => x.Id, x => x.Code))));

    private static Dictionary<long, long> Numbered(Dictionary<long, string> codes) =>
        codes.OrderBy(x => x.Value, StringComparer.Ordinal).Index().ToDictionary(x => x.Item.Key, x => x.Index + 1L);

    /// <summary>Ids of the test's own for what the store numbers: the places in the order of the codes.</summary>
    private sealed record Names(
        Dictionary<long, long> People, Dictionary<long, long> Departments, Dictionary<long, long> Positions, Dictionary<long, long> Templates,
        Dictionary<long, long> Kpis)
    {
        /// <summary>The receipt as it is worked out from the same facts under these ids.</summary>
        public Receipt Without(Receipt receipt)
        {
            var facts = receipt.Facts;
            return AppraisalCalculation.Of(facts with
            {
                EmployeeId = People[facts.EmployeeId],
                Stretches = [.. facts.Stretches.Select(x => x with { Placement = Of(x.Placement) })],
                Templates = [.. facts.Templates.Select(x => x with
                {
                    PositionId = Positions[x.PositionId],
                    TemplateId = Templates[x.TemplateId],
                    Sections = [.. x.Sections.Select(y => y with { Items = [.. y.Items.Select(z => z with { KpiId = Kpis[z.KpiId] })] })],
                })],
                Kpis = [.. facts.Kpis.Select(x => x with { KpiId = Kpis[x.KpiId] })],
                Measurements = [.. facts.Measurements.Select(x => x with { KpiId = Kpis[x.KpiId], DepartmentId = Department(x.DepartmentId) })
                    .OrderBy(x => x.KpiId).ThenBy(x => x.DepartmentId ?? 0).ThenBy(x => x.From).Select((x, i) => x with { Id = i + 1 })],
                Counts = [.. facts.Counts.Select(x => x with { KpiId = Kpis[x.KpiId], DepartmentId = Department(x.DepartmentId) })],
            });
        }

        private Placement Of(Placement place) => new(
            Departments[place.DepartmentId], Positions[place.PositionId], place.SupervisorId is { } above ? People[above] : null);

        private long? Department(long? id) => id is { } known ? Departments[known] : null;
    }
}
