using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Tests.Hosting;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Tests.Goals;

/// <summary>Whichever store keeps the facts, the receipts are the same to the last byte, and each can be worked out again from itself.</summary>
public sealed class Receipts_of_a_thousand(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const int People = 1000;

    /// <summary>Of the receipts without ids, which each store gives as it likes. The same constant holds on both.</summary>
    private const string Sha256OfAll = "5cf4486e35f128f4cbffd3b9f27b58474b7de76c32f7a009eb185ba2c302f112";

    private static readonly DateOnly First = new(2026, 1, 1);

    [Fact]
    public async Task A_thousand_people_have_the_same_receipts_on_either_store()
    {
        var people = await HireAsync();
        await MeasureAsync(people);
        await using var scope = app.Services.CreateAsyncScope();

        var scored = await scope.ServiceProvider.GetRequiredService<WorkOutScores>()
            .ReadAsync(people, Quarter.Of(First), TestContext.Current.CancellationToken);

        Assert.Equal(People, scored.Receipts.Count);
        Assert.All(scored.Receipts.Values, x => Assert.True(x.IsSound()));
        Assert.True(scored.Receipts.Values.Select(x => x.Outcome.Total).Distinct().Count() > People / 2);
        var all = string.Join('\n', people.Select((x, i) => ReceiptText.Of(WithoutIds(scored.Receipts[x], i))));
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(all)));
        Assert.True(hash == Sha256OfAll, hash);
    }

    /// <summary>The receipt as it is worked out from the same facts under ids of the test's own.</summary>
    private static Receipt WithoutIds(Receipt receipt, int index)
    {
        var facts = receipt.Facts;
        var kpis = facts.Kpis.OrderBy(x => x.Code, StringComparer.Ordinal).Select((x, i) => (x.KpiId, New: i + 1L)).ToDictionary(x => x.KpiId, x => x.New);
        var measured = facts.Measurements.Select((x, i) => x with { Id = i + 1, KpiId = kpis[x.KpiId] });
        return AppraisalCalculation.Of(facts with
        {
            EmployeeId = index + 1,
            Stretches = [.. facts.Stretches.Select(x => x with { Placement = new Placement(1, 1, 1) })],
            Templates = [.. facts.Templates.Select(x => x with
            {
                PositionId = 1,
                TemplateId = 1,
                Sections = [.. x.Sections.Select(y => y with { Items = [.. y.Items.Select(z => z with { KpiId = kpis[z.KpiId] })] })],
            })],
            Kpis = [.. facts.Kpis.Select(x => x with { KpiId = kpis[x.KpiId] })],
            Measurements = [.. measured],
            Counts = [.. facts.Counts.Select(x => x with { KpiId = kpis[x.KpiId] })],
        });
    }

    private async Task<IReadOnlyList<long>> HireAsync()
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        var department = await db.Departments.Where(x => x.Code == "CS").Select(x => x.Id).SingleAsync();
        var position = await db.Positions.Where(x => x.Code == "CS-AGENT").Select(x => x.Id).SingleAsync();
        var hired = await scope.ServiceProvider.GetRequiredService<HireEmployee>().RunAsync(
            [
                .. Enumerable.Range(0, People).Select(i => new NewEmployee(
                    $"T{i:0000}",
                    new EmployeeProfile(PersonNames.Of($"T{i:0000}", $"千{i}", null, null), null, null, null, Training.Domain.People.Language.ZhCn),
                    new Engagement(i % 7 == 0 ? First.AddDays(i % 59) : World.HiredOn, ContractKind.OpenEnded, 1m, null),
                    new Placement(department, position, null))),
            ],
            CancellationToken.None);
        return [.. hired.Select(x => x.Id)];
    }

    /// <summary>Figures of January and February by a fixed rule, some without a sample size, some missing.</summary>
    private Task<bool> MeasureAsync(IReadOnlyList<long> people) => app.WriteAsync(async db =>
    {
        var kpis = await db.KpiTemplates.Where(x => x.Code == "KT03").SelectMany(x => x.Sections).SelectMany(x => x.Items).Select(x => x.KpiId)
            .Join(db.Kpis.Include(x => x.Versions), x => x, x => x.Id, (_, kpi) => kpi).AsNoTracking().ToListAsync();
        var figures = new List<Measurement>();
        foreach (var (kpi, n) in kpis.OrderBy(x => x.Code, StringComparer.Ordinal).Select((x, n) => (x, n))
            .Where(x => x.x.Latest.Source is KpiSource.Manual or KpiSource.Import))
        {
            figures.AddRange(people.SelectMany((person, i) => Periods(kpi.Latest.Period).Where((_, m) => (i + n + m) % 11 != 0).Select((period, m) =>
                Measurement.Record(person, null, kpi.Id, period, Figure(kpi.Latest, (i * 37) + (n * 11) + (m * 5)), new(
                    MeasurementSource.Import, string.Create(CultureInfo.InvariantCulture, $"t.xlsx#{i}"), false)))));
        }

        await Bulk.InsertAsync(db, figures, CancellationToken.None);
        return true;
    });

    private static IEnumerable<MeasuredPeriod> Periods(KpiPeriod kind) => kind switch
    {
        KpiPeriod.Day => Enumerable.Range(0, 20).Select(x => MeasuredPeriod.Day(First.AddDays(3 * x))),
        KpiPeriod.Month => [MeasuredPeriod.Month(First), MeasuredPeriod.Month(First.AddMonths(1))],
        _ => [MeasuredPeriod.Of(Quarter.Of(First))],
    };

    private static MeasuredValue Figure(KpiVersion kpi, int seed)
    {
        var (from, to) = (kpi.PlausibleFrom ?? 0, kpi.PlausibleTo ?? 100);
        var value = decimal.Round(from + ((to - from) * ((seed * 7919) % 1000) / 1000m), kpi.Decimals);
        return new(value, seed % 3 == 0 ? null : (seed % 50) + 1);
    }
}
