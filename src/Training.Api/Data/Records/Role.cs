namespace Training.Api.Data.Records;

/// <summary>What an account may be: four roles, and two rights that stand beside them.</summary>
public enum Role
{
    HumanResources,
    Supervisor,
    Staff,

    /// <summary>Accounts, settings and jobs; no scores, no pay.</summary>
    Administrator,

    /// <summary>A right: may approve plans, events, adjustments, runs and appeals. Usually the general manager.</summary>
    Approver,

    /// <summary>A right: reads the ledger and the pay-month workbook, and base wages.</summary>
    Payroll,
}

internal static class Roles
{
    /// <summary>The id of the role's row.</summary>
    public static long Id(this Role role) => (long)role + 1;

    public static Role Of(long id) => (Role)(id - 1);
}
