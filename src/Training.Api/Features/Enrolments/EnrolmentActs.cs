using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Notices;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

/// <summary>Why.</summary>
/// <param name="Reason">The person reads it.</param>
public sealed record EnrolmentReasonRequest([TextLength(1, Enrolment.MaxReasonLength)] string Reason);

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
