namespace Training.Domain.Sessions;

/// <summary>The one queue of a session: mandatory before voluntary, then by the time of asking. Requests that nobody has approved
/// are passed over and keep their place. A free seat goes to the first in line: a mandatory one is enrolled, to a voluntary
/// one it is offered, and held.</summary>
public static class SeatQueue
{
    /// <summary>Whether an enrolment in this state takes a seat.</summary>
    public static bool TakesSeat(EnrolmentState state) => state is EnrolmentState.Offered or EnrolmentState.Enrolled
        or EnrolmentState.Attended or EnrolmentState.Completed or EnrolmentState.Failed or EnrolmentState.Absent;

    /// <summary>Whether an enrolment in this state is over without a seat.</summary>
    public static bool IsOver(EnrolmentState state) => state is EnrolmentState.Withdrawn or EnrolmentState.Declined;

    /// <summary>The approved ones in line, first first.</summary>
    public static IEnumerable<Enrolment> InLine(IEnumerable<Enrolment> enrolments) => enrolments
        .Where(x => x.State == EnrolmentState.Waitlisted)
        .OrderByDescending(x => x.IsMandatory).ThenBy(x => x.RequestedAt).ThenBy(x => x.Id);

    /// <summary>Lets offers run out and gives every free seat to the first in line; after the session has begun everybody without a
    /// seat is out. Safe to call at any time, by anybody, again and again.</summary>
    /// <param name="session">The session.</param>
    /// <param name="enrolments">All its enrolments that are not over.</param>
    /// <param name="now">The instant.</param>
    /// <param name="heldUntil">Until when an offer made now is held: the end of the next working day, or the start of the session.</param>
    /// <param name="reached">The enrolment that an act has just let in: it takes a free seat without an offer.</param>
    /// <returns>Those whose state changed.</returns>
    public static IReadOnlyList<Enrolment> Give(
        TrainingSession session, IReadOnlyCollection<Enrolment> enrolments, DateTimeOffset now, DateTimeOffset heldUntil,
        IReadOnlySet<Enrolment>? reached = null)
    {
        var before = enrolments.ToDictionary(x => x, x => x.State);
        foreach (var enrolment in enrolments.Where(x => x.State == EnrolmentState.Offered && x.OfferedUntil <= now))
        {
            enrolment.End(WithdrawalCause.OfferRanOut, now);
        }

        if (session.IsOpen(now))
        {
            var free = session.Capacity - enrolments.Count(x => TakesSeat(x.State));
            foreach (var next in InLine(enrolments).Take(Math.Max(0, free)).ToList())
            {
                next.GiveSeat(now, next.IsMandatory || reached?.Contains(next) == true ? null : heldUntil);
            }
        }
        else if (session.StartsAt <= now)
        {
            foreach (var waiting in enrolments.Where(x => x.State is EnrolmentState.Requested or EnrolmentState.Waitlisted or EnrolmentState.Offered))
            {
                waiting.End(WithdrawalCause.SessionBegan, now);
            }
        }

        return [.. enrolments.Where(x => x.State != before[x])];
    }

    /// <summary>What stands against the rules, for the check of a whole database: more seats than there are, or a free seat while
    /// somebody waits.</summary>
    public static bool Holds(TrainingSession session, IReadOnlyCollection<Enrolment> enrolments, DateTimeOffset now)
    {
        var taken = enrolments.Count(x => TakesSeat(x.State));
        return taken <= session.Capacity
            && (!session.IsOpen(now) || taken == session.Capacity || !enrolments.Any(x => x.State == EnrolmentState.Waitlisted));
    }
}
