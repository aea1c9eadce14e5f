using Training.Api.Features.Accounts;
using Training.Api.Features.Auth;
using Training.Api.Features.Delegations;
using Training.Api.Features.Employees;
using Training.Api.Features.Enrolments;
using Training.Api.Features.Goals;
using Training.Api.Features.Grants;
using Training.Api.Features.Measurements;
using Training.Api.Features.Plans;
using Training.Api.Features.Retraining;
using Training.Api.Features.Sessions;
using Training.Api.Features.TrainingItems;
using Training.Api.Features.Transcripts;

namespace Training.Api.Features;

internal static class FeaturesSetup
{
    /// <summary>What handlers of a noun share and need made per request.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        services.AddScoped<SignIn>();
        services.AddScoped<Refresh>();
        services.AddScoped<TwoFactor>();
        services.AddScoped<OnAccount>();
        services.AddScoped<GrantRole>();
        services.AddScoped<DecideGrant>();
        services.AddScoped<DelegationRules>();
        services.AddScoped<OnEmployee>();
        services.AddScoped<ShowEmployee>();
        services.AddScoped<GoalRows>();
        services.AddScoped<PlanRecords>();
        services.AddScoped<AmendmentRecords>();
        services.AddScoped<RequiredCourses.LackedList>();
        services.AddScoped<Completions.OnCompletion>();
        services.AddScoped<OnTrainingItem>();
        services.AddScoped<OnFigure>();
        services.AddScoped<OnCorrection>();
        services.AddScoped<OwnFigures>();
        services.AddScoped<TranscriptRecords>();
        services.AddScoped<SessionRecords>();
        services.AddScoped<SessionContents>();
        services.AddScoped<EditSession>();
        services.AddScoped<Enrolling>();
        services.AddScoped<Recording>();
        services.AddScoped<OfferNextSession>();
        services.AddScoped<EnrolmentRecords>();
        services.AddScoped<EnrolmentActs>();
        services.AddScoped<OnRetraining>();
        services.AddScoped<Rosters.RosteredPeople>();
        services.AddScoped<PerformanceEvents.OnPerformanceEvent>();
        services.AddScoped<Appraisals.OnAppraisal>();
        services.AddScoped<Appraisals.OnSegment>();
        services.AddScoped<AppraisalNotes.OnAppraisalNote>();
        services.AddScoped<OwnGoals.OnOwnGoal>();
        services.AddScoped<ImprovementPlans.OnImprovementPlan>();
        services.AddScoped<Appraisals.Calibrating>();
        services.AddScoped<Appraisals.OnSetAside>();
        services.AddScoped<Appraisals.OnAppeal>();
        services.AddScoped<Appraisals.OnInterview>();
        services.AddScoped<Appraisals.Revising>();
        services.AddScoped<Appraisals.ResultPage>();
        services.AddScoped<Appraisals.TargetSides>();
        services.AddScoped<Appraisals.TargetSheet>();
        services.AddScoped<Appraisals.TargetNotices>();
        services.AddScoped<Appraisals.OnTarget>();
        services.AddScoped<PunchQuestions.OnPunchQuestion>();
        return services;
    }
}
