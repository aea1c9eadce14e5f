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
}

public static class PositionRefusals
{
    /// <summary>Values: code.</summary>
    public static readonly Refusal CodeTaken = Refusal.State("position.codeTaken");

    /// <summary>Values: code.</summary>
    public static readonly Refusal Retired = Refusal.State("position.retired");
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

    /// <summary>Values: from, to, most (days).</summary>
    public static readonly Refusal SpanOutOfRange = Refusal.Content("delegation.spanOutOfRange");
}

public static class LeaveRefusals
{
    /// <summary>Values: from, to, most (days).</summary>
    public static readonly Refusal SpanOutOfRange = Refusal.Content("leave.spanOutOfRange");

    /// <summary>Values: from, to (of the record in the way).</summary>
    public static readonly Refusal Overlap = Refusal.State("leave.overlap");

    /// <summary>Values: employeeNumber, from, to.</summary>
    public static readonly Refusal NotEmployed = Refusal.State("leave.notEmployed");
}
