using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>Tells people what became of a target.</summary>
internal sealed class TargetNotices(TrainingDb db, NoticeBox notices)
{
    /// <summary>A proposal is told to the other side; an answer to who proposed; what is to be decided to the next above; a decision to both
    /// sides.</summary>
    public async Task TellAsync(FoundTarget found, TargetParties parties, CancellationToken cancellation)
    {
        var (target, person) = (found.Target, found.Appraisal.EmployeeId);
        var name = await db.Employees.Where(x => x.Id == person).Select(x => x.NameZh).SingleAsync(cancellation);
        var subject = new NoticeSubject("appraisal", found.Appraisal.Id);
        (string, object?)[] values = [("quarter", found.Cycle.Code), ("employee", name), ("code", found.KpiCode)];
        var isDecided = target.Steps.Last().Act == SegmentTargetAct.Decide;
        List<long> sides = [.. new[] { person, parties.RaterId }.OfType<long>()];
        var proposer = target.ProposedBy == TargetSide.Person ? person : parties.RaterId;
        Task ToAsync(string kind, IEnumerable<long> people) => notices.TellAsync(kind, [.. people], subject, cancellation, values);
        await (target.State switch
        {
            SegmentTargetState.Proposed => ToAsync("appraisal.targetProposed", sides.Where(x => x != proposer)),
            SegmentTargetState.Refused => ToAsync("appraisal.targetRefused", sides.Where(x => x == proposer)),
            SegmentTargetState.Agreed when isDecided => ToAsync("appraisal.targetDecided", sides),
            SegmentTargetState.Agreed => ToAsync("appraisal.targetAgreed", sides.Where(x => x == proposer)),
            _ when parties.DeciderId is { } decider => ToAsync("appraisal.targetToDecide", [decider]),
            _ => notices.TellRolesAsync("appraisal.targetToDecide", [Role.HumanResources, Role.Approver], person, [], subject, cancellation, values),
        });
    }
}
