using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

/// <summary>Why.</summary>
/// <param name="Reason">The person reads it.</param>
public sealed record EnrolmentReasonRequest([TextLength(1, Enrolment.MaxReasonLength)] string Reason);

/// <summary>Why, where a reason is asked.</summary>
/// <param name="Reason">Needed when it is another's enrolment.</param>
public sealed record WithdrawEnrolmentRequest([TextLength(0, Enrolment.MaxReasonLength)] string? Reason = null);

/// <summary>The acts by which an enrolment gets, keeps or loses its seat; each gives what it frees to the next in line.</summary>
internal sealed class EnrolmentActs(EnrolmentRecords records, GiveSeats give, EnrolPeople enrol, OrganisationClock clock, NoticeBox notices, TrainingDb db)
{
    /// <summary>One such act; then offers that have run out are let go, and what is free is given to the next.</summary>
    /// <param name="act">What is done.</param>
    /// <param name="isReached">Who is let in takes a free seat without an offer.</param>
    /// <param name="takesTime">The person's time is taken by it, so it has to be free.</param>
    public Task<EnrolmentResponse> RunAsync(
        long id, Action<Enrolment> checkVersion, Action<EnrolmentRecords.Found> act, CancellationToken cancellation, bool isReached = false,
        bool takesTime = false, string? notice = null, string? reason = null) =>
        records.ActAsync(
            id,
            checkVersion,
            async found =>
            {
                act(found);
                if (takesTime)
                {
                    await RefuseClashesAsync(found, cancellation);
                }

                var queue = await give.QueueAsync(found.Session.Id, cancellation);
                if (isReached && enrol.Room(found.Session, queue) < 0)
                {
                    throw EnrolmentRefusals.Full.With(("code", found.Session.Code), ("capacity", found.Session.Capacity));
                }

                await give.RunAsync(found.Session, queue, isReached ? new HashSet<Enrolment> { found.Enrolment } : null, cancellation);
                if (notice is not null)
                {
                    await notices.TellAsync(
                        notice, found.Enrolment.EmployeeId, new NoticeSubject("enrolment", id), cancellation,
                        ("code", found.Session.Code), ("startsAt", found.Session.StartsAt), ("reason", reason));
                }
            },
            cancellation);

    private async Task RefuseClashesAsync(EnrolmentRecords.Found found, CancellationToken cancellation)
    {
        var (session, person) = (found.Session, found.Enrolment.EmployeeId);
        var clashes = await db.ClashesOfAsync([person], [.. session.Meetings.Select(x => x.Time)], session.Id, Now, cancellation);
        if (clashes.Count > 0)
        {
            throw SessionRefusals.AttendeeClash.Naming("session", clashes.Named(), ("code", session.Code), ("count", clashes.Count));
        }
    }

    /// <summary>The instant of the act.</summary>
    public DateTimeOffset Now => clock.Now;
}

internal static class ApproveEnrolment
{
    /// <summary>Approves what a person asked for: they take a free seat, or the place in the line that their request has. By the direct
    /// supervisor or their deputy; by HR for who has no supervisor. Refused once the session has begun.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(long id, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(
            id,
            ifMatch.Accept,
            x =>
            {
                x.Enrolment.Approve(x.By, acts.Now);
                x.Session.RefuseUnlessOpen(acts.Now);
            },
            cancellation,
            isReached: true,
            takesTime: true);
}

internal static class DeclineEnrolment
{
    /// <summary>Declines what a person asked for, with the reason. By whom it could be approved.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(
        long id, EnrolmentReasonRequest request, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(
            id, ifMatch.Require, x => x.Enrolment.Decline(x.By, request.Reason, acts.Now), cancellation, notice: "enrolment.declined", reason: request.Reason);
}

internal static class WithdrawEnrolment
{
    /// <summary>Gives up a seat or a place in the line; what is freed goes to the next at once. By the person, unless it is mandatory; by
    /// the direct supervisor, their deputy and HR with the reason. Refused once the session has begun: who is not there is absent.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(
        long id, WithdrawEnrolmentRequest request, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(
            id,
            ifMatch.Require,
            x =>
            {
                x.Enrolment.Withdraw(x.By, request.Reason, acts.Now);
                x.Session.RefuseUnlessOpen(acts.Now);
            },
            cancellation,
            notice: "enrolment.givenUp",
            reason: request.Reason);
}

internal static class AcceptEnrolment
{
    /// <summary>Takes the seat that is held for the caller. Refused once the offer has run out.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(long id, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(id, ifMatch.Accept, x => x.Enrolment.Accept(x.By, acts.Now), cancellation, takesTime: true);
}

internal static class RefuseEnrolment
{
    /// <summary>Leaves the seat that is held for the caller to the next in line.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(long id, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(id, ifMatch.Accept, x => x.Enrolment.Refuse(x.By, acts.Now), cancellation);
}

internal static class MakeEnrolmentMandatory
{
    /// <summary>Puts an enrolment before the voluntary ones, with the reason: the only way in which the order of the line changes. By HR,
    /// never for oneself. The person is told.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(
        long id, EnrolmentReasonRequest request, IfMatch ifMatch, EnrolmentActs acts, CancellationToken cancellation) =>
        acts.RunAsync(
            id, ifMatch.Require, x => x.Enrolment.MakeMandatory(x.By, request.Reason, acts.Now), cancellation, takesTime: true,
            notice: "enrolment.mandatory", reason: request.Reason);
}

internal static class SignOffEnrolment
{
    /// <summary>Signs off that the person has shown the practice; it may be what the completion was waiting for. By the trainer of the
    /// session and HR, once, never for oneself, after the session has begun.</summary>
    internal static Task<EnrolmentResponse> HandleAsync(
        long id, IfMatch ifMatch, EnrolmentRecords records, SettleEnrolments settle, OrganisationClock clock, CancellationToken cancellation) =>
        records.ActAsync(
            id,
            ifMatch.Accept,
            async x =>
            {
                x.Enrolment.SignOff(x.By, clock.Now);
                if (x.Session.StartsAt > clock.Now)
                {
                    throw ResultRefusals.TooEarly.With(("startsAt", x.Session.StartsAt));
                }

                await settle.RunAsync(x.Session, [x.Enrolment], cancellation);
            },
            cancellation);
}
