using Training.Domain.Rules;

namespace Training.Domain.People;

public static class DepartmentRefusals
{
    /// <summary>Values: code.</summary>
    public static readonly Refusal CodeTaken = Refusal.State("department.codeTaken");

    /// <summary>Values: code, path (codes or ids from the department up to itself).</summary>
    public static readonly Refusal Loop = Refusal.State("department.loop");

    /// <summary>Values: code.</summary>
    public static readonly Refusal Retired = Refusal.State("department.retired");

    /// <summary>Values: parentId.</summary>
    public static readonly Refusal ParentUnknown = Refusal.Content("department.parentUnknown");

    /// <summary>Values: headId.</summary>
    public static readonly Refusal HeadUnknown = Refusal.Content("department.headUnknown");

    /// <summary>Values: from, today.</summary>
    public static readonly Refusal HeadInFuture = Refusal.Content("department.headInFuture");

    /// <summary>Values: from, earliest.</summary>
    public static readonly Refusal HeadTooEarly = Refusal.State("department.headTooEarly");

    /// <summary>Values: employeeNumber, from.</summary>
    public static readonly Refusal HeadNotEmployed = Refusal.State("department.headNotEmployed");

    /// <summary>Values: code, people (how many are assigned today or later).</summary>
    public static readonly Refusal HasPeople = Refusal.State("department.hasPeople");

    /// <summary>Values: code, children (codes).</summary>
    public static readonly Refusal HasChildren = Refusal.State("department.hasChildren");
}

public static class PositionRefusals
{
    /// <summary>Values: code.</summary>
    public static readonly Refusal CodeTaken = Refusal.State("position.codeTaken");

    /// <summary>Values: code.</summary>
    public static readonly Refusal Retired = Refusal.State("position.retired");

    /// <summary>Values: courseId.</summary>
    public static readonly Refusal CourseUnknown = Refusal.Content("position.courseUnknown");
    public static readonly Refusal DaysWithoutCourse = Refusal.Content("position.daysWithoutCourse");

    /// <summary>Values: courseCode.</summary>
    public static readonly Refusal CourseRetired = Refusal.State("position.courseRetired");

    /// <summary>Values: code, people (how many are assigned today or later).</summary>
    public static readonly Refusal HasPeople = Refusal.State("position.hasPeople");
}

public static class WorkPlaceRefusals
{
    /// <summary>Values: code.</summary>
    public static readonly Refusal CodeTaken = Refusal.State("workPlace.codeTaken");

    /// <summary>Values: from.</summary>
    public static readonly Refusal WageFromTwice = Refusal.Content("workPlace.wageFromTwice");
}

public static class WageRefusals
{
    /// <summary>Values: amount, least, most.</summary>
    public static readonly Refusal AmountOutOfRange = Refusal.Content("wage.amountOutOfRange");

    /// <summary>Values: employeeNumber, from.</summary>
    public static readonly Refusal FromTaken = Refusal.State("wage.fromTaken");
}

public static class EmployeeRefusals
{
    /// <summary>Values: employeeNumber.</summary>
    public static readonly Refusal NumberTaken = Refusal.State("employee.numberTaken");

    /// <summary>Values: workEmail.</summary>
    public static readonly Refusal EmailMalformed = Refusal.Content("employee.emailMalformed");

    /// <summary>Values: mobile.</summary>
    public static readonly Refusal MobileMalformed = Refusal.Content("employee.mobileMalformed");

    /// <summary>Values: workShare.</summary>
    public static readonly Refusal WorkShareOutOfRange = Refusal.Content("employee.workShareOutOfRange");

    /// <summary>Values: employeeNumber, leftOn (null: still employed).</summary>
    public static readonly Refusal PeriodsOverlap = Refusal.State("employee.periodsOverlap");

    /// <summary>Values: employeeNumber, leftOn.</summary>
    public static readonly Refusal AlreadyLeft = Refusal.State("employee.alreadyLeft");

    /// <summary>Values: hiredOn, leftOn.</summary>
    public static readonly Refusal LeftBeforeHired = Refusal.Content("employee.leftBeforeHired");

    /// <summary>Values: id.</summary>
    public static readonly Refusal WorkPlaceUnknown = Refusal.Content("employee.workPlaceUnknown");

    /// <summary>Leave would lie outside employment. Values: employeeNumber, from, to (of the leave).</summary>
    public static readonly Refusal LeaveOutside = Refusal.State("employee.leaveOutside");

