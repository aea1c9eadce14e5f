using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>The appraisal of one person in one cycle. Its segments are records of their own.</summary>
public sealed class Appraisal : IVersioned
{
    private Appraisal()
    {
    }

    public long Id { get; private set; }

    public long CycleId { get; private set; }

    public long EmployeeId { get; private set; }

    public AppraisalStage Stage { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }

    public int Version { get; private set; }

    public static Appraisal Open(long cycleId, long employeeId, DateTimeOffset now) =>
        new() { CycleId = cycleId, EmployeeId = employeeId, OpenedAt = now };
}
