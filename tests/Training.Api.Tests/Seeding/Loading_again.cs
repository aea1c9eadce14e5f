using System.Globalization;
using CsCheck;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Data;
using Training.Api.Data.Seeding;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Plans;
using Training.Api.Tests.Standards;
using Training.Domain.Calendars;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Tests.Seeding;

/// <summary>The reference records are loaded at every start: what HR did in between stands.</summary>
public sealed class Loading_again(TrainingApp app) : IClassFixture<TrainingApp>
{
    private const string Kinds = "document-kinds.json";

    [Fact]
    public async Task The_same_files_change_nothing()
    {
        using var folder = await SeedFolder.LoadedAsync(app);
        var before = await app.ReadAsync(db => db.AuditEntries.CountAsync());

        var report = await folder.LoadAsync(app);

        Assert.Equal((0, 0, 0), (report.Added, report.Updated, report.Removed));
        Assert.Equal(before, await app.ReadAsync(db => db.AuditEntries.CountAsync()));
    }

    [Fact]
    public async Task A_record_that_nobody_changed_follows_its_file_and_stays_the_same_record()
    {
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.Put("courses.json", "\"validityMonths\": null", "\"validityMonths\": 24");
        var before = await CourseAsync("CRS001");

        var report = await folder.LoadAsync(app);

        var after = await CourseAsync("CRS001");
        Assert.Equal((0, 1), (report.Added, report.Updated));
        Assert.Equal((before.Id, before.Version + 1, 24), (after.Id, after.Version, after.ValidityMonths));
        Assert.Equal((0, 0), Done(await folder.LoadAsync(app)));
        var id = after.Id.ToString(CultureInfo.InvariantCulture);
        Assert.True(await app.ReadAsync(db => db.AuditEntries.AnyAsync(x =>
            x.Entity == "course" && x.EntityId == id && x.After!.Contains("\"validityMonths\":24"))));
    }

    [Fact]
    public async Task A_new_file_of_a_standard_is_its_next_edition_and_one_that_hr_revises_is_left_alone()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.Put("standard.json", "\"nameZh\": \"客户服务管理师职业标准\"", "\"nameZh\": \"客户服务管理师职业标准（新）\"");
        Assert.Equal((0, 1), Done(await folder.LoadAsync(app)));

        var standard = await hr.ReadAsync("/standards/csm");
        Assert.Equal((2, "客户服务管理师职业标准（新）"), (standard.GetProperty("edition").GetInt32(), standard.Text("nameZh")));
        Assert.Equal("客户服务管理师职业标准", (await hr.ReadAsync("/standards/csm?edition=1")).Text("nameZh"));

