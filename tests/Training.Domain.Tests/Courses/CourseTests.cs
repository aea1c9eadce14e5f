using CsCheck;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Courses;

public class CourseTests
{
    private static readonly DateOnly Today = new(2026, 7, 1);
    private static readonly DateTimeOffset Now = new(2026, 7, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void A_code_is_kept_in_its_one_form()
    {
        Assert.Equal("CRS040", Course.Create(" ｃｒｓ０40 ", Content(), Today).Code);
    }

    [Fact]
    public void A_retired_course_can_neither_be_edited_nor_retired_again()
    {
        var course = Course.Create("CRS001", Content(), Today);
        course.Retire(Now, new DateOnly(2026, 7, 1));

        Refused(CourseRefusals.Retired, null, () => course.Edit(Content()));
        Refused(CourseRefusals.Retired, null, () => course.Retire(Now.AddDays(1), new DateOnly(2026, 7, 2)));
        Assert.Equal(Now, course.RetiredAt);
    }

    [Fact]
    public void Content_that_is_wrong_is_refused_with_its_place()
    {
        Refused(CourseRefusals.StandardLevelOutOfRange, "standardLevel", Create(Content() with { StandardLevel = 4 }));
        Refused(CourseRefusals.HoursOutOfRange, "classHours", Create(Content() with { ClassHours = 1.25m }));
        Refused(CourseRefusals.HoursOutOfRange, "practiceHours", Create(Content() with { PracticeHours = -0.5m }));
        Refused(CourseRefusals.HoursOutOfRange, "classHours", Create(Content() with { ClassHours = 1000.5m }));
        Refused(CourseRefusals.LengthOutOfRange, "length.value", Create(Content() with { Length = new(0, LengthUnit.Weeks) }));
        Refused(CourseRefusals.ValidityOutOfRange, "validityMonths", Create(Content() with { ValidityMonths = 0 }));
        Refused(CourseRefusals.ModuleNumberTwice, "modules[1].number", Create(Content(Module(1), Module(1))));
        Refused(CourseRefusals.ModuleNumberOutOfRange, "modules[0].number", Create(Content(Module(0))));
    }

    [Fact]
    public void A_refused_edit_changes_nothing()
    {
        var course = Course.Create("CRS001", Content(Module(1)), Today);

        Refused(CourseRefusals.ModuleNumberTwice, "modules[1].number", () => course.Edit(Content(Module(3), Module(3)) with { ClassHours = 8 }));

        Assert.Null(course.ClassHours);
        Assert.Equal(1, Assert.Single(course.Modules).Number);
    }

    [Fact]
    public void Editing_keeps_the_row_of_a_module_whose_number_stays()
    {
        var course = Course.Create("CRS001", Content(Module(1), Module(2)), Today);
        var kept = course.Modules.Single(x => x.Number == 2);

        course.Edit(Content(Module(2) with { Title = new("改名", null) }, Module(3)));

        Assert.Equal([2, 3], course.Modules.Select(x => x.Number));
        Assert.Same(kept, course.Modules.First());
        Assert.Equal("改名", kept.TitleZh);
        Assert.Null(kept.TitleEn);
    }

    [Fact]
    public void Every_sum_of_tenths_is_accepted_as_hours()
    {
        Gen.Int[0, 10_000].Sample(tenths =>
            Course.Create("X", Content() with { ClassHours = tenths / 10m }, Today).ClassHours == tenths / 10m);
    }

    [Fact]
    public void A_completion_counts_to_the_last_day_of_its_validity()
    {
        var done = new DateOnly(2024, 2, 29);

        Assert.Equal(new(2025, 2, 28), Course.Create("CRS034", Content() with { ValidityMonths = 12 }, Today).TermsFor(null, done).ValidUntil(done));
        Assert.Null(Course.Create("CRS001", Content(), Today).TermsFor(null, done).ValidUntil(done));
    }

    internal static CourseContent Content(params CourseModuleContent[] modules) =>
        new(new("客户服务概述", "Overview"), CourseCategory.StandardLevel3, 3, null, null, null, null, null, null, modules);

    private static CourseModuleContent Module(int number) => new(number, new($"模块{number}", $"Module {number}"), []);

    private static Action Create(CourseContent content) => () => Course.Create("CRS001", content, Today);

    private static void Refused(Refusal refusal, string? field, Action act)
    {
        var violation = Assert.Throws<RuleViolation>(act);
        Assert.Equal(refusal, violation.Refusal);
        Assert.Equal(field, violation.Field);
    }
}
