namespace Training.Api.Tests.Access;

/// <summary>Who may do what: every route, role and standing. Each noun has its part in a file of its own.</summary>
internal static partial class AccessTable
{
    /// <summary>All parts, one line each.</summary>
    public static IReadOnlyList<RouteAccess> All { get; } =
    [
        .. Audit(),
        .. Auth(),
        .. Accounts(),
        .. Calendar(),
        .. Delegations(),
        .. Documents(),
        .. Notices(),
        .. Organisation(),
        .. Employees(),
        .. BaseWages(),
        .. Leave(),
        .. Rosters(),
        .. Kpis(),
        .. Measurements(),
        .. Goals(),
        .. Standards(),
        .. Courses(),
        .. PlanTemplates(),
        .. KpiTemplates(),
        .. Plans(),
        .. PlanAmendments(),
        .. Sessions(),
        .. RecordedInFiles(),
        .. Enrolments(),
        .. Retraining(),
        .. Completions(),
        .. CompletionRecords(),
        .. MyTraining(),
        .. Transcripts(),
        .. TrainingItems(),
        .. Reports(),
        .. PerformanceEventKinds(),
        .. PerformanceEvents(),
        .. EventFiles(),
        .. PunchQuestions(),
        .. Imports(),
    ];

    private static RouteAccess Route(string operationId) => new(operationId);
}
