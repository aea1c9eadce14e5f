using Microsoft.EntityFrameworkCore;
using Training.Api.Queries;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Domain.Plans;

namespace Training.Api.Tests.Access;

internal static partial class AccessTable
{
    private const string Everybody = "AAAAAA";

    private static IEnumerable<RouteAccess> Courses() =>
    [
        Route("ListCourses").Sends(_ => AccessCase.Get("/courses")).Row(Standing.Any, Everybody),
        Route("GetCourse").Sends(async x => AccessCase.Get($"/courses/{await x.App.CourseAsync("CRS040")}")).Row(Standing.Any, Everybody),
        Route("CreateCourse").Sends(x => AccessCase.Post("/courses", new { code = $"AC{x.Number}", nameZh = "课", category = "basics", modules = Array.Empty<object>() }))
            .Row(Standing.Any, "AFFFFF"),
        Route("EditCourse").Sends(async x => AccessCase.Put($"/courses/{await CourseAsync(x)}", new { nameZh = "课", category = "basics", modules = Array.Empty<object>() }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("RetireCourse").Sends(async x => AccessCase.Post($"/courses/{await CourseAsync(x)}/retire", new { }, 1)).Row(Standing.Any, "AFFFFF"),
        Route("PublishCourse").Sends(async x => AccessCase.Post($"/courses/{await ChangedCourseAsync(x)}/publish", new { }, 2)).Row(Standing.Any, "AFFFFF"),
        Route("GetCourseVersion").Sends(async x => AccessCase.Get($"/courses/{await x.App.CourseAsync("CRS040")}/versions/1")).Row(Standing.Any, Everybody),
        Route("ListCourseModules").Sends(async x => AccessCase.Get($"/courses/{await x.App.CourseAsync("CRS040")}/modules")).Row(Standing.Any, Everybody),
        Route("ListCourseMaterials").Sends(async x => AccessCase.Get($"/courses/{await x.App.CourseAsync("CRS040")}/materials")).Row(Standing.Any, Everybody),
        Route("AddCourseModule").Sends(async x => AccessCase.Post($"/courses/{await CourseAsync(x)}/modules", new { number = 1, titleZh = "一" }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("EditCourseModule").Sends(async x => AccessCase.Put($"/courses/{await ChangedCourseAsync(x)}/modules/1", new { number = 1, titleZh = "二" }, 2))
            .Row(Standing.Any, "AFFFFF"),
        Route("RemoveCourseModule").Sends(async x => AccessCase.Delete($"/courses/{await ChangedCourseAsync(x)}/modules/1", 2)).Row(Standing.Any, "AFFFFF"),
        Route("ListCourseQuestions").Sends(async x => AccessCase.Get($"/courses/{await x.App.CourseAsync("CRS040")}/questions")).Row(Standing.Any, Everybody),
        Route("AddCourseQuestion").Sends(async x => AccessCase.Post($"/courses/{await CourseAsync(x)}/questions", Question(), 1)).Row(Standing.Any, "AFFFFF"),
        Route("EditCourseQuestion").Sends(async x => AccessCase.Put($"/courses/{await AskingCourseAsync(x)}/questions/1", Question(), 2))
            .Row(Standing.Any, "AFFFFF"),
        Route("RemoveCourseQuestion").Sends(async x => AccessCase.Delete($"/courses/{await AskingCourseAsync(x)}/questions/1", 2)).Row(Standing.Any, "AFFFFF"),
        Route("AddCourseLink").Sends(async x => AccessCase.Post($"/courses/{await CourseAsync(x)}/materials", new { titleZh = "链接", url = "https://example.org" }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("AddCourseFile").Sends(async x => CourseFileTo(await CourseAsync(x), 1)).Row(Standing.Any, "AFFFFF"),
        Route("RemoveCourseMaterial").Sends(async x => await MaterialAsync(x) is var (course, material) ? AccessCase.Delete($"/courses/{course}/materials/{material}", 3) : null!)
            .Row(Standing.Any, "AFFFFF"),
        Route("DownloadCourseMaterial").Sends(async x => await MaterialAsync(x) is var (course, material) ? AccessCase.Get($"/courses/{course}/materials/{material}/file") : null!)
            .Row(Standing.Any, Everybody),
    ];

    private static IEnumerable<RouteAccess> PlanTemplates() =>
    [
        Route("ListPlanTemplates").Sends(_ => AccessCase.Get("/plan-templates")).Row(Standing.Any, Everybody),
        Route("GetPlanTemplate").Sends(async x => AccessCase.Get($"/plan-templates/{await x.App.TemplateAsync("TP06")}"))
            .Row(Standing.Any, Everybody),
        Route("CreatePlanTemplate").Sends(x => AccessCase.Post("/plan-templates", new { code = $"AT{x.Number}", nameZh = "模板", items = Array.Empty<object>() }))
            .Row(Standing.Any, "AFFFFF"),
        Route("EditPlanTemplate").Sends(async x => AccessCase.Put($"/plan-templates/{await NewTemplateAsync(x)}", new { nameZh = "改", items = Array.Empty<object>() }, 1))
            .Row(Standing.Any, "AFFFFF"),
        Route("RetirePlanTemplate").Sends(async x => AccessCase.Post($"/plan-templates/{await NewTemplateAsync(x)}/retire")).Row(Standing.Any, "AFFFFF"),
    ];

    private static async Task<long> NewTemplateAsync(AccessCase x) => (await (await HrAsync(x)).DoAsync(
        "/plan-templates", new { code = $"AU{x.Number}", nameZh = "模板", items = Array.Empty<object>() })).Id();

    private static IEnumerable<RouteAccess> Plans() =>
    [
        // A draft of HR: seen by HR and approvers. A running plan: by whom it asks something of and those above them too.
        Readers(Route("ListPlans").Lists(x => $"/plans?q={TitleOf(x)}", PlanAsync)),
        Readers(Route("GetPlan").Sends(async x => AccessCase.Get($"/plans/{await PlanAsync(x)}"))),
        // Of the plan's people the caller's own, and to HR everybody.
        Route("ListPlanAudience").Sends(async x => AccessCase.Get($"/plans/{(await x.App.DraftAsync(await HrAsync(x))).Id()}/audience"))
            .Row(Standing.Any, "AHHHAH"),
        Readers(Route("ListPlanItems").Sends(async x => AccessCase.Get($"/plans/{await PlanAsync(x)}/items"))),
        Readers(Route("ListPlanProgress").Sends(async x => AccessCase.Get($"/plans/{await PlanAsync(x)}/progress"))),
        Route("GetPlanBudget").Sends(async x => AccessCase.Get($"/plans/{(await x.App.DraftAsync(await HrAsync(x))).Id()}/budget"))
            .Row(Standing.Any, "AHHHAH"),
        Route("EditPlanBudget").Sends(async x => AccessCase.Put(
                $"/plans/{(await x.App.DraftAsync(await HrAsync(x))).Id()}/budget",
                new { lines = new[] { new { number = 1, kind = "venue", description = "教室", planned = 800m } } }, 1))
            .Row(Standing.Any, "AHFFFF"),
        Route("CreatePlan").Sends(async x => AccessCase.Post("/plans", await NewPlanAsync(x))).Row(Standing.Any, "AAFFFF"),
        Route("EditPlan").Sends(async x => AccessCase.Put($"/plans/{(await x.App.DraftAsync(await HrAsync(x))).Id()}", await EditedPlanAsync(x), 1))
            .Row(Standing.Any, "AHFFFF"),
        Route("DeletePlan").Sends(async x => AccessCase.Delete($"/plans/{(await x.App.DraftAsync(await HrAsync(x))).Id()}", 1))
            .Row(Standing.Any, "AHFFFF"),
        Route("SubmitPlan").Sends(async x => AccessCase.Post($"/plans/{(await x.App.DraftAsync(await HrAsync(x))).Id()}/submit"))
            .Row(Standing.Any, "AHFFFF"),

        // HR wrote it, so HR does not decide on it.
        Route("ApprovePlan").Sends(async x => AccessCase.Post($"/plans/{(await x.App.SubmittedAsync(await HrAsync(x))).Id()}/approve"))
            .Row(Standing.Any, "FFFFAF"),
        Route("ReturnPlan").Sends(async x => AccessCase.Post($"/plans/{(await x.App.SubmittedAsync(await HrAsync(x))).Id()}/return", new { reason = "太多" }, 2))
            .Row(Standing.Any, "FFFFAF"),
        Route("StartPlan").Sends(async x => AccessCase.Post($"/plans/{(await x.App.ApprovedAsync(await HrAsync(x))).Id()}/start"))
            .Row(Standing.Any, "AFFFFF"),
        Route("ClosePlan").Sends(async x => Ending(await x.App.StartedAsync(await HrAsync(x)), "close")).Row(Standing.Any, "AFFFFF"),
        Route("CancelPlan").Sends(async x => Ending(await x.App.StartedAsync(await HrAsync(x)), "cancel")).Row(Standing.Any, "AFFFFF"),
    ];

    private static RouteAccess Readers(RouteAccess route) => route.Row(Standing.Any, "AHHHAH")
        .Row(Standing.Own, Everybody).Row(Standing.Direct, Everybody).Row(Standing.Below, Everybody).Row(Standing.Deputised, Everybody)
        .Row(Standing.Former, "AHHHAH").Row(Standing.Above, "AHHHAH").Row(Standing.Other, "AHHHAH");

    private static string TitleOf(AccessCase x) => $"plan-{x.Number}-of-one";

    /// <summary>A draft of HR; or a running plan that asks something of the case's person alone.</summary>
    private static async Task<long> PlanAsync(AccessCase x)
    {
        var hr = await HrAsync(x);
        var id = (await hr.DoAsync("/plans", new
        {
            departmentId = await x.App.DepartmentAsync("FIN"),
            startsOn = "2026-03-02",
            titleZh = TitleOf(x),
            audience = new { hiredFrom = "2030-01-01" },
            items = new[] { new { courseId = await x.App.CourseAsync("CRS040"), isMandatory = true, dueWorkingDays = 20 } },
        })).Id();
        if (x.Standing == Standing.Any)
        {
            return id;
        }

        await hr.DoAsync($"/plans/{id}/submit");
        await (await x.App.AsAsync(Role.Approver)).DoAsync($"/plans/{id}/approve");
        await hr.DoAsync($"/plans/{id}/start");
        return await x.App.WriteAsync(async db =>
        {
            var plan = await db.Plans.Include(y => y.Items).SingleAsync(y => y.Id == id);
            db.TrainingItems.Add(TrainingItem.Assign(
                plan, plan.Items.Single(), new Participant(x.Subject, World.HiredOn, Absence.None), new DateOnly(2026, 3, 2),
                await db.WorkingCalendarAsync(CancellationToken.None), 1));
            return id;
        });
    }

    /// <summary>Of a plan of HR: hidden from those who merely read the plan, proposed by HR, decided by an approver.</summary>
    private static IEnumerable<RouteAccess> PlanAmendments() =>
    [
        Route("AmendPlan").Sends(async x => await x.App.StartedAsync(await HrAsync(x)) is var plan
                ? AccessCase.Post($"/plans/{plan.Id()}/amend", await x.App.AmendmentAsync("CRS040", "CRS041"), plan.Version()) : null!)
            .Row(Standing.Any, "AFFFFF"),
        Route("ListPlanAmendments").Sends(async x => AccessCase.Get($"/plans/{await ProposedAsync(x)}/amendments")).Row(Standing.Any, "AHHHAH"),
        Route("GetPlanAmendment").Sends(async x => AccessCase.Get($"/plans/{await ProposedAsync(x)}/amendments/1")).Row(Standing.Any, "AHHHAH"),
        Route("ApproveAmendment").Sends(async x => AccessCase.Post($"/plans/{await ProposedAsync(x)}/amendments/1/approve")).Row(Standing.Any, "FFFFAF"),
        Route("ReturnAmendment").Sends(async x => AccessCase.Post($"/plans/{await ProposedAsync(x)}/amendments/1/return", new { reason = "太多" }, 1))
            .Row(Standing.Any, "FFFFAF"),
        Route("WithdrawAmendment").Sends(async x => AccessCase.Post($"/plans/{await ProposedAsync(x)}/amendments/1/withdraw")).Row(Standing.Any, "AHFFFF"),
    ];

    private static async Task<long> ProposedAsync(AccessCase x)
    {
        var (hr, plan) = (await HrAsync(x), await x.App.StartedAsync(await HrAsync(x)));
        await hr.ProposeAsync(plan, await x.App.AmendmentAsync("CRS040", "CRS041"));
        return plan.Id();
    }

    private static IEnumerable<RouteAccess> Completions() =>
    [
        Route("ListCompletions").Lists("/completions?pageSize=200&sort=-recordedAt", CompletionAsync)
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AAAAAA").Row(Standing.Below, "AAAAAA")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, "AAAAAA"),
        Route("GetCompletion").Sends(async x => AccessCase.Get($"/completions/{await CompletionAsync(x)}"))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AAAAAA").Row(Standing.Below, "AAAAAA")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, "AAAAAA"),
        Route("RecordCompletion").Sends(async x => AccessCase.Post("/completions", new { employeeId = x.Subject, courseId = await NewCourseAsync(x), completedOn = "2026-02-20", result = "passed" }))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AFFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF"),
    ];

    private static IEnumerable<RouteAccess> CompletionRecords() =>
    [
        Route("CorrectCompletion").Sends(async x => AccessCase.Put($"/completions/{await CompletionAsync(x)}", new { completedOn = "2026-02-20", result = "failed" }, 1))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AFFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF"),
        Route("AttachCompletionFile").Sends(async x => CompletionFileTo(await CompletionAsync(x), 1))
            .Row(Standing.Own, "FFFFFF").Row(Standing.Direct, "AAFFFF").Row(Standing.Below, "AFFFFF")
            .Row(Standing.Former, "AHFFFF").Row(Standing.Above, "AHFFFF").Row(Standing.Other, "AHFFFF").Row(Standing.Deputised, "AAFFFF"),
        Route("DownloadCompletionFile").Sends(async x => AccessCase.Get($"/completions/{await FiledCompletionAsync(x)}/file"))
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "AAAAAA").Row(Standing.Below, "AAAAAA")
            .Row(Standing.Former, "AHHHHH").Row(Standing.Above, "AHHHHH").Row(Standing.Other, "AHHHHH").Row(Standing.Deputised, "AAAAAA"),
    ];

    private static async Task<long> FiledCompletionAsync(AccessCase x)
    {
        var completion = await CompletionAsync(x);
        var recorder = x is { Caller: Role.HumanResources, Standing: Standing.Own } ? await x.App.SignInAsAsync(Role.HumanResources) : await HrAsync(x);
        await recorder.DoAsync(CompletionFileTo(completion, 1));
        return completion;
    }

    private static HttpRequestMessage CompletionFileTo(long completion, int version)
    {
        var message = AccessCase.Post($"/completions/{completion}/file", ifMatch: version);
        message.Content = new MultipartFormDataContent { { new ByteArrayContent("签到"u8.ToArray()), "file", "list.txt" } };
        return message;
    }

    private static IEnumerable<RouteAccess> MyTraining() =>
    [
        Route("ListMyTraining").Lists("/my/training?pageSize=200&sort=dueOn", ItemAsync)
            .Row(Standing.Own, "AAAAAA").Row(Standing.Direct, "HHHHHH").Row(Standing.Above, "HHHHHH").Row(Standing.Other, "HHHHHH"),
        Route("ListTeamTraining").Lists("/my/team/training?pageSize=200", ItemAsync)
            .Row(Standing.Own, "HHHHHH").Row(Standing.Direct, "AAAAAA").Row(Standing.Below, "AAAAAA")
            .Row(Standing.Former, "HHHHHH").Row(Standing.Above, "HHHHHH").Row(Standing.Other, "HHHHHH").Row(Standing.Deputised, "AAAAAA"),
    ];

    private static IEnumerable<RouteAccess> Reports() =>
    [
        Route("ReportRequiredCourses").Sends(_ => AccessCase.Get("/reports/required-courses")).Row(Standing.Any, "AAFFAF"),
        Route("ReportOverdue").Sends(_ => AccessCase.Get("/reports/overdue")).Row(Standing.Any, "AAFFAF"),
        Route("ListOverduePeople").Sends(_ => AccessCase.Get("/reports/overdue/people")).Row(Standing.Any, "AAFFAF"),
        Route("ListMyRequiredCourses").Sends(_ => AccessCase.Get("/my/required-courses")).Row(Standing.Any, Everybody),
        Route("ListTeamRequiredCourses").Sends(_ => AccessCase.Get("/my/team/required-courses")).Row(Standing.Any, Everybody),
        Route("ReportPlanBudget").Sends(_ => AccessCase.Get("/reports/plan-budget")).Row(Standing.Any, "AAFFAF"),
        Route("ReportPlanYear").Sends(_ => AccessCase.Get("/reports/plan-year")).Row(Standing.Any, "AAFFAF"),
        Route("ListTrainingCompletionPeople").Sends(_ => AccessCase.Get("/reports/training-completion/people")).Row(Standing.Any, "AAFFAF"),
        Route("ReportTrainingCompletion").Sends(_ => AccessCase.Get("/reports/training-completion")).Row(Standing.Any, "AAFFAF"),
    ];

    private static Task<HttpClient> HrAsync(AccessCase x) => x.App.AsAsync(Role.HumanResources);

    private static async Task<long> CourseAsync(AccessCase x) => (await (await HrAsync(x)).DoAsync(
        "/courses", new { code = $"AR{x.Number}", nameZh = "课", category = "basics", modules = Array.Empty<object>() })).Id();

    private static async Task<long> ChangedCourseAsync(AccessCase x)
    {
        var course = await CourseAsync(x);
        await (await HrAsync(x)).DoAsync($"/courses/{course}/modules", new { number = 1, titleZh = "一" }, 1);
        return course;
    }

    private static object Question() => new { number = 1, kind = "trueFalse", textZh = "对吗", isTrue = true };

    private static async Task<long> AskingCourseAsync(AccessCase x)
    {
        var course = await CourseAsync(x);
        await (await HrAsync(x)).DoAsync($"/courses/{course}/questions", Question(), 1);
        return course;
    }

    private static async Task<(long Course, long Material)> MaterialAsync(AccessCase x)
    {
        var (hr, course) = (await HrAsync(x), await CourseAsync(x));
        await hr.DoAsync(CourseFileTo(course, 1));
        await hr.DoAsync($"/courses/{course}/publish", new { }, 2);
        return (course, (await hr.ReadAsync($"/courses/{course}/materials")).Items()[0].Id());
    }

    private static HttpRequestMessage CourseFileTo(long course, int version)
    {
        var message = AccessCase.Post($"/courses/{course}/materials/file?titleZh=%E8%AE%B2%E4%B9%89", ifMatch: version);
        message.Content = new MultipartFormDataContent { { new ByteArrayContent("第一条"u8.ToArray()), "file", "handout.txt" } };
        return message;
    }

    private static Task<long> NewCourseAsync(AccessCase x) => CourseAsync(x);

    private static async Task<object> NewPlanAsync(AccessCase x) =>
        new { departmentId = await x.App.DepartmentAsync("CS"), startsOn = "2026-03-02", templateId = await x.App.TemplateAsync("TP06") };

    private static async Task<object> EditedPlanAsync(AccessCase x) => new
    {
        departmentId = await x.App.DepartmentAsync("CS"),
        startsOn = "2026-03-02",
        titleZh = "新标题",
        objectives = Array.Empty<object>(),
        stages = Array.Empty<object>(),
        items = Array.Empty<object>(),
    };

    private static HttpRequestMessage Ending(System.Text.Json.JsonElement plan, string act) =>
        AccessCase.Post($"/plans/{plan.Id()}/{act}", new { reason = "改期" }, plan.Version());

    /// <summary>A completion of the case's person; HR's own is recorded by the head's account, which is nobody's line below.</summary>
    private static async Task<long> CompletionAsync(AccessCase x)
    {
        var course = await CourseAsync(x);
        var recorder = x is { Caller: Role.HumanResources, Standing: Standing.Own } ? await x.App.SignInAsAsync(Role.HumanResources) : await HrAsync(x);
        return (await recorder.DoAsync(
            "/completions", new { employeeId = x.Subject, courseId = course, completedOn = "2026-02-20", result = "passed", score = LogWatch.Score })).Id();
    }

    /// <summary>A training item of the case's person, from a plan of a course of its own for all.</summary>
    private static async Task<long> ItemAsync(AccessCase x)
    {
        var (plan, hr) = (await PlanOfAllAsync(x, "CRS040"), await HrAsync(x));
        return (await hr.ReadAsync($"/plans/{plan}/items?employeeId={x.Subject}")).Items()[0].Id();
    }

    private static readonly System.Collections.Concurrent.ConcurrentDictionary<(TrainingApp App, string Course), Lazy<Task<long>>> Shared = [];
}
