using Training.Domain.Rules;

namespace Training.Domain.Plans;

/// <summary>A part by which the people of a plan are judged, with the marks that count as excellent and as weak.</summary>
/// <param name="MaxMarks">Full marks, above 0 and at most 1000, one decimal at most.</param>
/// <param name="ExcellentFrom">From so many marks on the result is excellent.</param>
/// <param name="WeakBelow">Below so many marks the result is weak; not above <paramref name="ExcellentFrom"/>.</param>
/// <param name="Measure">Which results of a session its marks judge; none: it is judged outside.</param>
public sealed record EvaluationPartContent(
    Bilingual Name, decimal MaxMarks, decimal ExcellentFrom, decimal WeakBelow, EvaluationMeasure? Measure = null);

/// <summary>Which results of a session a part of an evaluation judges.</summary>
public enum EvaluationMeasure
{
    Theory,
    Practical,
    StageQuiz,
    Survey,
}

/// <summary>How marks in a part are judged.</summary>
public enum EvaluationGrade
{
    Excellent,
    Satisfactory,
    Weak,
}

/// <summary>A part of a plan's evaluation.</summary>
public sealed class PlanEvaluationPart
{
    public const int MaxNameLength = 200;
    public const decimal MostMarks = 1000;

    private PlanEvaluationPart()
    {
    }

    public long Id { get; private set; }

    public long PlanId { get; private set; }

    /// <summary>Place in the evaluation, from 1.</summary>
    public int Sequence { get; private set; }

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    public decimal MaxMarks { get; private set; }

    public decimal ExcellentFrom { get; private set; }

    public decimal WeakBelow { get; private set; }

    /// <summary>Which results of a session it judges.</summary>
    public EvaluationMeasure? Measure { get; private set; }

    public EvaluationPartContent Content => new(new Bilingual(NameZh, NameEn), MaxMarks, ExcellentFrom, WeakBelow, Measure);

    /// <summary>Marks within 0 and full marks.</summary>
    public EvaluationGrade GradeOf(decimal marks) =>
        marks >= ExcellentFrom ? EvaluationGrade.Excellent : marks < WeakBelow ? EvaluationGrade.Weak : EvaluationGrade.Satisfactory;

    internal static PlanEvaluationPart Of(EvaluationPartContent content, int sequence)
    {
        var part = new PlanEvaluationPart { Sequence = sequence };
        part.Take(content);
        return part;
    }

    internal void Take(EvaluationPartContent content)
    {
        (NameZh, NameEn) = (PlainText.Of(content.Name.Zh), PlainText.OrNull(content.Name.En));
        (MaxMarks, ExcellentFrom, WeakBelow, Measure) = (content.MaxMarks, content.ExcellentFrom, content.WeakBelow, content.Measure);
    }

    internal static void Check(IReadOnlyList<EvaluationPartContent> parts)
    {
        foreach (var (i, part) in parts.Index())
        {
            decimal[] marks = [part.MaxMarks, part.ExcellentFrom, part.WeakBelow];
            if (part.MaxMarks is <= 0 or > MostMarks || part.WeakBelow < 0 || part.WeakBelow > part.ExcellentFrom
                || part.ExcellentFrom > part.MaxMarks || marks.Any(x => !Decimals.Fits(x, 1)))
            {
                throw PlanRefusals.EvaluationMarks.At(
                    $"evaluation[{i}]", ("max", part.MaxMarks), ("excellent", part.ExcellentFrom), ("weak", part.WeakBelow), ("most", MostMarks));
            }
        }
    }
}
