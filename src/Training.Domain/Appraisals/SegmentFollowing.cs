namespace Training.Domain.Appraisals;

/// <summary>What a change of assignment or leave makes of the segments of an appraisal.</summary>
public static class SegmentFollowing
{
    /// <summary>Whether the segments have other days than the plan gives them.</summary>
    public static bool Differs(IReadOnlyCollection<AppraisalSegment> kept, SegmentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(plan);
        var living = kept.Where(x => x.Days > 0).ToDictionary(x => x.Placement);
        return living.Count != plan.Segments.Count || plan.Segments.Any(x => living.GetValueOrDefault(x.Placement)?.IsAsPlanned(x) != true);
    }

    /// <summary>Lets the segments take the days of the plan: those of the same place keep their number, others begin, and those
    /// without a day left lose theirs. Nothing is touched that is as planned already. Returned are those that begin, numbered on from the
    /// highest number ever given.</summary>
    /// <param name="appraisalId">Whose segments they are.</param>
    /// <param name="kept">All that the appraisal ever had.</param>
    /// <param name="plan">As the places of today give it.</param>
    public static IReadOnlyList<AppraisalSegment> Begin(long appraisalId, IReadOnlyCollection<AppraisalSegment> kept, SegmentPlan plan)
    {
        ArgumentNullException.ThrowIfNull(kept);
        ArgumentNullException.ThrowIfNull(plan);
        var planned = plan.Segments.ToDictionary(x => x.Placement);
        foreach (var segment in kept)
        {
            if (!planned.Remove(segment.Placement, out var now))
            {
                if (segment.Days > 0)
                {
                    segment.LoseDays();
                }
            }
            else if (!segment.IsAsPlanned(now))
            {
                segment.Follow(now);
            }
        }

        var last = kept.Select(x => x.Number).DefaultIfEmpty(0).Max();
        return [.. planned.Values.OrderBy(x => x.Number).Select((x, i) => AppraisalSegment.Begin(appraisalId, last + 1 + i, x))];
    }
}
