using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>Results of one enrolment, each 0–100 with at most one decimal.</summary>
public sealed record SessionResults(decimal? Theory, decimal? Practical, decimal? StageQuiz)
{
    public static readonly SessionResults None = new(null, null, null);

    /// <summary>The score that is recorded with the completion: the mean of theory and practical, those that there are, else the stage
    /// quiz; rounded half up to one decimal.</summary>
    public decimal? Score => (Theory, Practical) switch
    {
        ({ } theory, { } practical) => Math.Round((theory + practical) / 2, 1, MidpointRounding.AwayFromZero),
        (null, null) => StageQuiz,
        var (theory, practical) => theory ?? practical,
    };

    internal IEnumerable<(EvaluationMeasure Measure, decimal Score)> Given()
    {
        (EvaluationMeasure, decimal?)[] all =
            [(EvaluationMeasure.Theory, Theory), (EvaluationMeasure.Practical, Practical), (EvaluationMeasure.StageQuiz, StageQuiz)];
        foreach (var (measure, score) in all)
        {
            if (score is { } given)
            {
                yield return (measure, given);
            }
        }
    }

    /// <summary>Refuses scores out of range or with more decimals.</summary>
    internal void Check(string place)
    {
        foreach (var (measure, score) in Given())
        {
            if (score is < 0 or > 100 || !Decimals.Fits(score, 1))
            {
                throw ResultRefusals.OutOfRange.At(place + FieldOf(measure), ("score", score));
            }
        }
    }

    private static string FieldOf(EvaluationMeasure measure) => measure switch
    {
        EvaluationMeasure.Theory => "theory",
        EvaluationMeasure.Practical => "practical",
        _ => "stageQuiz",
    };
}

/// <summary>Why results are refused.</summary>
public static class ResultRefusals
{
    public static readonly Refusal OutOfRange = Refusal.Content("result.outOfRange");

    /// <summary>Results are given for who has a seat.</summary>
    public static readonly Refusal NoSeat = Refusal.State("result.noSeat");
    public static readonly Refusal TooEarly = Refusal.State("result.tooEarly");
}

/// <summary>How the results of an enrolment are judged.</summary>
public enum SessionOutcome
{
    Excellent,
    Passed,

    /// <summary>Needs coaching: a retraining order is made of it.</summary>
    Weak,
}

/// <summary>From how many marks out of 100 a result is excellent, and below how many weak.</summary>
public readonly record struct MarkBand(decimal ExcellentFrom, decimal WeakBelow);

/// <summary>The bands by which results are judged: those of the plan that asks the course of the person, by what each part
/// measures, scaled to 100; where the plan has none, excellent from 90 and weak below 60, or below the pass mark of the course.</summary>
public sealed class OutcomeMarks(IReadOnlyDictionary<EvaluationMeasure, MarkBand> bands, decimal? passMark)
{
    /// <summary>A proposal: the documents give no marks.</summary>
    public const decimal ExcellentFrom = 90;
    public const decimal WeakBelow = 60;

    /// <summary>The marks of a plan's evaluation; a part that measures nothing of a session is left out.</summary>
    public static OutcomeMarks Of(IEnumerable<PlanEvaluationPart> parts, decimal? passMark) => new(
        parts.Where(x => x.Measure is not null).GroupBy(x => x.Measure!.Value)
            .ToDictionary(x => x.Key, x => new MarkBand(x.First().ExcellentFrom * 100 / x.First().MaxMarks, x.First().WeakBelow * 100 / x.First().MaxMarks)),
        passMark);

    /// <summary>Below the pass mark every test is weak, whatever the plan says.</summary>
    public MarkBand BandOf(EvaluationMeasure measure)
    {
        var least = measure == EvaluationMeasure.StageQuiz && bands.ContainsKey(measure) ? 0 : passMark ?? 0;
        var band = bands.TryGetValue(measure, out var given) ? given : new MarkBand(ExcellentFrom, passMark ?? WeakBelow);
        return new MarkBand(Math.Max(band.ExcellentFrom, least), Math.Max(band.WeakBelow, least));
    }

    /// <summary>Weak when one result is weak, excellent when all are, else passed; none without results.</summary>
    public SessionOutcome? Judge(SessionResults results)
    {
        var given = results.Given().Select(x => (x.Score, Band: BandOf(x.Measure))).ToList();
        return given.Count == 0 ? null
            : given.Exists(x => x.Score < x.Band.WeakBelow) ? SessionOutcome.Weak
            : given.TrueForAll(x => x.Score >= x.Band.ExcellentFrom) ? SessionOutcome.Excellent
            : SessionOutcome.Passed;
    }
}

