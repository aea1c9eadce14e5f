using Training.Api.Features.Accounts;
using Training.Api.Features.AppraisalCycles;
using Training.Api.Features.AppraisalNotes;
using Training.Api.Features.Appraisals;
using Training.Api.Features.Assignments;
using Training.Api.Features.Audit;
using Training.Api.Features.Auth;
using Training.Api.Features.BaseWages;
using Training.Api.Features.Calendars;
using Training.Api.Features.Completions;
using Training.Api.Features.Courses;
using Training.Api.Features.Delegations;
using Training.Api.Features.Departments;
using Training.Api.Features.Development;
using Training.Api.Features.Documents;
using Training.Api.Features.Employees;
using Training.Api.Features.Enrolments;
using Training.Api.Features.Goals;
using Training.Api.Features.Grants;
using Training.Api.Features.Health;
using Training.Api.Features.ImprovementPlans;
using Training.Api.Features.Imports;
using Training.Api.Features.Kpis;
using Training.Api.Features.KpiTemplates;
using Training.Api.Features.Leave;
using Training.Api.Features.Lookups;
using Training.Api.Features.Measurements;
using Training.Api.Features.MyTraining;
using Training.Api.Features.Notices;
using Training.Api.Features.OwnGoals;
using Training.Api.Features.PerformanceEventKinds;
using Training.Api.Features.PerformanceEvents;
using Training.Api.Features.PlanTemplates;
using Training.Api.Features.Plans;
using Training.Api.Features.Positions;
using Training.Api.Features.PunchQuestions;
using Training.Api.Features.Reports;
using Training.Api.Features.RequiredCourses;
using Training.Api.Features.Retraining;
using Training.Api.Features.Rosters;
using Training.Api.Features.Sessions;
using Training.Api.Features.Standards;
using Training.Api.Features.TrainingItems;
using Training.Api.Features.Transcripts;
using Training.Api.Features.WorkPlaces;
using Training.Api.Http;

namespace Training.Api;

/// <summary>Every noun of the API, one line each.</summary>
internal static class Routes
{
    public static void MapRoutes(this WebApplication app)
    {
        var api = app.MapApi();
        api.MapAuth();
        api.MapAccounts();
        api.MapGrants();
        api.MapAudit();
        api.MapDepartments();
        api.MapPositions();
        api.MapWorkPlaces();
        api.MapCalendars();
        api.MapDelegations();
        api.MapDocuments();
        api.MapEmployees();
        api.MapAssignments();
        api.MapBaseWages();
        api.MapLeave();
        api.MapRosters();
        api.MapLookups();
        api.MapNotices();
        app.MapHealth();
        api.MapKpis();
        api.MapMeasurements();
        api.MapCorrections();
        api.MapStandards();
        api.MapCourses();
        api.MapPlanTemplates();
        api.MapPlans();
        api.MapSessions();
        api.MapEnrolments();
        api.MapRetraining();
        api.MapCompletions();
        api.MapTranscripts();
        api.MapMyTraining();
        api.MapRequiredCourses();
        api.MapTrainingItems();
        api.MapGoals();
        api.MapReports();
        api.MapKpiTemplates();
        api.MapAppraisalCycles();
        api.MapAppraisals();
        api.MapResults();
        api.MapTargets();
        api.MapAppraisalNotes();
        api.MapOwnGoals();
        api.MapImprovementPlans();
        api.MapDevelopment();
        api.MapPerformanceEventKinds();
        api.MapPerformanceEvents();
        api.MapPunchQuestions();
        api.MapImports();
        BuildOnce(app);
    }

    /// <summary>Routing and authorization would each build all routes for themselves, which is most of a start.</summary>
    private static void BuildOnce(IEndpointRouteBuilder app)
    {
        var built = new DefaultEndpointDataSource(new CompositeEndpointDataSource(app.DataSources).Endpoints);
        app.DataSources.Clear();
        app.DataSources.Add(built);
    }
}
