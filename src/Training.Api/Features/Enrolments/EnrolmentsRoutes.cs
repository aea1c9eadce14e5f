using Training.Api.Access;
using Training.Api.Errors;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

internal static class EnrolmentsRoutes
{
    /// <summary>A person's place in a session: approved, offered, taken, given up.</summary>
    public static void MapEnrolments(this IEndpointRouteBuilder api)
    {
        var enrolments = api.MapGroup("/enrolments").WithTags("enrolments");

        enrolments.MapGet("", ListEnrolments.Handle).WithName(nameof(ListEnrolments)).RequireAuthorization(Policies.SignedIn);
        api.MapGet("/sessions/{id}/enrolments", ListSessionEnrolments.HandleAsync).WithTags("enrolments").WithName(nameof(ListSessionEnrolments))
            .RequireAuthorization(Policies.SignedIn).Refuses(CommonRefusals.Unknown);
        var one = enrolments.MapGroup("/{id}").Refuses(CommonRefusals.Unknown);
        one.MapGet("", GetEnrolment.HandleAsync).WithName(nameof(GetEnrolment)).RequireAuthorization(Policies.SignedIn);

        var acts = one.MapGroup("").Refuses(EnrolmentRefusals.NotInThisState);
        acts.MapPost("/approve", ApproveEnrolment.HandleAsync).WithName(nameof(ApproveEnrolment)).RequireAuthorization(Policies.NominateForSessions)
            .Refuses(EnrolmentRefusals.Own, EnrolmentRefusals.NotYours, SessionRefusals.Started, SessionRefusals.AttendeeClash)
            .Refuses(EnrolmentRefusals.Full);
        acts.MapPost("/decline", DeclineEnrolment.HandleAsync).WithName(nameof(DeclineEnrolment)).RequireAuthorization(Policies.NominateForSessions)
            .Refuses(EnrolmentRefusals.Own, EnrolmentRefusals.NotYours);
        acts.MapPost("/withdraw", WithdrawEnrolment.HandleAsync).WithName(nameof(WithdrawEnrolment)).RequireAuthorization(Policies.SignedIn)
            .Refuses(EnrolmentRefusals.NotYours, EnrolmentRefusals.Mandatory, EnrolmentRefusals.ReasonMissing, SessionRefusals.Started);
        acts.MapPost("/accept", AcceptEnrolment.HandleAsync).WithName(nameof(AcceptEnrolment)).RequireAuthorization(Policies.SignedIn)
            .Refuses(EnrolmentRefusals.NotOwn, EnrolmentRefusals.OfferRanOut, SessionRefusals.AttendeeClash);
        acts.MapPost("/refuse", RefuseEnrolment.HandleAsync).WithName(nameof(RefuseEnrolment)).RequireAuthorization(Policies.SignedIn)
            .Refuses(EnrolmentRefusals.NotOwn, EnrolmentRefusals.OfferRanOut);
        acts.MapPost("/mandatory", MakeEnrolmentMandatory.HandleAsync).WithName(nameof(MakeEnrolmentMandatory))
            .RequireAuthorization(Policies.ManageSessions).Refuses(EnrolmentRefusals.Own, EnrolmentRefusals.AlreadyMandatory, SessionRefusals.AttendeeClash);
        acts.MapPost("/sign-off", SignOffEnrolment.HandleAsync).WithName(nameof(SignOffEnrolment)).RequireAuthorization(Policies.SignedIn)
            .Refuses(EnrolmentRefusals.Own, SessionRefusals.NotItsTrainer, EnrolmentRefusals.AlreadySignedOff, ResultRefusals.TooEarly);
    }
}
