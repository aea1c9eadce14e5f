using Training.Api.Spreadsheets;
using Training.Domain.Rules;

namespace Training.Api.Tests.Spreadsheets;

[Collection(nameof(MeasuredAlone))]
public sealed class Hostile_workbooks
{
    private const long MostAllocated = 150L * 1024 * 1024;

    public static TheoryData<string> Names => [.. HostileWorkbooks.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Are_refused_by_their_code_quickly_and_in_bounded_memory(string name)
    {
        var (code, make) = HostileWorkbooks.All[name];
        var file = make();
        var spent = new Spent();

        var refused = await Assert.ThrowsAsync<RuleViolation>(
            () => SheetReader.ReadAsync(file, new WorkbookLimits(), TestContext.Current.CancellationToken));

        var (time, allocated) = (spent.Time, spent.Bytes);
        spent.Note($"{name}, {file.Length / 1024} KB");
        Assert.Equal(code, refused.Refusal.Code);
        Assert.True(time < TimeSpan.FromSeconds(2), $"{name} took {time}");
        Assert.True(allocated < MostAllocated, $"{name} allocated {allocated / 1024 / 1024} MB");
    }

    [Fact]
    public async Task A_stream_that_is_too_long_is_refused_before_its_bytes_are_taken()
    {
        using var content = new MemoryStream(new byte[100]);

        var refused = await Assert.ThrowsAsync<RuleViolation>(
            () => SheetReader.ReadAsync(content, new WorkbookLimits { Bytes = 99 }, TestContext.Current.CancellationToken));

        Assert.Equal("workbook.tooLarge", refused.Refusal.Code);
        Assert.Equal(0, content.Position);
    }

    [Fact]
    public async Task A_third_workbook_at_a_time_is_told_to_come_back()
    {
        using var gate = new WorkbookGate(atATime: 2, patience: TimeSpan.FromMilliseconds(50));
        using var release = new ManualResetEventSlim();
        var cancellation = TestContext.Current.CancellationToken;
        using var started = new CountdownEvent(2);
        bool Hold()
        {
            started.Signal();
            release.Wait(cancellation);
            return true;
        }

        var working = Enumerable.Range(0, 2).Select(_ => Task.Run(() => gate.RunAsync(Hold, cancellation), cancellation)).ToArray();
        started.Wait(cancellation);

        var refused = await Assert.ThrowsAsync<RuleViolation>(() => gate.RunAsync(() => true, cancellation));
        release.Set();
        await Task.WhenAll(working);

        Assert.Equal(("workbook.busy", RefusalKind.Busy), (refused.Refusal.Code, refused.Refusal.Kind));
        Assert.True(await gate.RunAsync(() => true, cancellation));
    }
}
