using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;

namespace Training.Api.Access;

/// <summary>What may be done, by name; only this file says which roles may. A route without a policy is closed to all but
/// signed-in people, and a test lists those.</summary>
internal static class Policies
{
    /// <summary>Anybody who is signed in; what they see is decided per record.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>Departments, positions, work places, employees, leave, calendar, shifts.</summary>
    public const string ManagePeople = nameof(ManagePeople);

    /// <summary>Accounts: who can sign in.</summary>
    public const string ManageAccounts = nameof(ManageAccounts);

    /// <summary>Confirm the granting of a role or right that needs a second person.</summary>
    public const string ConfirmGrants = nameof(ConfirmGrants);

    /// <summary>Base wages.</summary>
    public const string ManagePay = nameof(ManagePay);

    /// <summary>The course catalogue and the occupational standards.</summary>
    public const string ManageCourses = nameof(ManageCourses);

    /// <summary>The templates that training plans are made from.</summary>
    public const string ManagePlanTemplates = nameof(ManagePlanTemplates);

    /// <summary>The library of key performance indicators.</summary>
    public const string ManageKpis = nameof(ManageKpis);

    /// <summary>By what the people of a position are scored.</summary>
    public const string ManageKpiTemplates = nameof(ManageKpiTemplates);

    /// <summary>The appraisal of a quarter: whom, until when, by which bands and templates.</summary>
    public const string ManageAppraisalCycles = nameof(ManageAppraisalCycles);

    /// <summary>Confirm or adjust scores, and publish results: HR, and approvers for those HR does not decide on.</summary>
    public const string CalibrateAppraisals = nameof(CalibrateAppraisals);

    /// <summary>Make training plans and propose amendments of them: HR, and supervisors for their own.</summary>
    public const string DraftPlans = nameof(DraftPlans);

    /// <summary>Start, close and cancel training plans.</summary>
    public const string RunPlans = nameof(RunPlans);

    /// <summary>Approve or return a training plan or an amendment of one.</summary>
    public const string ApprovePlans = nameof(ApprovePlans);

    /// <summary>Record that a person completed a course: HR and supervisors.</summary>
    public const string RecordCompletions = nameof(RecordCompletions);

    /// <summary>Draft, publish and cancel training sessions, and put enrolments before others.</summary>
    public const string ManageSessions = nameof(ManageSessions);

    /// <summary>Nominate people for sessions, and approve or decline what they ask for: supervisors for direct reports, HR.</summary>
    public const string NominateForSessions = nameof(NominateForSessions);
    /// <summary>Say who works which shift on which day: HR for anybody, supervisors for direct reports.</summary>
    public const string PlanRosters = nameof(PlanRosters);

    /// <summary>Enter figures of KPIs: HR of anybody, supervisors by hand of direct reports.</summary>
    public const string RecordMeasurements = nameof(RecordMeasurements);

    /// <summary>Send many figures at once, and decide on those that came after the data cut-off.</summary>
    public const string ManageMeasurements = nameof(ManageMeasurements);

    /// <summary>Reports over people: HR, approvers, and supervisors for their line.</summary>
    public const string ReadReports = nameof(ReadReports);

    /// <summary>The audit trail.</summary>
    public const string ReadAudit = nameof(ReadAudit);

    /// <summary>Name deputies: HR for anybody, supervisors for themselves.</summary>
    public const string NameDeputies = nameof(NameDeputies);

    /// <summary>Rule documents: draft, publish, and see who has acknowledged them.</summary>
    public const string ManageDocuments = nameof(ManageDocuments);

    /// <summary>Imports, exports in the same form, and their undoing.</summary>
    public const string RunImports = nameof(RunImports);

    /// <summary>The kinds of performance events.</summary>
    public const string ManageEventKinds = nameof(ManageEventKinds);

    /// <summary>Report a performance event: HR about anybody, supervisors about those of their line on that day.</summary>
    public const string ReportEvents = nameof(ReportEvents);

    /// <summary>Confirm, reject or revoke a performance event: HR and approvers, never one's own or one's own report.</summary>
    public const string DecideEvents = nameof(DecideEvents);

    public static void Add(AuthorizationOptions options)
    {
        options.FallbackPolicy = options.DefaultPolicy;
        options.AddPolicy(SignedIn, x => x.RequireAuthenticatedUser());
        Allow(options, ManagePeople, Role.HumanResources);
        Allow(options, ManageAccounts, Role.Administrator, Role.HumanResources);
        Allow(options, ConfirmGrants, Role.HumanResources, Role.Approver);
        Allow(options, ManagePay, Role.HumanResources);
        Allow(options, ManageCourses, Role.HumanResources);
        Allow(options, ManagePlanTemplates, Role.HumanResources);
        Allow(options, ManageKpis, Role.HumanResources);
        Allow(options, ManageKpiTemplates, Role.HumanResources);
        Allow(options, ManageAppraisalCycles, Role.HumanResources);
        Allow(options, DraftPlans, Role.HumanResources, Role.Supervisor);
        Allow(options, RunPlans, Role.HumanResources);
        Allow(options, CalibrateAppraisals, Role.HumanResources, Role.Approver);
        Allow(options, ApprovePlans, Role.HumanResources, Role.Approver);
        Allow(options, RecordCompletions, Role.HumanResources, Role.Supervisor);
        Allow(options, ManageSessions, Role.HumanResources);
        Allow(options, NominateForSessions, Role.HumanResources, Role.Supervisor);
        Allow(options, PlanRosters, Role.HumanResources, Role.Supervisor);
        Allow(options, RecordMeasurements, Role.HumanResources, Role.Supervisor);
        Allow(options, ManageMeasurements, Role.HumanResources);
        Allow(options, ReadReports, Role.HumanResources, Role.Supervisor, Role.Approver);
        Allow(options, ReadAudit, Role.HumanResources, Role.Administrator);
        Allow(options, NameDeputies, Role.HumanResources, Role.Supervisor);
        Allow(options, ManageDocuments, Role.HumanResources);
        Allow(options, RunImports, Role.HumanResources);
        Allow(options, ManageEventKinds, Role.HumanResources);
        Allow(options, ReportEvents, Role.HumanResources, Role.Supervisor);
        Allow(options, DecideEvents, Role.HumanResources, Role.Approver);
    }

    /// <summary>The names in camelCase of what these roles may do.</summary>
    public static IReadOnlyList<string> Of(IReadOnlySet<Role> roles) =>
        [.. ByName.Value.Where(x => x.Value.Overlaps(roles)).Select(x => JsonNamingPolicy.CamelCase.ConvertName(x.Key))];

    /// <summary>Whether these roles may do what the policy names.</summary>
    public static bool Permit(IReadOnlySet<Role> roles, string policy) => ByName.Value[policy].Overlaps(roles);

    private static readonly Lazy<IReadOnlyDictionary<string, HashSet<Role>>> ByName = new(() =>
    {
        var options = new AuthorizationOptions();
        Add(options);

        return typeof(Policies).GetFields().Where(x => x.IsLiteral).Select(x => (string)x.GetRawConstantValue()!)
            .Order(StringComparer.Ordinal)
            .ToDictionary(x => x, x => options.GetPolicy(x)!.Requirements
                .OfType<RolesAuthorizationRequirement>().SelectMany(y => y.AllowedRoles).Select(Enum.Parse<Role>).ToHashSet());
    });

    private static void Allow(AuthorizationOptions options, string policy, params Role[] roles) =>
        options.AddPolicy(policy, x => x.RequireRole(roles.Select(role => role.ToString())));
}