        await hr.DoAsync("/standards/csm/draft", StandardTests.Body(standard), standard.Version(), HttpMethod.Put);
        Assert.Contains(new LeftRecord("standard", "CSM", LeftAlone.ChangedHere), (await folder.LoadAsync(app)).Left);
    }

    [Fact]
    public async Task What_hr_changed_is_left_alone_and_named()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var position = (await hr.ReadAsync("/positions?q=SHOP-AGENT")).Items()[0];
        var courses = await app.ReadAsync(db => db.Courses.Where(x => x.Code == "CRS003").Select(x => x.Id).ToListAsync());
        await hr.DoAsync(
            $"/positions/{position.Id()}", new { nameZh = "网店客服专员", dutiesZh = "答复顾客", courseIds = courses }, position.Version(), HttpMethod.Put);
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.Put("positions.json", "Sells in chat", "Sells while chatting");

        var report = await folder.LoadAsync(app);

        Assert.Contains(new LeftRecord("position", "SHOP-AGENT", LeftAlone.ChangedHere), report.Left);
        Assert.Equal("网店客服专员", (await hr.ReadAsync($"/positions/{position.Id()}")).Text("nameZh"));
    }

    [Fact]
    public async Task What_a_file_says_anew_to_learners_is_the_next_version_and_the_earlier_ones_keep_their_questions()
    {
        var staff = await app.AsAsync(Role.Staff);
        using var folder = await SeedFolder.LoadedAsync(app);
        var before = await CourseAsync("CRS007");
        folder.Put("courses.json", "员工自己的言行是客户判断企业服务是否可信的依据之一。", "员工的言行影响客户对企业的信任。").Put("courses.json", "[\"CSM-2-1\"]", "[\"CSM-2-1\", \"CSM-2-2\"]");

        Assert.Equal((0, 1), Done(await folder.LoadAsync(app)));

        var path = $"/courses/{before.Id}";
        var published = (await staff.ReadAsync(path)).Number("publishedVersion");
        Assert.Equal(before.PublishedVersion + 1, published);
        Assert.Contains((await staff.ReadAsync($"{path}/questions?version={published}")).Items(), x => x.Text("textZh") == "员工的言行影响客户对企业的信任。");
        Assert.DoesNotContain((await staff.ReadAsync($"{path}/questions?version={before.PublishedVersion}")).Items(), x => x.Text("textZh") == "员工的言行影响客户对企业的信任。");
        Assert.Equal(2, (await staff.ReadAsync($"{path}/versions/{published}")).GetProperty("functionCodes").GetArrayLength());
        Assert.Equal((0, 0), Done(await folder.LoadAsync(app)));
    }

    [Fact]
    public async Task A_question_that_hr_added_is_kept_and_its_course_is_named()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync("CRS003");
        await hr.DoAsync($"/courses/{course.Id}/questions", new { number = 77, kind = "trueFalse", textZh = "本公司的题目", isTrue = true }, course.Version);
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.Put("courses.json", "满意的客户必然忠诚，因此不必再做维系工作。", "满意的客户一定忠诚。");

        var report = await folder.LoadAsync(app);

        Assert.Contains(new LeftRecord("course", "CRS003", LeftAlone.ChangedHere), report.Left);
        Assert.Contains((await hr.ReadAsync($"/courses/{course.Id}/questions")).Items(), x => x.Text("textZh") == "本公司的题目");
    }

    [Fact]
    public async Task Prerequisites_of_a_new_file_are_taken_over_unless_they_make_a_loop_with_what_hr_chose()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        using var folder = await SeedFolder.LoadedAsync(app);
        Assert.Equal("CRS001", Assert.Single(await RequiredAsync("CRS007")));
        folder.Put("courses.json", "\"prerequisites\": [\"CRS004\"]", "\"prerequisites\": [\"CRS004\", \"CRS039\"]");
        Assert.Equal((0, 1), Done(await folder.LoadAsync(app)));
        Assert.Equal(["CRS004", "CRS039"], await RequiredAsync("CRS011"));

        var (hrs, files) = (await CourseAsync("CRS041"), await CourseAsync("CRS045"));
        var modules = (await hr.ReadAsync($"/courses/{hrs.Id}/modules")).Items().Select(x => new { number = x.Number("moduleNumber"), titleZh = x.Text("titleZh") });
        await hr.DoAsync($"/courses/{hrs.Id}", new { nameZh = "本公司大纲", category = "trainingOutline", prerequisiteIds = new[] { files.Id }, modules }, hrs.Version, HttpMethod.Put);
        folder.PutAfter("courses.json", "\"code\": \"CRS045\"", "\"prerequisites\": []", "\"prerequisites\": [\"CRS041\"]");

        var report = await folder.LoadAsync(app);

        Assert.Contains(new LeftRecord("course", "CRS045", LeftAlone.WouldLoop), report.Left);
        Assert.Empty(await RequiredAsync("CRS045"));
        Assert.Equal(["CRS045"], await RequiredAsync("CRS041"));

        // What could not be taken over is named by every load, and taken over once nothing stands against it.
        Assert.Contains(new LeftRecord("course", "CRS045", LeftAlone.WouldLoop), (await folder.LoadAsync(app)).Left);
        hrs = await CourseAsync("CRS041");
        await hr.DoAsync($"/courses/{hrs.Id}", new { nameZh = "本公司大纲", category = "trainingOutline", prerequisiteIds = Array.Empty<long>(), modules }, hrs.Version, HttpMethod.Put);
        Assert.DoesNotContain((await folder.LoadAsync(app)).Left, x => x.Code == "CRS045");
        Assert.Equal(["CRS041"], await RequiredAsync("CRS045"));
    }

    [Fact]
    public async Task A_retired_course_stays_retired_and_is_named()
    {
        var hr = await app.AsAsync(Role.HumanResources);
        var course = await CourseAsync("CRS046");
        await hr.DoAsync($"/courses/{course.Id}/retire", new { }, course.Version);
        using var folder = await SeedFolder.LoadedAsync(app);

        var report = await folder.LoadAsync(app);

        Assert.Contains(new LeftRecord("course", "CRS046", LeftAlone.ChangedHere), report.Left);
        Assert.NotNull((await CourseAsync("CRS046")).RetiredAt);
    }

    [Fact]
    public async Task A_record_that_hr_made_under_a_code_of_a_file_is_hrs()
    {
        await MakeKindAsync("NEW-RULES", "人事自定");
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.Put(Kinds, "\"documentKinds\": [", $"\"documentKinds\": [ {Kind("NEW-RULES")},");

        var report = await folder.LoadAsync(app);

        Assert.Equal(0, report.Added);
        Assert.Contains(new LeftRecord("documentKind", "NEW-RULES", LeftAlone.MadeHere), report.Left);
        Assert.Equal("人事自定", await app.ReadAsync(db => db.DocumentKinds.Where(x => x.Code == "NEW-RULES").Select(x => x.NameZh).SingleAsync()));
    }

    [Fact]
    public async Task A_day_that_hr_deleted_does_not_come_back_nor_is_another_in_its_place_overwritten()
    {
        await ChangeAsync(async db => db.Remove(await db.CalendarDays.SingleAsync(x => x.Day == new DateOnly(2026, 1, 1))));
        using var folder = await SeedFolder.LoadedAsync(app);
        Assert.Contains(new LeftRecord("calendarDay", "2026-01-01", LeftAlone.DeletedHere), (await folder.LoadAsync(app)).Left);
        Assert.False(await app.ReadAsync(db => db.CalendarDays.AnyAsync(x => x.Day == new DateOnly(2026, 1, 1))));

        await ChangeAsync(db =>
        {
            db.CalendarDays.Add(CalendarDay.Create(new DateOnly(2026, 1, 1), CalendarDayKind.Holiday, new Bilingual("本公司元旦", null)));
            return Task.CompletedTask;
        });
        folder.Put("calendar.json", "\"nameEn\": \"New Year's Day\", \"from\": \"2026-01-01\"", "\"nameEn\": \"New Year\", \"from\": \"2026-01-01\"");

        Assert.Contains(new LeftRecord("calendarDay", "2026-01-01", LeftAlone.ChangedHere), (await folder.LoadAsync(app)).Left);
        Assert.Equal("本公司元旦", await app.ReadAsync(db => db.CalendarDays.Where(x => x.Day == new DateOnly(2026, 1, 1)).Select(x => x.NameZh).SingleAsync()));
    }

    [Fact]
    public async Task A_day_that_its_year_no_longer_names_goes_unless_it_was_changed_here()
    {
        await ChangeAsync(async db => (await db.CalendarDays.SingleAsync(x => x.Day == new DateOnly(2024, 2, 17)))
            .Edit(CalendarDayKind.Holiday, new Bilingual("本公司放假", null)));
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.Put("calendar.json", "\"to\": \"2024-02-17\"", "\"to\": \"2024-02-15\"");

        var report = await folder.LoadAsync(app);

        Assert.Equal(1, report.Removed);
        Assert.Contains(new LeftRecord("calendarDay", "2024-02-17", LeftAlone.ChangedHere), report.Left);
        Assert.Equal(
            [new DateOnly(2024, 2, 17)],
            await app.ReadAsync(db => db.CalendarDays.Where(x => x.Day > new DateOnly(2024, 2, 15) && x.Day < new DateOnly(2024, 2, 18)).Select(x => x.Day).ToListAsync()));
    }

    [Fact]
    public async Task Two_loads_at_once_add_a_record_once()
    {
        using var folder = await SeedFolder.LoadedAsync(app);
        folder.Put(Kinds, "\"documentKinds\": [", $"\"documentKinds\": [ {Kind("AT-ONCE")},");

        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => folder.LoadAsync(app))));

        Assert.Equal(1, reports.Sum(x => x.Added));
        Assert.Equal(1, await app.ReadAsync(db => db.DocumentKinds.CountAsync(x => x.Code == "AT-ONCE")));
    }

    /// <summary>However files, HR and loads follow on each other: what HR changed is HR's, everything else is the file's.</summary>
    [Fact]
    public async Task Any_sequence_of_new_files_and_changes_leaves_to_each_its_own() =>
        await Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 2]).Array[1, 12].SampleAsync(
            async steps =>
            {
                var run = Guid.NewGuid().ToString("N")[..8].ToUpperInvariant();
                using var folder = await SeedFolder.LoadedAsync(app);
                var (file, hrs) = (new Dictionary<int, string>(), new Dictionary<int, string>());
                foreach (var (act, number, word) in steps)
                {
                    var name = $"名{word}";
                    if (act == 0)
                    {
                        file[number] = name;
                    }
                    else if (act == 1 && await ChangeKindAsync($"{run}-{number}", name))
                    {
                        hrs[number] = name;
                    }

                    var rows = file.Select(x => Kind($"{run}-{x.Key}", x.Value));
                    folder.Write(Kinds, $$"""{ "$schema": "schemas/document-kinds.schema.json", "documentKinds": [ {{string.Join(",", rows.Append(Kind("SPARE")))}} ] }""");
                    await folder.LoadAsync(app);
                    var kept = await app.ReadAsync(db => db.DocumentKinds.Where(x => x.Code.StartsWith(run)).OrderBy(x => x.Code).Select(x => x.Code + x.NameZh).ToListAsync());
                    Assert.Equal(file.Keys.Order().Select(x => $"{run}-{x}{hrs.GetValueOrDefault(x, file[x])}"), kept);
                }
            },
            iter: 8,
            threads: 1);

    private static (int Added, int Updated) Done(ReferenceReport report) => (report.Added, report.Updated);

    private static string Kind(string code, string name = "文件") => $$"""{ "code": "{{code}}", "nameZh": "{{name}}", "nameEn": "Document", "sourceDocument": "x", "sourceLocator": "x" }""";

    private Task MakeKindAsync(string code, string name) => ChangeAsync(db =>
    {
        db.DocumentKinds.Add(DocumentKind.Create(code, new Bilingual(name, null)));
        return Task.CompletedTask;
    });

    /// <summary>As HR would; false where there is no such kind or it has the name.</summary>
    private async Task<bool> ChangeKindAsync(string code, string name)
    {
        var changed = false;
        await ChangeAsync(async db =>
        {
            var kind = await db.DocumentKinds.SingleOrDefaultAsync(x => x.Code == code);
            changed = kind is not null && kind.NameZh != name;
            kind?.Edit(new Bilingual(name, kind.NameEn));
        });
        return changed;
    }

    private async Task ChangeAsync(Func<TrainingDb, Task> change)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<TrainingDb>();
        await db.WriteAsync(() => change(db), CancellationToken.None);
    }

    private Task<List<string>> RequiredAsync(string code) => app.ReadAsync(db => db.Courses.Where(x => x.Code == code).SelectMany(x => x.Prerequisites)
        .Join(db.Courses, x => x.RequiredId, x => x.Id, (_, required) => required.Code).OrderBy(x => x).ToListAsync());

    private Task<Domain.Courses.Course> CourseAsync(string code) => app.ReadAsync(db => db.Courses.AsNoTracking().SingleAsync(x => x.Code == code));
}
