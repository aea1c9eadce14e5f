using Microsoft.EntityFrameworkCore;
using Training.Domain.Appraisals;

namespace Training.Api.Access;

/// <summary>What people are appraised in.</summary>
internal sealed partial class Visible
{
    /// <summary>Cycles: to HR all; to others those that are no longer in preparation.</summary>
    public IQueryable<AppraisalCycle> AppraisalCycles() =>
        caller.IsHumanResources ? db.AppraisalCycles : db.AppraisalCycles.Where(x => x.Phase != AppraisalCyclePhase.Planned);

    private static readonly AppraisalStage[] Shown = [AppraisalStage.Published, AppraisalStage.Closed];

    /// <summary>Appraisals: to HR and approvers those of people who do not stand above them; to others their own, those with a segment
    /// that they may see, published ones of the people who are visible today, and those whose appeal they review.</summary>
    public IQueryable<Appraisal> Appraisals()
    {
        if (caller.IsHumanResources || caller.IsApprover)
        {
            var above = AboveToday();
            return db.Appraisals.Where(x => !above.Contains(x.EmployeeId));
        }

        var (self, ofLine, known, reviewed) = (caller.EmployeeId ?? 0, OfLine(), Known(), Reviewed());
        return db.Appraisals.Where(x => x.EmployeeId == self || ofLine.Any(y => y.AppraisalId == x.Id) || reviewed.Contains(x.Id)
            || (Shown.Contains(x.Stage) && known.Contains(x.EmployeeId)));
    }

    /// <summary>Segments: all of the appraisals that HR and approvers may see; to others those of their own appraisals, and those in whose days the
    /// person stood below them, or below somebody whose deputy they are today.</summary>
    public IQueryable<AppraisalSegment> AppraisalSegments()
    {
        if (caller.IsHumanResources || caller.IsApprover)
        {
            var appraisals = Appraisals();
            return db.AppraisalSegments.Where(x => appraisals.Any(y => y.Id == x.AppraisalId));
        }

        var (self, ofLine, reviewed) = (caller.EmployeeId ?? 0, OfLine().Select(x => x.Id), Reviewed());
        return db.AppraisalSegments.Where(x => ofLine.Contains(x.Id) || reviewed.Contains(x.AppraisalId)
            || db.Appraisals.Any(y => y.Id == x.AppraisalId && y.EmployeeId == self));
    }

    /// <summary>Refuses who sees some segments of the appraisal alone; HR, approvers and the person see all.</summary>
    public async Task RequireWholeAsync(Appraisal appraisal, CancellationToken cancellation)
    {
        var id = appraisal.Id;
        if (!await WholeAppraisals().AnyAsync(x => x.Id == id, cancellation))
        {
            throw AppraisalRefusals.ReceiptOfOthers.With();
        }
    }

    /// <summary>Appeals: to HR and approvers those of people who do not stand above them; to others their own, and those that they have to
    /// decide on.</summary>
    public IQueryable<Appeal> Appeals()
    {
        var (self, appraisals) = (caller.EmployeeId ?? 0, Appraisals());
        var found = db.Appeals.Where(x => appraisals.Any(y => y.Id == x.AppraisalId));
        return caller.IsHumanResources || caller.IsApprover
            ? found
            : found.Where(x => (x.ReviewerId == self && x.State == AppealState.InReview)
                || db.Appraisals.Any(y => y.Id == x.AppraisalId && y.EmployeeId == self));
    }

    /// <summary>The appraisals whose second reviewer the caller is, until they have decided.</summary>
    private IQueryable<long> Reviewed()
    {
        var self = caller.EmployeeId ?? 0;
        return db.Appeals.Where(x => x.ReviewerId == self && x.State == AppealState.InReview).Select(x => x.AppraisalId);
    }

    /// <summary>Segments of the people below in the days in which they were below: a day that line, assignment and segment have in common.
    /// One without days is seen by who was its direct supervisor, and any by whom HR named to score it.</summary>
    private IQueryable<AppraisalSegment> OfLine()
    {
        var (seats, above) = (Seats(), AboveToday());
        var withDays = from line in db.ReportingLines
                       where seats.Contains(line.SupervisorId) && !above.Contains(line.EmployeeId)
                       join appraisal in db.Appraisals on line.EmployeeId equals appraisal.EmployeeId
                       join segment in db.AppraisalSegments on appraisal.Id equals segment.AppraisalId
                       join place in db.Assignments on line.EmployeeId equals place.EmployeeId
                       where segment.Days > 0 && place.DepartmentId == segment.DepartmentId && place.PositionId == segment.PositionId
                           && place.SupervisorId == segment.SupervisorId
                           && line.From <= segment.ToOn && (line.To == null || line.To >= segment.FromOn)
                           && place.From <= segment.ToOn && (place.To == null || place.To >= segment.FromOn)
                           && (line.To == null || place.From <= line.To) && (place.To == null || line.From <= place.To)
                       select segment.Id;
        return db.AppraisalSegments.Where(x => withDays.Contains(x.Id)
            || (((x.Days == 0 && x.SupervisorId != null && seats.Contains(x.SupervisorId.Value)) || (x.RaterId != null && seats.Contains(x.RaterId.Value)))
                && !db.Appraisals.Any(y => y.Id == x.AppraisalId && above.Contains(y.EmployeeId))));
    }
}