    /// <summary>Values: name, issuedOn, expiresOn.</summary>
    public static readonly Refusal CertificateExpiresBeforeIssue = Refusal.Content("employee.certificateExpiresBeforeIssue");
}

public static class ProbationRefusals
{
    /// <summary>Values: hiredOn, endsOn.</summary>
    public static readonly Refusal EndsBeforeHired = Refusal.Content("probation.endsBeforeHired");

    /// <summary>Values: state, act.</summary>
    public static readonly Refusal NotNow = Refusal.State("probation.notNow");

    /// <summary>Values: endsOn.</summary>
    public static readonly Refusal ExtendedOnce = Refusal.State("probation.extendedOnce");

    /// <summary>Values: endsOn, newEndsOn (null: missing).</summary>
    public static readonly Refusal ExtensionNeedsLaterDay = Refusal.Content("probation.extensionNeedsLaterDay");

    /// <summary>Values: employeeNumber.</summary>
    public static readonly Refusal NotProposed = Refusal.State("probation.notProposed");
}

public static class AssignmentRefusals
{
    /// <summary>Values: day, employeeNumber.</summary>
    public static readonly Refusal NotEmployed = Refusal.State("assignment.notEmployed");

    /// <summary>Values: day, employeeNumber.</summary>
    public static readonly Refusal Overlap = Refusal.Content("assignment.overlap");

    /// <summary>Values: day, employeeNumber.</summary>
    public static readonly Refusal Gap = Refusal.Content("assignment.gap");

    /// <summary>Values: day.</summary>
    public static readonly Refusal NothingChanges = Refusal.State("assignment.nothingChanges");

    /// <summary>Values: from, earliest, latest.</summary>
    public static readonly Refusal FromOutOfRange = Refusal.Content("assignment.fromOutOfRange");

    /// <summary>Values: employeeNumber.</summary>
    public static readonly Refusal OwnSupervisor = Refusal.Content("assignment.ownSupervisor");

    /// <summary>Values: id.</summary>
    public static readonly Refusal DepartmentUnknown = Refusal.Content("assignment.departmentUnknown");

    /// <summary>Values: id.</summary>
    public static readonly Refusal PositionUnknown = Refusal.Content("assignment.positionUnknown");

    /// <summary>Values: supervisor (id or number).</summary>
    public static readonly Refusal SupervisorUnknown = Refusal.Content("assignment.supervisorUnknown");

    /// <summary>Values: day, people (numbers along the loop).</summary>
    public static readonly Refusal Loop = Refusal.Content("assignment.loop");

    /// <summary>Values: day, people, most.</summary>
    public static readonly Refusal TooManyLevels = Refusal.Content("assignment.tooManyLevels");
}

public static class DelegationRefusals
{
    public static readonly Refusal ToOneself = Refusal.Content("delegation.toOneself");

    /// <summary>Values: employeeId.</summary>
    public static readonly Refusal PersonUnknown = Refusal.Content("delegation.personUnknown");

    /// <summary>Values: employeeNumber, from, to.</summary>
    public static readonly Refusal NotEmployed = Refusal.State("delegation.notEmployed");

    /// <summary>Values: from, to (of the delegation in the way).</summary>
    public static readonly Refusal Overlap = Refusal.State("delegation.overlap");

    /// <summary>Values: day, today.</summary>
    public static readonly Refusal InThePast = Refusal.State("delegation.inThePast");

    /// <summary>Values: from.</summary>
    public static readonly Refusal Begun = Refusal.State("delegation.begun");

    /// <summary>Values: from.</summary>
    public static readonly Refusal NotBegun = Refusal.State("delegation.notBegun");

    /// <summary>Values: to.</summary>
    public static readonly Refusal Over = Refusal.State("delegation.over");

    /// <summary>Values: from, to, most (days).</summary>
    public static readonly Refusal SpanOutOfRange = Refusal.Content("delegation.spanOutOfRange");
}

public static class LeaveRefusals
{
    /// <summary>Values: id.</summary>
    public static readonly Refusal EmployeeUnknown = Refusal.Content("leave.employeeUnknown");

    /// <summary>Values: from, to, most (days).</summary>
    public static readonly Refusal SpanOutOfRange = Refusal.Content("leave.spanOutOfRange");

    /// <summary>Values: from, to (of the record in the way).</summary>
    public static readonly Refusal Overlap = Refusal.State("leave.overlap");

    /// <summary>Values: employeeNumber, from, to.</summary>
    public static readonly Refusal NotEmployed = Refusal.State("leave.notEmployed");
}
