using Training.Domain.Rules;

namespace Training.Domain.People;

public enum ContractKind
{
    OpenEnded,
    FixedTerm,
    PartTime,
    Agency,
    Intern,
}

/// <summary>The terms on which a person is employed.</summary>
/// <param name="HiredOn">First day of employment.</param>
/// <param name="WorkShare">Share of full working time, 0.01 to 1.00, two decimals at most.</param>
/// <param name="ProbationEndsOn">Last day of probation, not before the first day; none: no probation.</param>
public sealed record Engagement(DateOnly HiredOn, ContractKind ContractKind, decimal WorkShare, DateOnly? ProbationEndsOn);

/// <summary>How an employment ended: the last day of employment and why.</summary>
public sealed record Leaving(DateOnly LeftOn, string? Reason);

/// <summary>A span of days, both ends included, in which a person is employed without a break.</summary>
public sealed class EmploymentPeriod
{
    private EmploymentPeriod()
    {
    }

    public long Id { get; private set; }

    public DateOnly HiredOn { get; private set; }

    /// <summary>Last day of employment; none while it is open.</summary>
    public DateOnly? LeftOn { get; private set; }

    public string? LeaveReason { get; private set; }

    public ContractKind ContractKind { get; private set; }

    /// <summary>Share of full working time, 0.01 to 1.00.</summary>
    public decimal WorkShare { get; private set; }

    public Probation Probation { get; private set; } = new();

    public bool HoldsOn(DateOnly day) => HiredOn <= day && day <= (LeftOn ?? DateOnly.MaxValue);

    internal static EmploymentPeriod Begin(Engagement engagement)
    {
        var begun = new EmploymentPeriod();
        begun.Engage(engagement);
        return begun;
    }

    internal void Engage(Engagement engagement)
    {
        if (engagement.WorkShare is < 0.01m or > 1m || !Decimals.Fits(engagement.WorkShare, 2))
        {
            throw EmployeeRefusals.WorkShareOutOfRange.At("workShare", ("workShare", engagement.WorkShare));
        }

        if (engagement.ProbationEndsOn < engagement.HiredOn)
        {
            throw ProbationRefusals.EndsBeforeHired.At(
                "probationEndsOn", ("hiredOn", engagement.HiredOn), ("endsOn", engagement.ProbationEndsOn));
        }

        Probation.Set(engagement.ProbationEndsOn);
        (HiredOn, ContractKind, WorkShare) = (engagement.HiredOn, engagement.ContractKind, engagement.WorkShare);
    }

    internal void End(Leaving? leaving)
    {
        if (leaving?.LeftOn < HiredOn)
        {
            throw EmployeeRefusals.LeftBeforeHired.At("leftOn", ("hiredOn", HiredOn), ("leftOn", leaving.LeftOn));
        }

        (LeftOn, LeaveReason) = (leaving?.LeftOn, PlainText.OrNull(leaving?.Reason));
    }
}
