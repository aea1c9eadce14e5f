using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Training.Api.Commands;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Commands;

public sealed class GenerateTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const int Many = 300;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_company_is_made_a_further_one_stands_beside_it_and_everything_still_holds()
    {
        var before = await app.ReadAsync(db => db.Employees.CountAsync(Cancellation));

        var first = await RunAsync("generate", "--employees", $"{Many}");
        var second = await RunAsync("generate", $"--employees={Many}");

        Assert.Equal((CommandLine.Done, CommandLine.Done), (first.Code, second.Code));
        Assert.StartsWith("300 people were made, G000001 to G000300, in 12 departments", first.Answer, StringComparison.Ordinal);
        Assert.StartsWith("300 people were made, G000301 to G000600, in 12 departments", second.Answer, StringComparison.Ordinal);
        var verdict = await RunAsync("verify");
        Assert.True(verdict.Code == CommandLine.Done, verdict.Answer);
        await app.ReadAsync(async db =>
        {
            var people = await db.Employees.AsNoTracking().Include(x => x.Periods)
                .Where(x => x.EmployeeNumber.StartsWith("G0")).OrderBy(x => x.EmployeeNumber).ToListAsync(Cancellation);
            Assert.Equal(before + (2 * Many), await db.Employees.CountAsync(Cancellation));
            Assert.Equal(2 * Many, people.Select(x => x.EmployeeNumber).Distinct().Count());
            Assert.All(people, x => Assert.NotNull(x.WorkPlaceId));
            Assert.True(people.Select(x => x.LatestPeriod.HiredOn.Year).Distinct().Count() > 5);
            Assert.Contains(people, x => x.Periods.Count == 2);
            Assert.NotEqual(people.Take(Many).Select(x => x.NameZh), people.Skip(Many).Select(x => x.NameZh));
            var heads = await db.Departments.Where(x => x.Code.StartsWith("GD"))
                .Select(x => new { Heads = x.Heads.Count, x.NameEn, x.ParentId }).ToListAsync(Cancellation);
            Assert.Equal((24, 2), (heads.Count, heads.Count(x => x.ParentId == null)));
            Assert.All(heads, x => Assert.True(x.Heads == 1 && x.NameEn != null));
            var today = DateOnly.FromDateTime(TrainingApp.Morning.DateTime);
            var lowest = await db.ReportingLines.Where(x => x.From <= today && (x.To == null || x.To >= today))
                .GroupBy(x => x.EmployeeId).Select(x => x.Count()).MaxAsync(Cancellation);
            Assert.True(lowest >= 4, $"nobody stands below more than {lowest}");
            return true;
        });
    }

    [Theory]
    [InlineData]
    [InlineData("--employees", "0")]
    [InlineData("--employees", "many")]
    [InlineData("--employees", "100001")]
    [InlineData("--employees", "3", "--seed", "x")]
    public async Task A_number_that_cannot_be_is_said_and_nobody_is_made(params string[] arguments)
    {
        var before = await app.ReadAsync(db => db.Employees.CountAsync(Cancellation));

        var (code, answer) = await RunAsync(["generate", .. arguments]);

        Assert.Equal(CommandLine.WrongCall, code);
        Assert.Contains("N is 1 to 100000", answer, StringComparison.Ordinal);
        Assert.Equal(before, await app.ReadAsync(db => db.Employees.CountAsync(Cancellation)));
    }

    [Fact]
    public async Task Nobody_is_made_up_in_Production()
    {
        var before = await app.ReadAsync(db => db.Employees.CountAsync(Cancellation));
        await using var production = app.WithWebHostBuilder(x => x.UseEnvironment("Production").UseSetting("SignIn:HasherIterations", "210000"));
        await using var output = new StringWriter();

        var code = await CommandLine.TryRunAsync(production.Services, ["generate", "--employees", "10"], output, Cancellation);

        Assert.Equal(CommandLine.NotDone, code);
        Assert.Contains("refused in Production", output.ToString(), StringComparison.Ordinal);
        Assert.Equal(before, await app.ReadAsync(db => db.Employees.CountAsync(Cancellation)));
    }

    private async Task<(int? Code, string Answer)> RunAsync(params string[] arguments)
    {
        await using var output = new StringWriter();
        return (await CommandLine.TryRunAsync(app.Services, arguments, output, Cancellation), output.ToString());
    }
}
