using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Courses;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal static class SessionsRoutes
{
    /// <summary>Sessions of courses: announced, filled by one honest queue, held, recorded.</summary>
    public static void MapSessions(this IEndpointRouteBuilder api)
    {
        var sessions = api.MapGroup("/sessions").WithTags("sessions");

        sessions.MapGet("", ListSessions.Handle).WithName(nameof(ListSessions)).RequireAuthorization(Policies.SignedIn);
        var one = sessions.MapGroup("/{id}").Refuses(CommonRefusals.Unknown);
        one.MapGet("", GetSession.HandleAsync).WithName(nameof(GetSession)).RequireAuthorization(Policies.SignedIn);

        sessions.MapPost("", CreateSession.HandleAsync).WithName(nameof(CreateSession)).RequireAuthorization(Policies.ManageSessions)
            .Refuses(SessionRefusals.CodeTaken).Refuses(Content);
        one.MapPut("", EditSession.HandleAsync).WithName(nameof(EditSession)).RequireAuthorization(Policies.ManageSessions)
            .Refuses(SessionRefusals.NotInThisState, SessionRefusals.CourseFixed, SessionRefusals.SurveyFixed, SessionRefusals.MeetingBegun)
            .Refuses(SessionRefusals.InPast, SessionRefusals.CapacityTaken, SessionRefusals.AttendeeClash, EnrolmentRefusals.Trainer).Refuses(Content);
        one.MapDelete("", DeleteSession.HandleAsync).WithName(nameof(DeleteSession)).RequireAuthorization(Policies.ManageSessions)
            .Produces(StatusCodes.Status204NoContent).Refuses(SessionRefusals.NotInThisState);
        one.MapPost("/publish", PublishSession.HandleAsync).WithName(nameof(PublishSession)).RequireAuthorization(Policies.ManageSessions)
            .Refuses(SessionRefusals.NotInThisState, SessionRefusals.InPast, CourseRefusals.Retired);
        one.MapPost("/cancel", CancelSession.HandleAsync).WithName(nameof(CancelSession)).RequireAuthorization(Policies.ManageSessions)
            .Refuses(SessionRefusals.NotInThisState, SessionRefusals.Started);
        MapSeats(one);
        MapRecording(one);
    }

    private static void MapSeats(RouteGroupBuilder one)
    {
        var seats = one.MapGroup("").Refuses(SessionRefusals.NotInThisState, SessionRefusals.Started);
        seats.MapPost("/enrolments", NominateForSession.HandleAsync).WithName(nameof(NominateForSession))
            .RequireAuthorization(Policies.NominateForSessions)
            .Refuses(EnrolmentRefusals.Own, EnrolmentRefusals.NotYours, EnrolmentRefusals.Full)
            .Refuses(EnrolmentRefusals.AlreadyThere, EnrolmentRefusals.Trainer, EnrolmentRefusals.NotEmployed, SessionRefusals.AttendeeClash);
        seats.MapPost("/assign", AssignSession.HandleAsync).WithName(nameof(AssignSession)).RequireAuthorization(Policies.ManageSessions)
            .Refuses(SessionRefusals.PlanAsksNobody);
        seats.MapPost("/request", RequestSession.HandleAsync).WithName(nameof(RequestSession)).RequireAuthorization(Policies.SignedIn)
            .Refuses(EnrolmentRefusals.HasNoEmployee, EnrolmentRefusals.Full, EnrolmentRefusals.AlreadyThere, EnrolmentRefusals.Trainer)
            .Refuses(EnrolmentRefusals.NotEmployed, SessionRefusals.AttendeeClash);
    }

    private static void MapRecording(RouteGroupBuilder one)
    {
        one.MapGet("/warnings", ListSessionWarnings.HandleAsync).WithName(nameof(ListSessionWarnings)).RequireAuthorization(Policies.SignedIn);
        one.MapGet("/attendance", ListAttendance.HandleAsync).WithName(nameof(ListAttendance)).RequireAuthorization(Policies.SignedIn);
        one.MapGet("/sheet", GetSessionSheet.HandleAsync).WithName(nameof(GetSessionSheet)).RequireAuthorization(Policies.SignedIn)
            .Refuses(SessionRefusals.NotItsTrainer);
        one.MapGet("/survey", GetSurvey.HandleAsync).WithName(nameof(GetSurvey)).RequireAuthorization(Policies.SignedIn);
        one.MapPost("/survey", AnswerSurvey.HandleAsync).WithName(nameof(AnswerSurvey)).RequireAuthorization(Policies.SignedIn)
            .Refuses(SessionRefusals.NotOver, SurveyRefusals.AlreadyAnswered, SurveyRefusals.NotAttended)
            .Refuses(SurveyRefusals.AnswerCount, SurveyRefusals.Answer);

        var acts = one.MapGroup("").RequireAuthorization(Policies.SignedIn).Refuses(SessionRefusals.NotInThisState, SessionRefusals.NotItsTrainer);
        acts.MapPost("/attendance", RecordAttendance.HandleAsync).WithName(nameof(RecordAttendance))
            .Refuses(AttendanceRefusals.MeetingUnknown, AttendanceRefusals.TooEarly, AttendanceRefusals.NoSeat, AttendanceRefusals.Minutes)
            .Refuses(AttendanceRefusals.Twice, AttendanceRefusals.PersonUnknown);
        acts.MapPost("/results", RecordResults.HandleAsync).WithName(nameof(RecordResults))
            .Refuses(ResultRefusals.OutOfRange, ResultRefusals.NoSeat, ResultRefusals.TooEarly, AttendanceRefusals.Twice, AttendanceRefusals.PersonUnknown);
        acts.MapPost("/complete", CompleteSession.HandleAsync).WithName(nameof(CompleteSession))
            .Refuses(SessionRefusals.NotOver, SessionRefusals.AttendanceMissing);
        one.MapPost("/offer-next", OfferNextSession.HandleAsync).WithName(nameof(OfferNextSession)).RequireAuthorization(Policies.ManageSessions)
            .Refuses(SessionRefusals.NotInThisState, SessionRefusals.NobodyAbsent, SessionRefusals.NoNext);
    }

    private static readonly Domain.Rules.Refusal[] Content =
    [
        SessionRefusals.CourseUnknown, CourseRefusals.Retired, SessionRefusals.WorkPlaceUnknown, SessionRefusals.TrainerUnknown,
        SessionRefusals.OneTrainer, SessionRefusals.CapacityOutOfRange, SessionRefusals.MeetingLength, SessionRefusals.MeetingsOverlap,
        SessionRefusals.MeetingNumbers, SessionRefusals.TrainerClash, SessionRefusals.RoomClash,
    ];
}
