using Training.Api.Http.Validation;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>Whom to nominate.</summary>
/// <param name="EmployeeIds">1 to 500 people; one given twice counts once.</param>
public sealed record NominateForSessionRequest([ItemCount(1, 500)] IReadOnlyList<long> EmployeeIds);

/// <summary>By which plan people are assigned.</summary>
/// <param name="PlanId">A running plan that asks the course.</param>
public sealed record AssignSessionRequest(long PlanId);

/// <summary>Somebody who was enrolled.</summary>
/// <param name="Id">The enrolment.</param>
/// <param name="State">Enrolled, in line, or a seat is offered.</param>
public sealed record EnrolledPerson(long Id, long EmployeeId, string EmployeeNumber, string NameZh, string? NameLatin, EnrolmentState State, bool IsMandatory);

/// <summary>Somebody who was not.</summary>
/// <param name="Cause">Why.</param>
public sealed record LeftOutPerson(long EmployeeId, string EmployeeNumber, LeftOutCause Cause);

/// <summary>What speaks against a meeting for somebody who was enrolled.</summary>
public sealed record EnrolWarning(long EmployeeId, int Meeting, DateTimeOffset StartsAt, SessionWarningKind Kind);

/// <summary>What came of enrolling people.</summary>
/// <param name="Enrolled">Who has a place now.</param>
/// <param name="LeftOut">Who has not, and why.</param>
/// <param name="Warnings">Meetings that lie against their shifts, rest days or leave.</param>
public sealed record EnrolResponse(
    IReadOnlyList<EnrolledPerson> Enrolled, IReadOnlyList<LeftOutPerson> LeftOut, IReadOnlyList<EnrolWarning> Warnings);
