using Training.Api.Features.Imports;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Imports;

namespace Training.Api.Tests.Measurements;

public sealed class TheDataCutOff(TrainingApp app) : IClassFixture<TrainingApp>
{
    /// <summary>31 March 2026 is a Tuesday; the grave-sweeping holiday ends on Monday, 6 April: the fifth working day is the 8th.</summary>
    [Fact]
    public async Task Figures_are_recorded_until_the_end_of_the_fifth_working_day_and_queued_from_the_next_on()
    {
        var (hr, kpi) = (await app.AsAsync(Role.HumanResources), await app.AddKpiAsync("K1"));
        var (first, second) = (await app.PersonAsync(Role.Staff, Standing.Own), await app.PersonAsync(Role.Staff, Standing.Direct));
        var numbers = new[] { World.NumberOf(Role.Staff, Standing.Own), World.NumberOf(Role.Staff, Standing.Direct) };

        app.Clock.SetUtcNow(Shanghai(8, 23, 59));
        var done = await hr.ImportedAsync("/measurements/import", ImportFiles.Workbook("工号,指标编号,期间,数值", [numbers[0], "K1", "2026-02", 5m]));
        await hr.RecordedAsync(kpi, first, "2026-03", 1);
        app.Clock.SetUtcNow(Shanghai(9, 0, 0));
        await hr.QueuedAsync(kpi, second, "2026-03", 2);
        await hr.RecordedAsync(kpi, second, "2026-04", 3);

        Assert.Equal([$"{numbers[0]} 2026-02 5", $"{numbers[0]} 2026-03 1", $"{numbers[1]} 2026-04 3"], await app.KeptAsync("K1"));
        var undone = await ImportFiles.ReadAsync<UndoImportResponse>(await hr.UndoAsync(done.Id!.Value));
        Assert.Equal([(2, "measurement.cutOff")], undone.KeptRows.Select(x => (x.Row, x.Code)));
    }

    private static DateTimeOffset Shanghai(int day, int hour, int minute) => new(2026, 4, day, hour, minute, 0, TimeSpan.FromHours(8));
}
