using Training.Api.Queries;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Retraining;

/// <summary>What can be done to a retraining order.</summary>
public enum RetrainingAct
{
    Edit,
    Close,
}

/// <summary>A retraining order.</summary>
/// <param name="Remark">What was done, or is to be done.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record RetrainingResponse(
    long Id,
    RetrainingState State,
    RetrainingCause Cause,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    long EnrolmentId,
    long? PlanId,
    Person? Coach,
    DateOnly OrderedOn,
    DateOnly DueOn,
    bool IsOverdue,
    DateOnly? ClosedOn,
    string? Remark,
    IReadOnlyList<RetrainingAct> AllowedActions,
    int Version) : IVersioned;