/// <summary>What is still missing for a completion.</summary>
public enum Missing
{
    /// <summary>The attendance of a meeting is not recorded. Values: recorded, meetings.</summary>
    Attendance,

    /// <summary>Fewer minutes than the course asks. Values: minutes, needed.</summary>
    AttendanceShare,

    /// <summary>The course asks for a score, and there is none. Value: pass mark.</summary>
    Result,

    /// <summary>A result is below the pass mark. Values: score, pass mark.</summary>
    PassMark,

    /// <summary>A result is weak by the marks of the plan.</summary>
    WeakResult,

    /// <summary>The survey is not answered.</summary>
    Survey,

    /// <summary>The practice is not signed off.</summary>
    SignOff,
}

/// <summary>One reason why a course is not completed.</summary>
/// <param name="Have">What there is, in minutes, meetings or marks.</param>
/// <param name="Need">What is asked.</param>
/// <param name="IsFinal">It cannot come by waiting: the person has not met what the course asks.</param>
public sealed record MissingPart(Missing Missing, decimal? Have, decimal? Need, bool IsFinal);

/// <summary>What a completion is worked out from, beside the enrolment itself.</summary>
/// <param name="Terms">What the course version asks for.</param>
/// <param name="Marks">How results are judged.</param>
/// <param name="MeetingMinutes">The length of each meeting.</param>
/// <param name="LastOn">The day of the last meeting.</param>
public sealed record CompletionFacts(CourseTerms Terms, OutcomeMarks Marks, IReadOnlyCollection<int> MeetingMinutes, DateOnly LastOn)
{
    public int TotalMinutes => MeetingMinutes.Sum();

    /// <summary>Minutes that are enough, rounded up: 80 % of 181 minutes are 145.</summary>
    public int NeededMinutes => ((TotalMinutes * Terms.AttendancePercent) + 99) / 100;
}

/// <summary>Whether an enrolment completes its course, by the rule of the course version, and if not, what is missing.</summary>
/// <param name="Parts">What is missing; empty: completed.</param>
public sealed record CompletionCheck(IReadOnlyList<MissingPart> Parts, SessionOutcome? Outcome)
{
    public bool IsMet => Parts.Count == 0;

    public bool IsFailed => Parts.Any(x => x.IsFinal);

    /// <summary>Works it out from what is recorded.</summary>
    public static CompletionCheck Of(Enrolment enrolment, CompletionFacts facts)
    {
        var (terms, results) = (facts.Terms, enrolment.Results);
        var outcome = facts.Marks.Judge(results);
        var missing = new List<MissingPart>();
        var recorded = enrolment.Attendance.Count;
        var minutes = enrolment.MinutesAttended;
        if (recorded < facts.MeetingMinutes.Count)
        {
            missing.Add(new(Missing.Attendance, recorded, facts.MeetingMinutes.Count, false));
        }
        else if (minutes < facts.NeededMinutes)
        {
            missing.Add(new(Missing.AttendanceShare, minutes, facts.NeededMinutes, true));
        }

        missing.AddRange(OfResults(terms, results, outcome));
        if (terms.RequiresSurvey && enrolment.SurveyAnsweredAt is null)
        {
            missing.Add(new(Missing.Survey, null, null, false));
        }

        if (terms.RequiresSignOff && enrolment.SignedOffAt is null)
        {
            missing.Add(new(Missing.SignOff, null, null, false));
        }

        return new CompletionCheck(missing, outcome);
    }

    private static IEnumerable<MissingPart> OfResults(CourseTerms terms, SessionResults results, SessionOutcome? outcome)
    {
        var mark = terms.CompletionRule == CompletionRule.PassMark ? terms.PassMark : null;
        var exams = results.Given().Where(x => x.Measure != EvaluationMeasure.StageQuiz || results is { Theory: null, Practical: null })
            .Select(x => x.Score).ToList();
        if (mark is not null && exams.Count == 0)
        {
            yield return new(Missing.Result, null, mark, false);
        }

        if (exams.Count > 0 && exams.Min() < mark)
        {
            yield return new(Missing.PassMark, exams.Min(), mark, true);
        }
        else if (outcome == SessionOutcome.Weak)
        {
            yield return new(Missing.WeakResult, results.Given().Min(x => x.Score), null, true);
        }
    }
}
