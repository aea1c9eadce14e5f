namespace Training.Api.Tests.Spreadsheets;

/// <summary>Run by themselves, since they measure time and the memory of the whole process.</summary>
[CollectionDefinition(nameof(MeasuredAlone), DisableParallelization = true)]
public sealed class MeasuredAlone;

/// <summary>Processor time, which unlike the clock on the wall does not grow because the machine does other things too.</summary>
internal sealed class Spent
{
    private readonly TimeSpan _before = Environment.CpuUsage.TotalTime;
    private readonly long _allocatedBefore = GC.GetTotalAllocatedBytes(precise: true);

    public TimeSpan Time => Environment.CpuUsage.TotalTime - _before;

    public long Bytes => GC.GetTotalAllocatedBytes(precise: true) - _allocatedBefore;

    public void Note(string what) => TestContext.Current.TestOutputHelper?.WriteLine($"{what}: {Time.TotalMilliseconds:0} ms, {Bytes / 1024} KB allocated");
}
