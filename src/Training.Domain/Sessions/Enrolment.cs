using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>Who acts on an enrolment, and how that person stands to its employee today.</summary>
/// <param name="IsDirectSupervisor">Or the deputy of the direct supervisor; HR for who has no supervisor.</param>
/// <param name="IsTrainer">Of the session.</param>
/// <param name="ForSupervisorId">In whose place a deputy acts.</param>
public sealed record EnrolmentActor(
    long AccountId, long? EmployeeId, bool IsHumanResources, bool IsDirectSupervisor, bool IsTrainer = false, long? ForSupervisorId = null);

/// <summary>A person's place in a session: asked for, approved, in line, with a seat, and what came of it.
/// <see cref="SeatQueue"/> gives the seats.</summary>
public sealed partial class Enrolment : IVersioned
{
    public const int MaxReasonLength = 1000;

    private readonly List<EnrolmentStep> _steps = [];

    private Enrolment()
    {
    }

    public long Id { get; private set; }

    public long SessionId { get; private set; }

    public long EmployeeId { get; private set; }

    public EnrolmentState State { get; private set; }

    public EnrolmentSource Source { get; private set; }

    /// <summary>Before the voluntary ones in line; enrolled without an offer.</summary>
    public bool IsMandatory { get; private set; }

    /// <summary>Why HR made it mandatory; none where a plan does.</summary>
    public string? MandatoryReason { get; private set; }

    /// <summary>The place in the line: when it was asked for, not when it was approved.</summary>
    public DateTimeOffset RequestedAt { get; private set; }

    /// <summary>Until when the seat is held; there while offered.</summary>
    public DateTimeOffset? OfferedUntil { get; private set; }

    /// <summary>There when withdrawn.</summary>
    public WithdrawalCause? WithdrawalCause { get; private set; }

    /// <summary>Why it was declined or withdrawn, in words.</summary>
    public string? Reason { get; private set; }

    public int Version { get; private set; }

    /// <summary>What happened to it, in order.</summary>
    public IReadOnlyCollection<EnrolmentStep> Steps => _steps;

    /// <summary>An enrolment that waits for its approval (asked for by the person) or stands in line for a seat (all others).</summary>
    public static Enrolment Ask(
        TrainingSession session, long employeeId, EnrolmentSource source, bool isMandatory, long byAccountId, DateTimeOffset now,
        long? forSupervisorId = null)
    {
        session.RefuseUnlessOpen(now);
        var enrolment = new Enrolment
        {
            SessionId = session.Id,
            EmployeeId = employeeId,
            Source = source,
            IsMandatory = isMandatory,
            RequestedAt = now,
        };
        enrolment.Move(source == EnrolmentSource.Self ? EnrolmentState.Requested : EnrolmentState.Waitlisted, byAccountId, now, null, forSupervisorId);
        return enrolment;
    }

    /// <summary>Lets the person into the line. By the direct supervisor; HR for who has none; never one's own.</summary>
    public void Approve(EnrolmentActor by, DateTimeOffset now)
    {
        RefuseUnlessDecider(by);
        Move(EnrolmentLife.Table.Next(State, EnrolmentAct.Approve), by.AccountId, now, null, by.ForSupervisorId);
        Move(EnrolmentState.Waitlisted, by.AccountId, now, null, by.ForSupervisorId);
    }

    /// <summary>Refuses the request, with the reason. By whom <see cref="Approve"/> is.</summary>
    public void Decline(EnrolmentActor by, string reason, DateTimeOffset now)
    {
        RefuseUnlessDecider(by);
        Reason = PlainText.Of(reason);
        Move(EnrolmentLife.Table.Next(State, EnrolmentAct.Decline), by.AccountId, now, Reason, by.ForSupervisorId);
    }

    /// <summary>Gives up the seat or the place in line, before the session begins. By the person, unless it is mandatory and approved; by
    /// the direct supervisor and HR with the reason.</summary>
    public void Withdraw(EnrolmentActor by, string? reason, DateTimeOffset now)
    {
        var isOwn = by.EmployeeId == EmployeeId;
        if (!isOwn && !by.IsHumanResources && !by.IsDirectSupervisor)
        {
            throw EnrolmentRefusals.NotYours.With();
        }

        if (isOwn && IsMandatory && State != EnrolmentState.Requested)
        {
            throw EnrolmentRefusals.Mandatory.With();
        }

        _ = EnrolmentLife.Table.Next(StateAt(now), EnrolmentAct.Withdraw);
        if (!isOwn && PlainText.OrNull(reason) is null)
        {
            throw EnrolmentRefusals.ReasonMissing.At("reason");
        }

        Reason = PlainText.OrNull(reason);
        End(Sessions.WithdrawalCause.Withdrawn, now, by.AccountId, by.ForSupervisorId);
    }

    /// <summary>Takes the seat that is offered. By the person alone, until it runs out.</summary>
    public void Accept(EnrolmentActor by, DateTimeOffset now)
    {
        RefuseUnlessOffered(by, EnrolmentAct.Accept, now);
        Move(EnrolmentState.Enrolled, by.AccountId, now, null);
    }

    /// <summary>Leaves the offered seat to the next. By the person alone.</summary>
    public void Refuse(EnrolmentActor by, DateTimeOffset now)
    {
        RefuseUnlessOffered(by, EnrolmentAct.Refuse, now);
        End(Sessions.WithdrawalCause.OfferRefused, now, by.AccountId);
    }

