using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Appraisals;
using Training.Domain.Incentives;
using Training.Domain.Rules;

namespace Training.Api.Features.AppraisalCycles;

internal static class AppraisalCyclesRoutes
{
    /// <summary>The appraisal of a quarter.</summary>
    public static void MapAppraisalCycles(this IEndpointRouteBuilder api)
    {
        var cycles = api.MapGroup("/appraisal-cycles").WithTags("appraisal-cycles").RequireAuthorization(Policies.SignedIn);
        cycles.MapGet("/", ListAppraisalCycles.Handle).WithName(nameof(ListAppraisalCycles));
        cycles.MapGet("/{id}", GetAppraisalCycle.HandleAsync).WithName(nameof(GetAppraisalCycle));

        var managed = api.MapGroup("/appraisal-cycles").WithTags("appraisal-cycles").RequireAuthorization(Policies.ManageAppraisalCycles);
        managed.MapPost("/", CreateAppraisalCycle.HandleAsync).WithName(nameof(CreateAppraisalCycle))
            .Refuses(AppraisalCycleRefusals.QuarterTaken, AppraisalCycleRefusals.QuarterOutOfRange).Refuses(OfContent);
        managed.MapPut("/{id}", EditAppraisalCycle.HandleAsync).WithName(nameof(EditAppraisalCycle))
            .Refuses(AppraisalCycleRefusals.NotInThisState).Refuses(OfContent);
        managed.MapPost("/{id}/open", OpenAppraisalCycle.HandleAsync).WithName(nameof(OpenAppraisalCycle))
            .Refuses(AppraisalCycleRefusals.NotInThisState, AppraisalCycleRefusals.NotBegun);
        managed.MapPost("/{id}/advance", AdvanceAppraisalCycle.HandleAsync).WithName(nameof(AdvanceAppraisalCycle))
            .Refuses(
                AppraisalCycleRefusals.NotInThisState, AppraisalCycleRefusals.NotTheNextPhase, AppraisalCycleRefusals.QuarterRunning,
                AppraisalCycleRefusals.SegmentsOpen, AppraisalCycleRefusals.SegmentNotOpen);
        managed.MapPost("/{id}/close-scoring", CloseScoring.HandleAsync).WithName(nameof(CloseScoring))
            .Refuses(AppraisalCycleRefusals.NotInThisState, ScoringClosureRefusals.DepartmentUnknown, ScoringClosureRefusals.AlreadyClosed);
        managed.MapGet("/{id}/open-segments", ListOpenSegments.HandleAsync).WithName(nameof(ListOpenSegments));
        managed.MapGet("/{id}/missing-data", ListMissingData.HandleAsync).WithName(nameof(ListMissingData));
        managed.MapPost("/{id}/set-aside", SetItemsAside.HandleAsync).WithName(nameof(SetItemsAside))
            .Refuses(AppraisalCycleRefusals.KpiUnknown, AppraisalCycleRefusals.DepartmentUnknown);
        managed.MapGet("/{id}/left-out", ListLeftOut.HandleAsync).WithName(nameof(ListLeftOut));
        managed.MapPost("/{id}/extend-targets", ExtendTargets.HandleAsync).WithName(nameof(ExtendTargets))
            .Refuses(
                AccessRefusals.OwnRecord, AppraisalCycleRefusals.NotInThisState, AppraisalCycleRefusals.PersonUnknown,
                AppraisalCycleRefusals.DepartmentUnknown, TargetRefusals.OneScope, TargetRefusals.DueDayOutOfRange);
        MapResults(api);
        managed.MapDelete("/{id}", DeleteAppraisalCycle.HandleAsync).WithName(nameof(DeleteAppraisalCycle))
            .Refuses(AppraisalCycleRefusals.NotInThisState);
    }

    /// <summary>Comparing, confirming and publishing scores.</summary>
    private static void MapResults(IEndpointRouteBuilder api)
    {
        var decided = api.MapGroup("/appraisal-cycles").WithTags("appraisal-cycles").RequireAuthorization(Policies.CalibrateAppraisals);
        decided.MapGet("/{id}/calibration", ListCalibration.HandleAsync).WithName(nameof(ListCalibration))
            .Refuses(AppraisalCycleRefusals.NotInThisState, AppraisalCycleRefusals.DepartmentUnknown);
        decided.MapPost("/{id}/calibrate", CalibrateAppraisals.HandleAsync).WithName(nameof(CalibrateAppraisals)).Refuses(OfScope);
        decided.MapPost("/{id}/publish", PublishAppraisals.HandleAsync).WithName(nameof(PublishAppraisals)).Refuses(OfScope)
            .Refuses(AppraisalCycleRefusals.PublishedByHumanResources, AppraisalCycleRefusals.AlreadyPublished);
        api.MapPost("/appraisal-cycles/{id}/close", CloseAppraisals.HandleAsync).WithName(nameof(CloseAppraisals)).WithTags("appraisal-cycles")
            .RequireAuthorization(Policies.ManageAppraisalCycles)
            .Refuses(OfScope).Refuses(AppraisalCycleRefusals.Unpublished);
    }

    private static readonly Refusal[] OfScope =
        [AppraisalCycleRefusals.NotInThisState, AppraisalCycleRefusals.DepartmentUnknown, AppraisalCycleRefusals.PersonUnknown];

    private static readonly Refusal[] OfContent =
    [
        AppraisalCycleRefusals.DayOutOfRange, AppraisalRefusals.SettingOutOfRange, AppraisalRefusals.BandsCount, AppraisalRefusals.BandGrade,
        AppraisalRefusals.BandsUnbounded, AppraisalRefusals.BandBound, AppraisalRefusals.BandsNotFalling, AppraisalRefusals.CeilingGradeUnknown,
        AppraisalCycleRefusals.ShareUnbounded, AppraisalCycleRefusals.ShareReversed, AppraisalCycleRefusals.GradeUnknown,
        AppraisalCycleRefusals.GradeTwice, PerformanceEventRefusals.KindUnknown, AppraisalCycleRefusals.SeverityNotTaken,
        AppraisalCycleRefusals.CeilingTwice, AppraisalCycleRefusals.TemplateUnknown, AppraisalCycleRefusals.TemplateDraft,
        AppraisalCycleRefusals.TemplateRetired, AppraisalCycleRefusals.TemplateOfOtherPosition, AppraisalCycleRefusals.PositionTwice,
    ];
}
