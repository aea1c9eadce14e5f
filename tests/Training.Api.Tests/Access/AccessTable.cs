namespace Training.Api.Tests.Access;

/// <summary>Who may do what: every route, role and standing. Each noun has its part in a file of its own.</summary>
internal static partial class AccessTable
{
    /// <summary>Accounts, the organisation, its people and its calendar.</summary>
    public static IReadOnlyList<RouteAccess> People { get; } =
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
    ];

    /// <summary>Courses, plans, sessions and what was completed.</summary>
    public static IReadOnlyList<RouteAccess> Learning { get; } =
    [
        .. Standards(),
        .. Courses(),
        .. PlanTemplates(),
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
    ];

    /// <summary>KPIs, figures, performance events, reports and the files that are imported.</summary>
    public static IReadOnlyList<RouteAccess> Figures { get; } =
    [
        .. Kpis(),
        .. KpiTemplates(),
        .. AppraisalCycles(),
        .. Appraisals(),
        .. Results(),
        .. SetAsides(),
        .. Targets(),
        .. ScoringClosures(),
        .. AppraisalNotes(),
        .. OwnGoals(),
        .. Improvement(),
        .. Measurements(),
        .. Goals(),
        .. Reports(),
        .. AppraisalReports(),
        .. PerformanceEventKinds(),
        .. PerformanceEvents(),
        .. EventFiles(),
        .. PunchQuestions(),
        .. Imports(),
    ];

    /// <summary>All parts.</summary>
    public static IReadOnlyList<RouteAccess> All { get; } = [.. People, .. Learning, .. Figures];

    private static RouteAccess Route(string operationId) => new(operationId);
}
