using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Access;
using Training.Api.Tests.Hosting;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Tests.Measurements;

/// <summary>KPIs of a test's own, and what is kept of their figures.</summary>
internal static class Measured
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    /// <summary>Adds a KPI that is measured as asked, by hand unless otherwise said; its id.</summary>
    public static Task<long> AddKpiAsync(
        this TrainingApp app, string code, KpiPeriod period = KpiPeriod.Month, int decimals = 1, decimal? from = null, decimal? to = null,
        KpiSource source = KpiSource.Manual, KpiUse use = KpiUse.Individual)
    {
        var kpi = Kpi.Create(code, Content(code, period, decimals, source, use) with { PlausibleFrom = from, PlausibleTo = to });
        kpi.FindBy(code, code);
        return app.WriteAsync(async db =>
        {
            db.Kpis.Add(kpi);
            await db.FlushAsync(Stop);
            return kpi.Id;
        });
    }

    public static KpiContent Content(
        string name, KpiPeriod period, int decimals, KpiSource source = KpiSource.Manual, KpiUse use = KpiUse.Individual)
    {
        var span = source is KpiSource.Events or KpiSource.Training ? KpiPeriod.Quarter : period;
        var content = new KpiContent(
            new Bilingual("指标" + name, "Indicator " + name), new Bilingual("定义", null), new Bilingual("公式", null), KpiUnit.Percent, decimals,
            KpiDirection.Higher, source, span, KpiAggregation.Average, use);
        return content with
        {
            EventKindCode = source == KpiSource.Events ? "complaint" : null,
            TrainingMeasure = source == KpiSource.Training ? TrainingMeasure.Hours : null,
        };
    }

    /// <summary>The request for one figure of a person.</summary>
    public static HttpRequestMessage Figure(long kpiId, long employeeId, string period, decimal value, int? sampleSize = null, bool confirm = false) =>
        AccessCase.Post("/measurements", new { kpiId, employeeId, period, value, sampleSize, confirm });

    /// <summary>Enters a figure of a person, which must be recorded at once; the measurement.</summary>
    public static async Task<JsonElement> RecordedAsync(this HttpClient client, long kpiId, long employeeId, string period, decimal value)
    {
        var answer = await client.DoAsync(Figure(kpiId, employeeId, period, value));
        Assert.Equal("recorded", answer.Text("state"));
        return answer.GetProperty("measurement");
    }

    /// <summary>Enters a figure of a person, which must be queued; the correction.</summary>
    public static async Task<JsonElement> QueuedAsync(this HttpClient client, long kpiId, long employeeId, string period, decimal value)
    {
        var answer = await client.DoAsync(Figure(kpiId, employeeId, period, value));
        Assert.Equal("queued", answer.Text("state"));
        return answer.GetProperty("correction");
    }

    /// <summary>What is kept for the KPI, as "who period value".</summary>
    public static Task<List<string>> KeptAsync(this TrainingApp app, string kpiCode) => app.ReadAsync(async db =>
    {
        var rows = await (from figure in db.Measurements
                          join kpi in db.Kpis on figure.KpiId equals kpi.Id
                          where kpi.Code == kpiCode
                          join person in db.Employees on figure.EmployeeId equals person.Id into people
                          from person in people.DefaultIfEmpty()
                          join department in db.Departments on figure.DepartmentId equals department.Id into departments
                          from department in departments.DefaultIfEmpty()
                          orderby person.EmployeeNumber, department.Code, figure.PeriodFrom
                          select new { Who = (string?)person.EmployeeNumber ?? department.Code, Figure = figure }).ToListAsync(Stop);
        return rows.Select(x => FormattableString.Invariant($"{x.Who} {x.Figure.Period} {x.Figure.Value:0.####}")).ToList();
    });
}
