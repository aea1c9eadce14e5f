using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>The review questions of a course, and the functions of the occupation that it serves.</summary>
public sealed partial class Course
{
    public const int MaxFunctions = 50;
    public const int MaxQuestions = 200;

    private readonly List<CourseFunction> _functions = [];
    private readonly List<CourseQuestion> _questions = [];

    public IReadOnlyCollection<CourseFunction> Functions => _functions;

    public IReadOnlyCollection<CourseQuestion> Questions => _questions;

    /// <summary>Adds a review question to the content in preparation. Refused: a number that is taken, a module that the course does
    /// not have, an answer that is not of the kind, a single choice without exactly one right option.</summary>
    public void AddQuestion(CourseQuestionContent question)
    {
        RefuseIfRetired();
        if (_questions.Count >= MaxQuestions)
        {
            throw CourseRefusals.TooManyQuestions.With(("max", MaxQuestions));
        }

        CheckQuestion("", question, [.. _questions.Select(x => x.Number)], ModuleNumbers());
        _questions.Add(CourseQuestion.Of(question));
        Compare();
    }

    /// <summary>Another content of the question, and another number if asked for. Refused: as for a new one.</summary>
    public void EditQuestion(CourseQuestion question, CourseQuestionContent content)
    {
        RefuseIfRetired();
        CheckQuestion("", content, [.. _questions.Where(x => x != question).Select(x => x.Number)], ModuleNumbers());
        question.Take(content);
        Compare();
    }

    public void RemoveQuestion(CourseQuestion question)
    {
        RefuseIfRetired();
        _questions.Remove(question);
        Compare();
    }

    private static void CheckQuestion(string place, CourseQuestionContent question, HashSet<int> taken, HashSet<int> modules)
    {
        if (question.Number is < 1 or > MaxQuestions)
        {
            throw CourseRefusals.QuestionNumberOutOfRange.At(place + "number", ("number", question.Number), ("max", MaxQuestions));
        }

        if (taken.Contains(question.Number))
        {
            throw CourseRefusals.QuestionNumberTwice.At(place + "number", ("number", question.Number));
        }

        if (question.ModuleNumber is { } module && !modules.Contains(module))
        {
            throw CourseRefusals.QuestionModuleUnknown.At(place + "moduleNumber", ("number", question.Number), ("moduleNumber", module));
        }

        question.CheckAnswer(place);
    }

    /// <summary>Refuses what is wrong in the questions of a whole content.</summary>
    private static void CheckQuestions(CourseContent content)
    {
        var modules = content.Modules.Select(x => x.Number).ToHashSet();
        var taken = new HashSet<int>();
        foreach (var (i, question) in (content.Questions ?? []).Index())
        {
            CheckQuestion($"questions[{i}].", question, taken, modules);
            taken.Add(question.Number);
        }
    }

    /// <summary>Refuses modules without one that a question which stays is about.</summary>
    private void RefuseOrphans(string? place, IEnumerable<int> modules)
    {
        var kept = modules.ToHashSet();
        if (_questions.Where(x => x.ModuleNumber is { } module && !kept.Contains(module)).MinBy(x => x.Number) is { } orphan)
        {
            (string, object?)[] values = [("moduleNumber", orphan.ModuleNumber), ("number", orphan.Number)];
            throw place is null ? CourseRefusals.ModuleHasQuestions.With(values) : CourseRefusals.ModuleHasQuestions.At(place, values);
        }
    }

    private void TakeFunctions(IEnumerable<string> codes)
    {
        var wanted = codes.Select(PlainText.Key).ToHashSet(StringComparer.Ordinal);
        _functions.RemoveAll(x => !wanted.Contains(x.FunctionCode));
        _functions.AddRange(wanted.Except(_functions.Select(x => x.FunctionCode)).ToList().Select(x => new CourseFunction(x)));
    }

    private void TakeQuestions(IReadOnlyList<CourseQuestionContent> questions)
    {
        _questions.RemoveAll(old => questions.All(x => x.Number != old.Number));
        foreach (var question in questions)
        {
            if (_questions.Find(x => x.Number == question.Number) is { } kept)
            {
                kept.Take(question);
            }
            else
            {
                _questions.Add(CourseQuestion.Of(question));
            }
        }
    }

    private HashSet<int> ModuleNumbers() => [.. _modules.Select(x => x.Number)];
}
