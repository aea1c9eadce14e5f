using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>What supervisors noted down.</summary>
internal sealed partial class Visible
{
    /// <summary>Notes of people who do not stand above the caller: those they wrote, those of days on which they stood above the person, or
    /// stand in for one who did, or of a segment that HR named them to score. Shared ones also to the person and to HR.</summary>
    public IQueryable<AppraisalNote> AppraisalNotes()
    {
        var (self, isHumanResources, seats, above) = (caller.EmployeeId ?? 0, caller.IsHumanResources, Seats(), AboveToday());
        return from note in db.AppraisalNotes
               join appraisal in db.Appraisals on note.AppraisalId equals appraisal.Id
               where !above.Contains(appraisal.EmployeeId) && (
                   (note.IsShared && (isHumanResources || appraisal.EmployeeId == self))
                   || (appraisal.EmployeeId != self && (note.WriterId == self
                       || db.ReportingLines.Any(line => line.EmployeeId == appraisal.EmployeeId && seats.Contains(line.SupervisorId)
                           && line.From <= note.On && (line.To == null || line.To >= note.On))
                       || db.AppraisalSegments.Any(segment => segment.AppraisalId == appraisal.Id && segment.Days > 0
                           && segment.RaterId != null && seats.Contains(segment.RaterId.Value)
                           && db.Assignments.Any(place => place.EmployeeId == appraisal.EmployeeId && place.From <= note.On
                               && (place.To == null || place.To >= note.On) && place.DepartmentId == segment.DepartmentId
                               && place.PositionId == segment.PositionId && place.SupervisorId == segment.SupervisorId)))))
               select note;
    }
}