    /// <summary>Puts it before the voluntary ones, with the reason: the only way in which anybody changes the order. By HR, never for
    /// oneself. Who was offered a seat has it.</summary>
    public void MakeMandatory(EnrolmentActor by, string reason, DateTimeOffset now)
    {
        if (by.EmployeeId == EmployeeId)
        {
            throw EnrolmentRefusals.Own.With();
        }

        var next = EnrolmentLife.Table.Next(StateAt(now), EnrolmentAct.MakeMandatory);
        if (IsMandatory)
        {
            throw EnrolmentRefusals.AlreadyMandatory.With();
        }

        (IsMandatory, MandatoryReason) = (true, PlainText.Of(reason));
        Move(next, by.AccountId, now, MandatoryReason);
    }

    /// <summary>A plan asks for it now: before the voluntary ones, whoever asked for it. A request needs no other approval.</summary>
    public void TakeOverByPlan(long byAccountId, DateTimeOffset now)
    {
        (IsMandatory, Source) = (true, EnrolmentSource.Plan);
        if (State == EnrolmentState.Requested)
        {
            Move(EnrolmentState.Approved, byAccountId, now, null);
            Move(EnrolmentState.Waitlisted, byAccountId, now, null);
        }
        else if (State == EnrolmentState.Offered)
        {
            Move(EnrolmentState.Enrolled, byAccountId, now, null);
        }
    }

    /// <summary>The time of the session changed: who is enrolled of their own accord is asked again, and the seat is held until then.</summary>
    public void AskAgain(long byAccountId, DateTimeOffset now, DateTimeOffset heldUntil)
    {
        if (State is EnrolmentState.Enrolled or EnrolmentState.Offered && !IsMandatory)
        {
            Move(EnrolmentState.Offered, byAccountId, now, null);
            OfferedUntil = heldUntil;
        }
    }

    /// <summary>The state as it is at the instant: an offer that ran out is withdrawn, whether or not somebody has noticed yet.</summary>
    public EnrolmentState StateAt(DateTimeOffset now) => StateOf(State, OfferedUntil, now);

    /// <summary>As <see cref="StateAt"/>, for rows read without the record.</summary>
    public static EnrolmentState StateOf(EnrolmentState state, DateTimeOffset? offeredUntil, DateTimeOffset now) =>
        state == EnrolmentState.Offered && offeredUntil <= now ? EnrolmentState.Withdrawn : state;

    /// <summary>What this person can do to it now: before the session begins about the seat, from then on the sign-off.</summary>
    public IReadOnlyList<EnrolmentAct> AllowedActions(TrainingSession session, EnrolmentActor by, DateTimeOffset now)
    {
        var (isOwn, isOpen) = (by.EmployeeId == EmployeeId, session.IsOpen(now));
        return EnrolmentLife.Table.AllowedActions(StateAt(now), by, (actor, act) => act switch
        {
            EnrolmentAct.SignOff => !isOpen && (actor.IsHumanResources || actor.IsTrainer) && !isOwn && SignedOffAt is null,
            EnrolmentAct.Approve or EnrolmentAct.Decline => isOpen && actor.IsDirectSupervisor && !isOwn,
            EnrolmentAct.Accept or EnrolmentAct.Refuse => isOpen && isOwn,
            EnrolmentAct.MakeMandatory => isOpen && actor.IsHumanResources && !isOwn && !IsMandatory,
            _ when isOwn => isOpen && (!IsMandatory || State == EnrolmentState.Requested),
            _ => isOpen && (actor.IsHumanResources || actor.IsDirectSupervisor),
        });
    }

    /// <summary>Gives up what there is without an act of a person: the offer ran out, the session was cancelled or began.</summary>
    public void End(WithdrawalCause cause, DateTimeOffset now, long? byAccountId = null, long? forSupervisorId = null)
    {
        WithdrawalCause = cause;
        Move(EnrolmentState.Withdrawn, byAccountId, now, Reason, forSupervisorId);
    }

    /// <summary>The seat; or until then the offer of it.</summary>
    internal void GiveSeat(DateTimeOffset now, DateTimeOffset? offeredUntil)
    {
        Move(offeredUntil is null ? EnrolmentState.Enrolled : EnrolmentState.Offered, null, now, null);
        OfferedUntil = offeredUntil;
    }

    private void RefuseUnlessDecider(EnrolmentActor by)
    {
        if (by.EmployeeId == EmployeeId)
        {
            throw EnrolmentRefusals.Own.With();
        }

        if (!by.IsDirectSupervisor)
        {
            throw EnrolmentRefusals.NotYours.With();
        }
    }

    private void RefuseUnlessOffered(EnrolmentActor by, EnrolmentAct act, DateTimeOffset now)
    {
        if (by.EmployeeId != EmployeeId)
        {
            throw EnrolmentRefusals.NotOwn.With();
        }

        _ = EnrolmentLife.Table.Next(State, act);
        if (OfferedUntil <= now)
        {
            throw EnrolmentRefusals.OfferRanOut.With(("until", OfferedUntil));
        }
    }

    private void Move(EnrolmentState to, long? byAccountId, DateTimeOffset now, string? reason, long? forSupervisorId = null)
    {
        State = to;
        OfferedUntil = null;
        _steps.Add(EnrolmentStep.Of(to, byAccountId, forSupervisorId, now, reason));
    }
}
