using Training.Domain.Calendars;
using Training.Domain.Plans;

namespace Training.Api.Features.TrainingItems;

/// <summary>What can be done to a training item.</summary>
public enum TrainingItemAct
{
    Extend,
    Exempt,
}

/// <summary>One person's item of a plan.</summary>
/// <param name="Id">Id.</param>
/// <param name="EmployeeId">Whose it is.</param>
/// <param name="EmployeeNumber">Their number.</param>
/// <param name="NameZh">Their Chinese name.</param>
/// <param name="NameLatin">Their Latin name.</param>
/// <param name="PlanId">The plan that asks for it.</param>
/// <param name="PlanCode">The plan's code.</param>
/// <param name="CourseId">The course to be completed.</param>
/// <param name="CourseCode">The course's code.</param>
/// <param name="CourseNameZh">The course's Chinese name.</param>
/// <param name="CourseNameEn">The course's English name.</param>
/// <param name="IsMandatory">Whether the plan is only fulfilled with it.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="AssignedOn">The day on which the person was given it.</param>
/// <param name="DueOn">Last day in time.</param>
/// <param name="DueAnchor">What the due day counts from.</param>
/// <param name="DueAnchorOn">The day it counts from.</param>
/// <param name="DueWorkingDays">Working days from there.</param>
/// <param name="DueLeaveDays">By how many working days of leave it was moved on.</param>
/// <param name="ExtendedTo">The later day that was allowed by hand.</param>
/// <param name="ExtendedOn">The day on which it was allowed; leave recorded after it moves the due day on.</param>
/// <param name="ExtendedForEnrolmentId">The missed enrolment for which it was moved to that of a later session; none: by hand.</param>
/// <param name="ExceptionReason">Why the person was given more time or exempted.</param>
/// <param name="CompletedOn">The day of the completion that closed it.</param>
/// <param name="DroppedOn">Since when it is no longer asked for.</param>
/// <param name="DropReason">Why not.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record TrainingItemResponse(
    long Id,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    long PlanId,
    string PlanCode,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    bool IsMandatory,
    TrainingItemState State,
    DateOnly AssignedOn,
    DateOnly DueOn,
    DueAnchor DueAnchor,
    DateOnly DueAnchorOn,
    int DueWorkingDays,
    int DueLeaveDays,
    DateOnly? ExtendedTo,
    DateOnly? ExtendedOn,
    long? ExtendedForEnrolmentId,
    string? ExceptionReason,
    DateOnly? CompletedOn,
    DateOnly? DroppedOn,
    DropReason? DropReason,
    IReadOnlyList<TrainingItemAct> AllowedActions);
