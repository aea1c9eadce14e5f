using Training.Domain.Rules;

namespace Training.Domain.Sessions;

/// <summary>What somebody answers: for each question of the survey, in order, a scale value or a text.</summary>
public sealed record SurveyContent(IReadOnlyList<SurveyValue> Answers);

/// <summary>The answer to one question.</summary>
/// <param name="Scale">1 to 5, for a scale.</param>
/// <param name="Text">For a text; may be left empty.</param>
public sealed record SurveyValue(int? Scale, string? Text);

/// <summary>Why a survey is refused.</summary>
public static class SurveyRefusals
{
    public static readonly Refusal AlreadyAnswered = Refusal.State("survey.alreadyAnswered");

    /// <summary>Only who has attended is asked.</summary>
    public static readonly Refusal NotAttended = Refusal.State("survey.notAttended");
    public static readonly Refusal AnswerCount = Refusal.Content("survey.answerCount");
    public static readonly Refusal Answer = Refusal.Content("survey.answer");
}

/// <summary>An answer to the survey after a session. It names nobody: that somebody has answered is kept with the enrolment.</summary>
public sealed class SurveyAnswer
{
    public const int MaxTextLength = 1000;

    private SurveyAnswer()
    {
    }

    public long Id { get; private set; }

    public long SessionId { get; private set; }

    /// <summary>One for each question, in order.</summary>
    public IReadOnlyList<SurveyValue> Values { get; private set; } = [];

    internal static SurveyAnswer Of(TrainingSession session, SurveyContent content)
    {
        if (content.Answers.Count != session.Survey.Count)
        {
            throw SurveyRefusals.AnswerCount.At("answers", ("given", content.Answers.Count), ("questions", session.Survey.Count));
        }

        foreach (var (i, (question, value)) in session.Survey.Zip(content.Answers).Index())
        {
            var fits = question.Kind == SurveyQuestionKind.Scale ? value is { Scale: >= 1 and <= 5, Text: null } : value.Scale is null;
            if (!fits)
            {
                throw SurveyRefusals.Answer.At($"answers[{i}]", ("number", i + 1), ("kind", question.Kind));
            }
        }

        return new SurveyAnswer
        {
            SessionId = session.Id,
            Values = [.. content.Answers.Select(x => new SurveyValue(x.Scale, PlainText.OrNull(x.Text)))],
        };
    }
}

/// <summary>A question summed up over all answers.</summary>
/// <param name="Mean">Mean of the scale, rounded half up to two decimals; none for texts.</param>
/// <param name="Counts">How often 1, 2, 3, 4 and 5 were given; empty for texts.</param>
/// <param name="Texts">The texts in binary order, so that they tell nothing of who wrote first.</param>
public sealed record SurveyQuestionSummary(SurveyQuestion Question, decimal? Mean, IReadOnlyList<int> Counts, IReadOnlyList<string> Texts);

/// <summary>Sums up a survey, once enough have answered for nobody to be recognised.</summary>
public static class SurveySummary
{
    /// <summary>With fewer answers nothing is shown, and further ones are added so many at a time: no single answer can be told from
    /// the difference.</summary>
    public const int LeastAnswers = 5;

    /// <summary>Empty with fewer than <see cref="LeastAnswers"/> answers.</summary>
    /// <param name="answers">In the order in which they came.</param>
    public static IReadOnlyList<SurveyQuestionSummary> Of(IReadOnlyList<SurveyQuestion> questions, IReadOnlyCollection<SurveyAnswer> answers)
    {
        var shown = answers.Take(answers.Count / LeastAnswers * LeastAnswers).ToList();
        return shown.Count == 0 ? [] : [.. questions.Index().Select(x => Of(x.Item, [.. shown.Select(y => y.Values[x.Index])]))];
    }

    private static SurveyQuestionSummary Of(SurveyQuestion question, IReadOnlyList<SurveyValue> values)
    {
        if (question.Kind == SurveyQuestionKind.Text)
        {
            return new(question, null, [], [.. values.Select(x => x.Text).OfType<string>().Order(StringComparer.Ordinal)]);
        }

        var counts = Enumerable.Range(1, 5).Select(x => values.Count(y => y.Scale == x)).ToList();
        var mean = Math.Round((decimal)values.Sum(x => x.Scale!.Value) / values.Count, 2, MidpointRounding.AwayFromZero);
        return new(question, mean, counts, []);
    }
}
