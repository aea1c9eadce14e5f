using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>How a review question is answered.</summary>
public enum QuestionKind
{
    /// <summary>By the one right option.</summary>
    SingleChoice,

    /// <summary>By all right options, one or several.</summary>
    MultipleChoice,

    /// <summary>By saying whether the statement is true.</summary>
    TrueFalse,

    /// <summary>In words, beside which a model answer stands.</summary>
    ShortAnswer,
}

/// <summary>An option of a choice.</summary>
public sealed record QuestionOption(string Zh, string? En, bool IsRight);

/// <summary>One review question of a course.</summary>
/// <param name="Number">1–200, each once.</param>
/// <param name="ModuleNumber">The module it is about; none: the course as a whole.</param>
/// <param name="Kind">How it is answered.</param>
/// <param name="Text">The question, or the statement that is true or not.</param>
/// <param name="Options">Of a choice at least two, in their order; of others none.</param>
/// <param name="IsTrue">Of a statement; of others none.</param>
/// <param name="ModelAnswer">Of a short answer; of others none.</param>
public sealed record CourseQuestionContent(
    int Number,
    int? ModuleNumber,
    QuestionKind Kind,
    Bilingual Text,
    IReadOnlyList<QuestionOption> Options,
    bool? IsTrue,
    Bilingual? ModelAnswer)
{
    private const int FewestOptions = 2;

    /// <summary>Whether the other says the same, option by option.</summary>
    internal bool SaysAs(CourseQuestionContent other) =>
        Options.SequenceEqual(other.Options) && this with { Options = other.Options } == other;

    /// <summary>Refuses an answer that the kind does not have, and the lack of the one that it has.</summary>
    /// <param name="place">What its members stand under: <c>questions[2].</c>, or nothing.</param>
    internal void CheckAnswer(string place)
    {
        var isChoice = Kind is QuestionKind.SingleChoice or QuestionKind.MultipleChoice;
        RefuseBeside(place + "options", Options.Count > 0 && !isChoice);
        RefuseBeside(place + "isTrue", IsTrue is not null && Kind != QuestionKind.TrueFalse);
        RefuseBeside(place + "modelAnswer", ModelAnswer is not null && Kind != QuestionKind.ShortAnswer);
        if (isChoice)
        {
            CheckOptions(place + "options");
        }
        else if (IsTrue is null && ModelAnswer is null)
        {
            throw CourseRefusals.QuestionAnswerMissing.At(
                place + (Kind == QuestionKind.TrueFalse ? "isTrue" : "modelAnswer"), ("number", Number), ("kind", Kind));
        }
    }

    private void CheckOptions(string place)
    {
        if (Options.Count < FewestOptions)
        {
            throw CourseRefusals.QuestionOptionsTooFew.At(place, ("number", Number), ("count", Options.Count), ("min", FewestOptions));
        }

        var right = Options.Count(x => x.IsRight);
        if (Kind == QuestionKind.SingleChoice && right != 1)
        {
            throw CourseRefusals.QuestionNotOneRight.At(place, ("number", Number), ("count", right));
        }

        if (right == 0)
        {
            throw CourseRefusals.QuestionNoneRight.At(place, ("number", Number));
        }
    }

    private void RefuseBeside(string place, bool isBeside)
    {
        if (isBeside)
        {
            throw CourseRefusals.QuestionAnswerNotOfKind.At(place, ("number", Number), ("kind", Kind));
        }
    }
}

/// <summary>A review question of a course: course content, to learn by. Its number is unique within the course.</summary>
public sealed class CourseQuestion
{
    private CourseQuestion()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }

    public int Number { get; private set; }

    /// <summary>The module it is about; none: the course as a whole.</summary>
    public int? ModuleNumber { get; private set; }

    public QuestionKind Kind { get; private set; }

    public string TextZh { get; private set; } = "";

    public string? TextEn { get; private set; }

    /// <summary>Of a choice, with which are right.</summary>
    public IReadOnlyList<QuestionOption> Options { get; private set; } = [];

    /// <summary>Whether the statement is true.</summary>
    public bool? IsTrue { get; private set; }

    public string? ModelAnswerZh { get; private set; }

    public string? ModelAnswerEn { get; private set; }

    /// <summary>The question as one value, as a published version keeps it.</summary>
    public CourseQuestionContent Content => new(
        Number, ModuleNumber, Kind, new(TextZh, TextEn), Options, IsTrue, ModelAnswerZh is null ? null : new(ModelAnswerZh, ModelAnswerEn));

    internal static CourseQuestion Of(CourseQuestionContent content)
    {
        var question = new CourseQuestion();
        question.Take(content);
        return question;
    }

    internal void Take(CourseQuestionContent content)
    {
        (Number, ModuleNumber, Kind, IsTrue) = (content.Number, content.ModuleNumber, content.Kind, content.IsTrue);
        (TextZh, TextEn) = (PlainText.Of(content.Text.Zh), PlainText.OrNull(content.Text.En));
        (ModelAnswerZh, ModelAnswerEn) = (PlainText.OrNull(content.ModelAnswer?.Zh), PlainText.OrNull(content.ModelAnswer?.En));
        var options = content.Options.Select(x => new QuestionOption(PlainText.Of(x.Zh), PlainText.OrNull(x.En), x.IsRight)).ToList();
        if (!Options.SequenceEqual(options))
        {
            Options = options;
        }
    }

    internal void MoveTo(int moduleNumber) => ModuleNumber = moduleNumber;
}
