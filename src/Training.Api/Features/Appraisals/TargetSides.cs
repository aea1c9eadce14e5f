using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>Who the caller is to the targets of a segment.</summary>
/// <param name="RaterId">Who scores it today.</param>
/// <param name="DeciderId">The next above; none: HR and approvers.</param>
/// <param name="Side">The caller's side; none: neither.</param>
/// <param name="Speaker">As whom the caller speaks for that side.</param>
/// <param name="Deciding">As whom the caller decides; none: another does.</param>
internal sealed record TargetParties(long? RaterId, long? DeciderId, TargetSide? Side, TargetSpeaker? Speaker, TargetSpeaker? Deciding);

/// <summary>Finds out who the caller is to the targets of segments, in a number of queries that does not grow with them.</summary>
internal sealed class TargetSides(TrainingDb db, CurrentPerson caller, SegmentRaters raters, TargetDeciders deciders)
{
    /// <summary>For each of the segments of one appraisal, by its number.</summary>
    public async Task<IReadOnlyDictionary<int, TargetParties>> OfAsync(
        Appraisal appraisal, IReadOnlyCollection<AppraisalSegment> segments, CancellationToken cancellation)
    {
        var ids = segments.Select(x => x.Id).ToList();
        var asked = db.AppraisalSegments.Where(x => ids.Contains(x.Id));
        var (raterOf, deciderOf) = (await raters.OfAsync(asked, cancellation), await deciders.OfAsync(asked, cancellation));
        var parties = new Dictionary<int, TargetParties>();
        foreach (var segment in segments)
        {
            parties[segment.Number] = await PartiesAsync(appraisal.EmployeeId, raterOf[segment.Id], deciderOf[segment.Id], cancellation);
        }

        return parties;
    }

    /// <summary>The caller as a side of the segment. Refused: to who is neither.</summary>
    public async Task<(TargetSide Side, TargetSpeaker Speaker, TargetParties Parties)> RequireSideAsync(
        Appraisal appraisal, AppraisalSegment segment, CancellationToken cancellation)
    {
        var parties = (await OfAsync(appraisal, [segment], cancellation))[segment.Number];
        return parties is { Side: { } side, Speaker: { } speaker } ? (side, speaker, parties) : throw TargetRefusals.NotASide.With();
    }

    /// <summary>The caller as who decides on the segment. Refused: about oneself; to who is not the next above.</summary>
    public async Task<(TargetSpeaker Speaker, TargetParties Parties)> RequireDeciderAsync(
        Appraisal appraisal, AppraisalSegment segment, CancellationToken cancellation)
    {
        caller.RefuseOwn(appraisal.EmployeeId);
        var parties = (await OfAsync(appraisal, [segment], cancellation))[segment.Number];
        return (parties.Deciding ?? throw TargetRefusals.NotTheDecider.With(), parties);
    }

    private async Task<TargetParties> PartiesAsync(long employeeId, long? rater, long? decider, CancellationToken cancellation)
    {
        if (caller.Is(employeeId))
        {
            return new(rater, decider, TargetSide.Person, new(employeeId, null), null);
        }

        var scorer = await raters.ScorerAsync(rater, employeeId, cancellation);
        return new(
            rater, decider, scorer is null ? null : TargetSide.Rater, scorer is null ? null : new(scorer.EmployeeId, scorer.ForId),
            await deciders.SpeakerAsync(employeeId, rater, decider, cancellation));
    }
}
