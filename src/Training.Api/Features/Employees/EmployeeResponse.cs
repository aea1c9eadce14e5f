using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Employees;

/// <summary>How employment stands today.</summary>
public enum EmploymentState
{
    /// <summary>The first day lies ahead, of a hire or a rehire.</summary>
    Coming,
    Current,
    Left,
}

/// <summary>What may be done to a person's record.</summary>
public enum EmployeeAct
{
    EditProfile,
    EditRecords,
    SetLanguage,
    EndEmployment,
    Rehire,
    CorrectEmployment,
    ChangeAssignment,
    ProposeProbation,
    DecideProbation,
}

/// <summary>A person with all that hangs on them but pay, leave and training.</summary>
/// <param name="NameReading">How the Chinese name is read, where that differs from the usual reading.</param>
/// <param name="Department">Today's; none on a day without employment. So are position and supervisor.</param>
/// <param name="Periods">Employment periods, earliest first.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
public sealed record EmployeeResponse(
    long Id,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    string? NameReading,
    string? WorkEmail,
    string? Mobile,
    Named? WorkPlace,
    Language Language,
    EmploymentState State,
    Named? Department,
    Named? Position,
    Person? Supervisor,
    IReadOnlyList<PeriodResponse> Periods,
    IReadOnlyList<EducationRecord> Educations,
    IReadOnlyList<TitleRecord> Titles,
    IReadOnlyList<CertificateRecord> EarlierCertificates,
    IReadOnlyList<EmployeeAct> AllowedActions,
    int Version) : IVersioned;

/// <summary>A span of employment without a break.</summary>
/// <param name="LeftOn">Last day; none while it is open.</param>
/// <param name="WorkShare">Share of full working time, 0.01 to 1.</param>
/// <param name="ProbationState">How its probation stands.</param>
/// <param name="ProbationEndsOn">Last day of probation.</param>
/// <param name="LeaveReason">To HR alone, and not of oneself.</param>
/// <param name="ProposedOutcome">What the supervisor proposes; so with who and when. Not to the person themselves.</param>
/// <param name="ProposedFor">The supervisor in whose place a deputy proposed.</param>
/// <param name="Outcome">What was decided last; so with who and when.</param>
public sealed record PeriodResponse(
    DateOnly HiredOn,
    DateOnly? LeftOn,
    string? LeaveReason,
    ContractKind ContractKind,
    decimal WorkShare,
    ProbationState ProbationState,
    DateOnly? ProbationEndsOn,
    ProbationOutcome? ProposedOutcome,
    Person? ProposedBy,
    Person? ProposedFor,
    DateOnly? ProposedOn,
    ProbationOutcome? Outcome,
    Person? DecidedBy,
    DateOnly? DecidedOn)
{
    /// <param name="reader">Who may know the reason of leaving, and the proposal.</param>
    /// <param name="people">Those who proposed and decided, by id.</param>
    internal static PeriodResponse Of(EmploymentPeriod x, PeriodReader reader, IReadOnlyDictionary<long, Person> people)
    {
        Person? Named(long? id) => id is null ? null : people[id.Value];
        var (probation, hasProposal) = (x.Probation, reader.SeesProposal);
        return new(
            x.HiredOn,
            x.LeftOn,
            reader.SeesReason ? x.LeaveReason : null,
            x.ContractKind,
            x.WorkShare,
            probation.State,
            probation.EndsOn,
            hasProposal ? probation.ProposedOutcome : null,
            hasProposal ? Named(probation.ProposedById) : null,
            hasProposal ? Named(probation.ProposedForId) : null,
            hasProposal ? probation.ProposedOn : null,
            probation.Outcome,
            Named(probation.DecidedById),
            probation.DecidedOn);
    }
}

/// <summary>What somebody may know of another's employment.</summary>
internal readonly record struct PeriodReader(bool SeesReason, bool SeesProposal);

internal static class EmploymentStates
{
    public static EmploymentState Of(bool isCurrent, bool isComing) =>
        isCurrent ? EmploymentState.Current : isComing ? EmploymentState.Coming : EmploymentState.Left;

    public static EmploymentState Of(Employee employee, DateOnly today) =>
        Of(employee.IsEmployedOn(today), employee.LatestPeriod.HiredOn > today);
}
