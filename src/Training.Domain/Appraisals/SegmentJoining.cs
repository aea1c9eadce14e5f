using Training.Domain.People;

namespace Training.Domain.Appraisals;

/// <summary>Makes segments of the days that count, and gives away those of segments that are too short (scoring 3).</summary>
internal static class SegmentJoining
{
    /// <summary>Days on end in one place; left-out days do not end a run.</summary>
    private sealed record Run(Placement Placement, IReadOnlyList<DateOnly> Days);

    /// <param name="own">The days that count, in order, each with its place.</param>
    /// <param name="least">Days of its own below which a segment gives its days away.</param>
    public static (IReadOnlyList<PlannedSegment> Segments, IReadOnlyList<GivenStretch> Given) Of(
        IReadOnlyList<(DateOnly Day, Placement Placement)> own, int least)
    {
        var ownDays = own.GroupBy(x => x.Placement).ToDictionary(x => x.Key, x => x.Count());
        if (ownDays.Count == 0)
        {
            return ([], []);
        }

        var runs = Runs(own);
        var takes = Takers(runs, ownDays, least);
        var numbers = runs.Select(x => x.Placement).Distinct().Where(takes.Contains)
            .Select((placement, index) => (placement, index)).ToDictionary(x => x.placement, x => x.index + 1);
        var target = runs.Select((x, i) => takes.Contains(x.Placement) ? x.Placement : Taker(runs, i, takes, ownDays)).ToList();
        var given = runs.Select((x, i) => (Run: x, To: target[i])).Where(x => x.Run.Placement != x.To)
            .Select(x => new GivenStretch(x.Run.Placement, x.Run.Days[0], x.Run.Days[^1], x.Run.Days.Count, numbers[x.To]));
        var segments = numbers.OrderBy(x => x.Value).Select(x => new PlannedSegment(
            x.Value, x.Key, ownDays[x.Key], Spans(runs.Where((_, i) => target[i] == x.Key).SelectMany(run => run.Days))));
        return ([.. segments], [.. given]);
    }

    private static List<Run> Runs(IReadOnlyList<(DateOnly Day, Placement Placement)> own)
    {
        var runs = new List<Run>();
        var start = 0;
        for (var i = 1; i <= own.Count; i++)
        {
            if (i == own.Count || own[i].Placement != own[start].Placement)
            {
                runs.Add(new(own[start].Placement, [.. own.Skip(start).Take(i - start).Select(x => x.Day)]));
                start = i;
            }
        }

        return runs;
    }

    // Those that are long enough; if none is, the longest, the earlier if equal.
    private static HashSet<Placement> Takers(List<Run> runs, Dictionary<Placement, int> ownDays, int least)
    {
        var longEnough = ownDays.Where(x => x.Value >= least).Select(x => x.Key).ToHashSet();
        return longEnough.Count > 0 ? longEnough : [runs.Select(x => x.Placement).Distinct().MaxBy(x => ownDays[x])!];
    }

    // The longer of the nearest before and after that take, the earlier if equal.
    private static Placement Taker(List<Run> runs, int index, HashSet<Placement> takes, Dictionary<Placement, int> ownDays)
    {
        var before = runs.Take(index).LastOrDefault(x => takes.Contains(x.Placement))?.Placement;
        var after = runs.Skip(index + 1).FirstOrDefault(x => takes.Contains(x.Placement))?.Placement;
        return before is null ? after! : after is null || ownDays[before] >= ownDays[after] ? before : after;
    }

    private static List<DaySpan> Spans(IEnumerable<DateOnly> days)
    {
        var spans = new List<DaySpan>();
        foreach (var day in days)
        {
            if (spans is [.., var last] && last.To.AddDays(1) == day)
            {
                spans[^1] = last with { To = day };
            }
            else
            {
                spans.Add(new(day, day));
            }
        }

        return spans;
    }
}
