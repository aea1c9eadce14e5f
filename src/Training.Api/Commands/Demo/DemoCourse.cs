using Training.Domain.Appraisals;

namespace Training.Api.Commands.Demo;

/// <summary>How the quarters of the company were appraised. Steps that lie on the day of the making or after it have not happened yet.</summary>
/// <param name="Past">What was done to each of the quarters before the last one, up to the publication of its results.</param>
/// <param name="Closing">And then to those before the newest of these.</param>
/// <param name="Latest">To the last one, which waits for whoever looks at the company.</param>
/// <param name="Current">To the one that runs.</param>
/// <param name="Words">What people write in appraisals.</param>
internal sealed record DemoCourse(
    IReadOnlyList<DemoStep> Past,
    IReadOnlyList<DemoStep> Closing,
    IReadOnlyList<DemoStep> Latest,
    IReadOnlyList<DemoStep> Current,
    DemoWords Words)
{
    /// <summary>The steps of each quarter of the history.</summary>
    public IEnumerable<DemoStep> Steps() => Enumerable.Range(0, DemoScene.Quarters + 1)
        .SelectMany(ago => (ago switch { 0 => Current, 1 => Latest, 2 => Past, _ => [.. Past, .. Closing] })
            .Cast<DemoCycleStep>().Select(x => x with { Cycle = ago }));
}

/// <param name="SelfReviews">What people say of themselves.</param>
/// <param name="Praise">Why a mark is very high.</param>
/// <param name="Blame">Why a mark is very low.</param>
/// <param name="Remarks">Of a segment as a whole.</param>
/// <param name="Doubt">Of who does not agree with a result.</param>
internal sealed record DemoWords(
    IReadOnlyList<string> SelfReviews, IReadOnlyList<string> Praise, IReadOnlyList<string> Blame, IReadOnlyList<string> Remarks, string Doubt);

/// <summary>A figure that is otherwise than the made-up one.</summary>
/// <param name="Cycle">How many quarters ago.</param>
/// <param name="SampleSize">Of each of its figures in that quarter; none: there is no figure.</param>
internal sealed record DemoFigure(int Cycle, string Employee, string Kpi, int? SampleSize = null);

/// <summary>An act on the appraisal of a quarter.</summary>
internal abstract record DemoCycleStep(string By) : DemoStep(By)
{
    /// <summary>How many quarters ago its quarter is; what stands in the course of a quarter does not say it.</summary>
    public int Cycle { get; init; }

    /// <summary>Whether the day is one of the quarter after it.</summary>
    public bool After { get; init; }
}

internal sealed record DemoCycleOpened(string By) : DemoCycleStep(By);

/// <summary>HR enters the figures of a month, and with the third month those of the quarter.</summary>
/// <param name="Month">1 to 3.</param>
internal sealed record DemoFiguresEntered(string By, int Month) : DemoCycleStep(By);

internal sealed record DemoCycleAdvanced(string By, AppraisalCyclePhase To) : DemoCycleStep(By);

/// <summary>About half of those who are there judge themselves, each as the person.</summary>
/// <param name="Except">Who does not.</param>
internal sealed record DemoSelvesReviewed(IReadOnlyList<string>? Except = null) : DemoCycleStep("");

/// <param name="Employee">Whose segments the rater scores.</param>
internal sealed record DemoRaterNamed(string By, string Employee, string Rater, string Reason) : DemoCycleStep(By);

/// <summary>Each rater scores what they have to.</summary>
/// <param name="Except">Of whom they do not.</param>
internal sealed record DemoSegmentsScored(IReadOnlyList<string>? Except = null) : DemoCycleStep("");

internal sealed record DemoItemSetAside(string By, string Employee, string Kpi, string Reason) : DemoCycleStep(By);

internal sealed record DemoPointsAdded(string By, string Employee, decimal Points, string Reason) : DemoCycleStep(By);

/// <param name="WithoutFigure">Why HR sets an item aside that has no figure.</param>
internal sealed record DemoScoresConfirmed(string By, string WithoutFigure) : DemoCycleStep(By);

internal sealed record DemoResultsPublished(string By) : DemoCycleStep(By);

/// <summary>About a third of those who are there say that they have read their result, each as the person.</summary>
internal sealed record DemoResultsAcknowledged() : DemoCycleStep("");

internal sealed record DemoCycleClosed(string By) : DemoCycleStep(By);

/// <summary>What came after the result of one person was published.</summary>
internal abstract record DemoPersonStep(string By, string Employee) : DemoCycleStep(By);

internal sealed record DemoAppealFiled(string By, string Employee, string Reason, string? Evidence = null) : DemoPersonStep(By, Employee);

internal sealed record DemoReviewerNamed(string By, string Employee, string Reviewer) : DemoPersonStep(By, Employee);

/// <param name="Points">Of an adjustment.</param>
internal sealed record DemoAppealDecided(string By, string Employee, AppealDecision Decision, string Reason, decimal? Points = null)
    : DemoPersonStep(By, Employee);

/// <summary>A figure is put right, and HR accepts it.</summary>
/// <param name="Month">1 to 3.</param>
/// <param name="AcceptedBy">The user name of an account.</param>
internal sealed record DemoFigureCorrected(string By, string Employee, string Kpi, int Month, decimal Value, string Reason, string AcceptedBy)
    : DemoPersonStep(By, Employee);
