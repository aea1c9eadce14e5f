using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Courses;

public class CourseQuestionTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    public static TheoryData<string, CourseQuestionContent, string> Wrong => new()
    {
        { "course.questionNumberOutOfRange", Choice(0), "number" },
        { "course.questionNumberOutOfRange", Choice(201), "number" },
        { "course.questionModuleUnknown", Choice(1) with { ModuleNumber = 2 }, "moduleNumber" },
        { "course.questionOptionsTooFew", Choice(1, true), "options" },
        { "course.questionNotOneRight", Choice(1, true, true), "options" },
        { "course.questionNotOneRight", Choice(1, false, false), "options" },
        { "course.questionNoneRight", Choice(1, false, false) with { Kind = QuestionKind.MultipleChoice }, "options" },
        { "course.questionAnswerNotOfKind", Choice(1, true, false) with { IsTrue = true }, "isTrue" },
        { "course.questionAnswerNotOfKind", Choice(1, true, false) with { Kind = QuestionKind.TrueFalse, IsTrue = true }, "options" },
        { "course.questionAnswerNotOfKind", Statement(1) with { ModelAnswer = new("答", null) }, "modelAnswer" },
        { "course.questionAnswerMissing", Statement(1) with { IsTrue = null }, "isTrue" },
        { "course.questionAnswerMissing", Statement(1) with { Kind = QuestionKind.ShortAnswer, IsTrue = null }, "modelAnswer" },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_question_that_is_wrong_is_refused_with_its_place_alone_and_in_a_whole(string code, CourseQuestionContent question, string place)
    {
        var course = Course.Create("C", Content(), Day);

        Refused(code, place, () => course.AddQuestion(question));
        Refused(code, $"questions[1].{place}", () => course.Edit(Content(Statement(9), question)));
        Refused(code, $"questions[0].{place}", () => Course.Create("D", Content(question), Day));
        Assert.Empty(course.Questions);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_multiple_choice_has_any_number_of_right_options_from_one_on(int right)
    {
        var course = Course.Create("C", Content(), Day);

        course.AddQuestion(Choice(1, [.. Enumerable.Range(1, 3).Select(x => x <= right)]) with { Kind = QuestionKind.MultipleChoice });

        Assert.Equal(right, Assert.Single(course.Questions).Options.Count(x => x.IsRight));
    }

    [Fact]
    public void A_number_that_is_taken_is_refused_but_a_question_may_keep_its_own()
    {
        var course = Course.Create("C", Content(Statement(1), Statement(2)), Day);
        var first = course.Questions.Single(x => x.Number == 1);

        Refused("course.questionNumberTwice", "number", () => course.AddQuestion(Statement(2)));
        Refused("course.questionNumberTwice", "number", () => course.EditQuestion(first, Statement(2)));
        course.EditQuestion(first, Statement(1) with { IsTrue = false });

        Assert.False(first.IsTrue);
    }

    [Fact]
    public void Editing_a_course_without_naming_questions_keeps_them_and_refuses_to_lose_their_module()
    {
        var course = Course.Create("C", Content(Statement(1) with { ModuleNumber = 1 }), Day);

        course.Edit(Content() with { Questions = null, ValidityMonths = 6 });

        Assert.Single(course.Questions);
        Refused("course.moduleHasQuestions", "modules", () => course.Edit(Content() with { Questions = null, Modules = [] }));
        Refused("course.moduleHasQuestions", null, () => course.RemoveModule(course.Modules.Single()));
        course.Edit(Content() with { Modules = [] });
        Assert.Empty(course.Questions);
    }

    [Fact]
    public void The_right_option_and_the_functions_make_the_next_version()
    {
        var course = Course.Create("C", Content(Choice(1, true, false)) with { FunctionCodes = ["csm-3-1"] }, Day);

        course.EditQuestion(course.Questions.Single(), Choice(1, false, true));
        Assert.True(course.HasUnpublishedChanges);
        course.EditQuestion(course.Questions.Single(), Choice(1, true, false));
        Assert.False(course.HasUnpublishedChanges);
        course.Edit(Content(Choice(1, true, false)) with { FunctionCodes = ["CSM-3-2", "csm-3-1", "ＣSM-3-1"] });
        course.Publish(Day, null);

        Assert.Equal(["CSM-3-1"], course.Versions.Single(x => x.Number == 1).FunctionCodes);
        Assert.Equal(["CSM-3-1", "CSM-3-2"], course.Versions.Single(x => x.Number == 2).FunctionCodes);
    }

    [Theory]
    [InlineData("CSM-3-1", "CSM")]
    [InlineData("OWN-2-3-10", "OWN-2")]
    [InlineData("CSM-3", null)]
    [InlineData("CSM", null)]
    public void The_code_of_a_function_names_its_standard(string code, string? standard) =>
        Assert.Equal(standard, Training.Domain.Standards.Standard.OfFunction(code));

    private static CourseContent Content(params CourseQuestionContent[] questions) =>
        CourseTests.Content(new CourseModuleContent(1, new("模块", null), [])) with { Questions = questions };

    private static CourseQuestionContent Statement(int number) => new(number, null, QuestionKind.TrueFalse, new("对吗", null), [], true, null);

    private static CourseQuestionContent Choice(int number, params bool[] right) => new(
        number, null, QuestionKind.SingleChoice, new("哪一个", null), [.. right.Select((x, i) => new QuestionOption($"选项{i}", null, x))], null, null);

    private static void Refused(string code, string? field, Action act)
    {
        var violation = Assert.Throws<RuleViolation>(act);
        Assert.Equal((code, field), (violation.Refusal.Code, violation.Field));
    }
}
