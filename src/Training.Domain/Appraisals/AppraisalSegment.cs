using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Appraisals;

/// <summary>Days of a quarter in one department and position under one direct supervisor, who scores them (scoring 3). Its number is
/// given once and never again: a segment that loses its days to a later change of assignment stays, with what was written in it.</summary>
public sealed partial class AppraisalSegment : IVersioned
{
    private AppraisalSegment()
    {
    }

    public long Id { get; private set; }

    public long AppraisalId { get; private set; }

    /// <summary>1, 2, 3 … within the appraisal.</summary>
    public int Number { get; private set; }

    public long DepartmentId { get; private set; }

    public long PositionId { get; private set; }

    /// <summary>The direct supervisor of its days; none: the seat is vacant.</summary>
    public long? SupervisorId { get; private set; }

    /// <summary>First and last day of its own and of the days given to it.</summary>
    public DateOnly FromOn { get; private set; }

    public DateOnly ToOn { get; private set; }

    /// <summary>Days of its own, without those given to it by shorter ones.</summary>
    public int OwnDays { get; private set; }

    /// <summary>All its days, by which it is weighted; 0: a change of assignment took them all.</summary>
    public int Days { get; private set; }

    public AppraisalSegmentState State { get; private set; }

    public int Version { get; private set; }

    public Placement Placement => new(DepartmentId, PositionId, SupervisorId);

    /// <summary>A segment as it is planned; it is given its number by the appraisal.</summary>
    public static AppraisalSegment Begin(long appraisalId, int number, PlannedSegment planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var place = planned.Placement;
        var segment = new AppraisalSegment
        {
            AppraisalId = appraisalId, Number = number, DepartmentId = place.DepartmentId, PositionId = place.PositionId, SupervisorId = place.SupervisorId,
        };
        segment.Follow(planned);
        return segment;
    }

    /// <summary>Takes the days that the places of today give it.</summary>
    public void Follow(PlannedSegment planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        (FromOn, ToOn, OwnDays, Days) = (planned.Spans[0].From, planned.Spans[^1].To, planned.OwnDays, planned.Days);
    }

    /// <summary>A change of assignment took all its days.</summary>
    public void LoseDays() => (OwnDays, Days) = (0, 0);

    /// <summary>Whether it has these days already.</summary>
    public bool IsAsPlanned(PlannedSegment planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return (FromOn, ToOn, OwnDays, Days) == (planned.Spans[0].From, planned.Spans[^1].To, planned.OwnDays, planned.Days);
    }
}
