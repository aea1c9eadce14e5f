using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Reports;

internal static class ReportsRoutes
{
    /// <summary>Reports over people, as JSON or workbook.</summary>
    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("reports").RequireAuthorization(Policies.ReadReports);

        reports.MapGet("/training-completion", ReportTrainingCompletion.HandleAsync).WithName(nameof(ReportTrainingCompletion));
        reports.MapGet("/training-completion/people", ListTrainingCompletionPeople.HandleAsync).WithName(nameof(ListTrainingCompletionPeople));
        reports.MapGet("/kpi-trend", ReportKpiTrend.HandleAsync).WithName(nameof(ReportKpiTrend))
            .Refuses(KpiTrendRefusals.OneSubject, KpiTrendRefusals.QuartersOutOfRange);
        reports.MapGet("/plan-budget", ReportPlanBudget.HandleAsync).WithName(nameof(ReportPlanBudget));
        reports.MapGet("/plan-year", ReportPlanYear.HandleAsync).WithName(nameof(ReportPlanYear));
        reports.MapGet("/overdue", ReportOverdue.HandleAsync).WithName(nameof(ReportOverdue));
        reports.MapGet("/overdue/people", ListOverduePeople.HandleAsync).WithName(nameof(ListOverduePeople));
        reports.MapGet("/appraisal-progress", ReportAppraisalProgress.HandleAsync).WithName(nameof(ReportAppraisalProgress))
            .Refuses(CommonRefusals.Unknown);
        reports.MapGet("/grade-distribution", ReportGradeDistribution.HandleAsync).WithName(nameof(ReportGradeDistribution))
            .Refuses(CommonRefusals.Unknown, AppraisalCycleRefusals.QuarterRunning);

        var compared = api.MapGroup("/reports").WithTags("reports").RequireAuthorization(Policies.CalibrateAppraisals);
        compared.MapGet("/rater-leniency", ReportRaterLeniency.HandleAsync).WithName(nameof(ReportRaterLeniency))
            .Refuses(CommonRefusals.Unknown, AppraisalCycleRefusals.QuarterRunning);
    }
}
