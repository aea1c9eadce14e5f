using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Training.Api.Tests.Auth;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Domain.Courses;

namespace Training.Api.Tests.Courses;

/// <summary>The review questions of a course, and who is shown their answers.</summary>
public sealed class CourseQuestionTests(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Answer = "先倾听再道歉";

    [Fact]
    public async Task Questions_are_added_edited_and_removed_one_by_one_and_published_versions_keep_theirs()
    {
        var (hr, staff) = (await app.AsAsync(Role.HumanResources), await app.AsAsync(Role.Staff));
        var course = await CourseAsync(hr, "QUE");
        var path = $"/courses/{course.Id()}";
        course = await hr.DoAsync($"{path}/questions", Choice(1), course.Version());
        course = await hr.DoAsync($"{path}/questions", Short(2), course.Version());
        Assert.Equal((2, true), (course.Number("questionCount"), course.GetProperty("hasUnpublishedChanges").GetBoolean()));
        Assert.Empty((await staff.ReadAsync($"{path}/questions?version=1")).Items());
        course = await hr.DoAsync($"{path}/publish", new { }, course.Version());

        course = await hr.DoAsync($"{path}/questions/1", With(Choice(3), new { textZh = "改过的题" }), course.Version(), HttpMethod.Put);
        course = await hr.DoAsync($"{path}/questions/2", null, course.Version(), HttpMethod.Delete);

        Assert.Equal([(3, "改过的题")], (await hr.ReadAsync($"{path}/questions")).Items().Select(x => (x.Number("questionNumber"), x.Text("textZh")!)));
        Assert.Equal([1, 2], (await staff.ReadAsync($"{path}/questions?version=2")).Items().Select(x => x.Number("questionNumber")));
        Assert.Equal([2], (await staff.ReadAsync($"{path}/questions?version=2&moduleNumber=1")).Items().Select(x => x.Number("questionNumber")));
        Assert.Equal(2, (await staff.ReadAsync($"{path}/versions/2")).GetProperty("questions").GetArrayLength());
    }

    [Fact]
    public async Task Taking_an_edit_of_a_question_back_leaves_nothing_to_publish()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, "QBACK");
        course = await hr.DoAsync($"/courses/{course.Id()}/questions", Choice(1), course.Version());
        course = await hr.DoAsync($"/courses/{course.Id()}/publish", new { }, course.Version());

        course = await hr.DoAsync($"/courses/{course.Id()}/questions/1", Choice(1, right: 1), course.Version(), HttpMethod.Put);
        Assert.True(course.GetProperty("hasUnpublishedChanges").GetBoolean());
        course = await hr.DoAsync($"/courses/{course.Id()}/questions/1", Choice(1), course.Version(), HttpMethod.Put);

        Assert.False(course.GetProperty("hasUnpublishedChanges").GetBoolean());
    }

    [Theory]
    [InlineData(Role.HumanResources, true)]
    [InlineData(Role.Supervisor, false)]
    [InlineData(Role.Staff, false)]
    [InlineData(Role.Administrator, false)]
    [InlineData(Role.Approver, false)]
    [InlineData(Role.Payroll, false)]
    public async Task Answers_are_shown_to_who_manages_courses_and_to_nobody_else(Role role, bool isShown)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, $"QSEE-{role}");
        foreach (var question in new[] { Choice(1), Short(2), With(Choice(3), new { kind = "trueFalse", options = Array.Empty<object>(), isTrue = true }) })
        {
            course = await hr.DoAsync($"/courses/{course.Id()}/questions", question, course.Version());
        }

        await hr.DoAsync($"/courses/{course.Id()}/publish", new { }, course.Version());
        var client = await app.AsAsync(role);
        foreach (var read in new[] { "/questions", "/questions?version=2", "/versions/2" })
        {
            var text = (await client.ReadAsync($"/courses/{course.Id()}{read}")).GetRawText();
            Assert.Contains("投诉", text, StringComparison.Ordinal);
            Assert.Equal(isShown, text.Contains(Answer, StringComparison.Ordinal));
            Assert.Equal(isShown, text.Contains("\"isRight\":true", StringComparison.Ordinal));
            Assert.Equal(isShown, text.Contains("\"isTrue\":true", StringComparison.Ordinal));
        }

        using var workbook = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/courses/{course.Id()}/questions");
        workbook.Headers.Add("Accept", Training.Api.Spreadsheets.TableWorkbook.MediaType);
        using var answer = await client.SendAsync(workbook, TestContext.Current.CancellationToken);
        Assert.Equal(isShown, await HasTextAsync(answer, Answer));
        Assert.DoesNotContain(Answer, (await client.ReadAsync($"/courses/{course.Id()}")).GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_hides_answers_from_administrators_and_shows_them_to_hr()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, "QAUDIT");
        course = await hr.DoAsync($"/courses/{course.Id()}/questions", Short(1), course.Version());
        await hr.DoAsync($"/courses/{course.Id()}/publish", new { }, course.Version());

        var path = $"/audit?entity=course&entityId={course.Id()}";
        var shown = (await hr.ReadAsync(path)).GetRawText();
        var hidden = (await (await app.AsAsync(Role.Administrator)).ReadAsync(path)).GetRawText();

        Assert.Equal(3, shown.Split(Answer).Length);
        Assert.Contains("courseQuestion", hidden, StringComparison.Ordinal);
        Assert.Contains("***", hidden, StringComparison.Ordinal);
        Assert.DoesNotContain(Answer, hidden, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("course.questionNumberTwice", """{ "number": 1 }""")]
    [InlineData("course.questionNumberOutOfRange", """{ "number": 201 }""")]
    [InlineData("course.questionModuleUnknown", """{ "moduleNumber": 9 }""")]
    [InlineData("course.questionOptionsTooFew", """{ "options": [{ "zh": "只有一个", "isRight": true }] }""")]
    [InlineData("course.questionOptionsTooFew", """{ "kind": "multipleChoice", "options": [{ "zh": "只有一个", "isRight": true }] }""")]
    [InlineData("course.questionNotOneRight", """{ "options": [{ "zh": "甲" }, { "zh": "乙" }] }""")]
    [InlineData("course.questionNotOneRight", """{ "options": [{ "zh": "甲", "isRight": true }, { "zh": "乙", "isRight": true }] }""")]
    [InlineData("course.questionNoneRight", """{ "kind": "multipleChoice", "options": [{ "zh": "甲" }, { "zh": "乙" }] }""")]
    [InlineData("course.questionAnswerMissing", """{ "kind": "trueFalse", "options": [] }""")]
    [InlineData("course.questionAnswerMissing", """{ "kind": "shortAnswer", "options": [] }""")]
    [InlineData("course.questionAnswerNotOfKind", """{ "kind": "shortAnswer", "modelAnswer": { "zh": "答" } }""")]
    [InlineData("course.questionAnswerNotOfKind", """{ "isTrue": true }""")]
    [InlineData("course.questionAnswerNotOfKind", """{ "modelAnswer": { "zh": "答" } }""")]
    public async Task A_question_that_cannot_be_answered_is_refused_on_adding_and_editing(string code, string json)
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, $"QBAD-{Guid.NewGuid():N}"[..20]);
        course = await hr.DoAsync($"/courses/{course.Id()}/questions", Choice(1), course.Version());
        course = await hr.DoAsync($"/courses/{course.Id()}/questions", Choice(2), course.Version());
        var wrong = With(Choice(3), JsonNode.Parse(json)!);

        await (await hr.TryAsync($"/courses/{course.Id()}/questions", wrong, course.Version())).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        await (await hr.TryAsync($"/courses/{course.Id()}/questions/2", wrong, course.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.UnprocessableEntity, code);
        Assert.Equal(course.Version(), (await hr.ReadAsync($"/courses/{course.Id()}")).Version());
    }

    [Fact]
    public async Task A_module_goes_only_without_its_questions_and_takes_them_along_under_another_number()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, "QMOD");
        var path = $"/courses/{course.Id()}";
        course = await hr.DoAsync($"{path}/questions", Short(1), course.Version());
        await (await hr.TryAsync($"{path}/modules/1", null, course.Version(), HttpMethod.Delete)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.moduleHasQuestions");
        var without = new { nameZh = "改过", category = "basics", modules = new[] { new { number = 2, titleZh = "二" } } };
        await (await hr.TryAsync(path, without, course.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.moduleHasQuestions");

        course = await hr.DoAsync($"{path}/modules/1", new { number = 2, titleZh = "二" }, course.Version(), HttpMethod.Put);
        Assert.Equal(2, Assert.Single((await hr.ReadAsync($"{path}/questions")).Items()).Number("moduleNumber"));
        course = await hr.DoAsync(path, without, course.Version(), HttpMethod.Put);
        Assert.Equal(1, course.Number("questionCount"));
        course = await hr.DoAsync($"{path}/questions/1", null, course.Version(), HttpMethod.Delete);
        course = await hr.DoAsync($"{path}/modules/2", null, course.Version(), HttpMethod.Delete);
        Assert.Equal(0, course.GetProperty("modules").GetArrayLength());
    }

    [Fact]
    public async Task The_questions_of_a_retired_course_stay_as_they_are()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, "QOLD");
        var path = $"/courses/{course.Id()}";
        course = await hr.DoAsync($"{path}/questions", Choice(1), course.Version());
        course = await hr.DoAsync($"{path}/retire", new { }, course.Version());

        await (await hr.TryAsync($"{path}/questions", Choice(2), course.Version())).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync($"{path}/questions/1", Choice(2), course.Version(), HttpMethod.Put)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
        await (await hr.TryAsync($"{path}/questions/1", null, course.Version(), HttpMethod.Delete)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.retired");
    }

    [Fact]
    public async Task A_course_takes_two_hundred_questions_and_the_second_click_adds_none()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync(hr, "QFULL");
        await hr.DoAsync($"/courses/{course.Id()}/questions", Choice(1), course.Version());
        await (await hr.TryAsync($"/courses/{course.Id()}/questions", Choice(1), course.Version())).ShouldBeRefusedAsync(HttpStatusCode.PreconditionFailed, "version.stale");
        var id = course.Id();
        await app.WriteAsync(async db =>
        {
            var full = await db.Courses.Include(x => x.Versions).Include(x => x.Questions).SingleAsync(x => x.Id == id);
            Enumerable.Range(2, Course.MaxQuestions - 1).ToList()
                .ForEach(x => full.AddQuestion(new CourseQuestionContent(x, null, QuestionKind.TrueFalse, new("对吗", null), [], true, null)));
            return true;
        });

        await (await hr.TryAsync($"/courses/{id}/questions", Choice(1), 3)).ShouldBeRefusedAsync(HttpStatusCode.Conflict, "course.tooManyQuestions");
    }

    private static Task<JsonElement> CourseAsync(HttpClient hr, string code) => hr.DoAsync(
        "/courses", new { code, nameZh = "投诉处理", category = "complaint", modules = new[] { new { number = 1, titleZh = "一" } } });

    private static JsonObject Choice(int number, int right = 0) => JsonSerializer.SerializeToNode(new
    {
        number,
        kind = "singleChoice",
        textZh = "投诉的第一步是什么？",
        textEn = "What comes first in a complaint?",
        options = new[] { new { zh = "倾听", en = "Listening", isRight = right == 0 }, new { zh = "解释", en = "Explaining", isRight = right == 1 } },
    })!.AsObject();

    private static JsonObject Short(int number) => JsonSerializer.SerializeToNode(
        new { number, moduleNumber = 1, kind = "shortAnswer", textZh = "怎样处理投诉？", modelAnswer = new { zh = Answer, en = "Listen, then apologise" } })!.AsObject();

    private static JsonObject With(JsonObject body, object more)
    {
        foreach (var (name, value) in JsonSerializer.SerializeToNode(more)!.AsObject())
        {
            body[name] = value?.DeepClone();
        }

        return body;
    }

    /// <summary>Whether a sheet of the workbook has the text.</summary>
    private static async Task<bool> HasTextAsync(HttpResponseMessage answer, string text)
    {
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        await using var bytes = await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken);
        await using var zip = new System.IO.Compression.ZipArchive(bytes);
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(await entry.OpenAsync(TestContext.Current.CancellationToken));
            if ((await reader.ReadToEndAsync(TestContext.Current.CancellationToken)).Contains(text, StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
