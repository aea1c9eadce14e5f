using Training.Api.Data;
using Training.Api.Http;
using Training.Domain.Rules;

namespace Training.Api.Access;

/// <summary>Who asks. Filled from the session row once per request, before authorisation; a handler that takes it can rely
/// on somebody being signed in.</summary>
internal sealed class CurrentPerson
{
    public long AccountId { get; private set; }

    public long SessionId { get; private set; }

    /// <summary>The person's employee record; null for an account that belongs to nobody, such as the first administrator's.</summary>
    public long? EmployeeId { get; private set; }

    public IReadOnlySet<Role> Roles { get; private set; } = new HashSet<Role>();

    public bool IsHumanResources => Roles.Contains(Role.HumanResources);

    public bool IsApprover => Roles.Contains(Role.Approver);

    public bool IsAdministrator => Roles.Contains(Role.Administrator);

    public bool IsPayroll => Roles.Contains(Role.Payroll);

    /// <summary>True for the record of the person who asks. Own record beats every role.</summary>
    public bool Is(long employeeId) => EmployeeId == employeeId;

    /// <summary>Refuses an act on the record of the person who asks.</summary>
    public void RefuseOwn(long employeeId)
    {
        if (Is(employeeId))
        {
            throw AccessRefusals.OwnRecord.With();
        }
    }

    internal void SignIn(long accountId, long sessionId, long? employeeId, IReadOnlySet<Role> roles, Actor actor)
    {
        (AccountId, SessionId, EmployeeId, Roles) = (accountId, sessionId, employeeId, roles);
        actor.AccountId = accountId;
        if (RequestTally.Current is { } tally)
        {
            tally.AccountId = accountId;
        }
    }
}
