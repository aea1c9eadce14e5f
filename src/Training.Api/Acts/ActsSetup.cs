namespace Training.Api.Acts;

internal static class ActsSetup
{
    /// <summary>What more than one feature, job, import or command does.</summary>
    public static IServiceCollection AddActs(this IServiceCollection services)
    {
        services.AddScoped<OpenAccount>();
        services.AddScoped<OpenFirstAdministrator>();
        services.AddScoped<HoldRole>();
        services.AddScoped<TellOfReset>();
        services.AddScoped<ChangeEmployment>();
        services.AddScoped<HireEmployee>();
        services.AddScoped<GeneratePeople>();
        services.AddScoped<MoveDueDays>();
        services.AddScoped<EnterLeave>();
        services.AddScoped<DraftPlan>();
        services.AddScoped<ReplaceRetired>();
        services.AddScoped<DecidePlan>();
        services.AddScoped<GiveItems>();
        services.AddScoped<FollowAudience>();
        services.AddScoped<StartPlan>();
        services.AddScoped<EndPlan>();
        services.AddScoped<DecideAmendment>();
        services.AddScoped<CarryOutAmendment>();
        services.AddScoped<RecordCompletion>();
        services.AddScoped<SettleItems>();
        services.AddScoped<GiveSeats>();
        services.AddScoped<GiveSeatsDue>();
        services.AddScoped<EnrolPeople>();
        services.AddScoped<EnrolInNext>();
        services.AddScoped<VerifyQueues>();
        services.AddScoped<TellExpiring>();
        services.AddScoped<SettleEnrolments>();
        services.AddScoped<OrderRetraining>();
        services.AddScoped<ReportPerformanceEvent>();
        services.AddScoped<EnterFigures>();
        services.AddScoped<WorkOutScores>();
        services.AddScoped<CountFigures>();
        services.AddScoped<CycleCandidates>();
        services.AddScoped<FollowCycle>();
        services.AddScoped<FollowCycles>();
        services.AddScoped<SegmentRaters>();
        services.AddScoped<TargetDeciders>();
        services.AddScoped<TakeTargets>();
        services.AddScoped<AdvanceCycle>();
        services.AddScoped<PlanCycle>();
        services.AddScoped<OpenCycle>();
        services.AddScoped<ReviewSelf>();
        services.AddScoped<NameRater>();
        services.AddScoped<ScoreSegments>();
        services.AddScoped<SetItemAside>();
        services.AddScoped<CalibrateScores>();
        services.AddScoped<PublishResults>();
        services.AddScoped<KeepResults>();
        services.AddScoped<ReviseResult>();
        services.AddScoped<FileAppeal>();
        services.AddScoped<NameReviewer>();
        services.AddScoped<ResolveAppeal>();
        services.AddScoped<AcceptCorrection>();
        services.AddScoped<CorrectResults>();
        services.AddScoped<AcknowledgeResult>();
        services.AddScoped<CloseResults>();
        services.AddScoped<DecideEvent>();
        services.AddScoped<MoveViewDays>();
        return services;
    }
}
