using CsCheck;
using Training.Domain.Courses;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Courses;

public class CourseVersionTests
{
    private static readonly DateOnly Day = new(2026, 7, 1);

    [Fact]
    public void Editing_prepares_the_next_version_and_publishing_makes_it()
    {
        var course = Course.Create("C", Content(12, Module(1, "一")), Day);
        Refused(CourseRefusals.NothingToPublish, null, () => course.Publish(Day, null));

        course.Edit(Content(6, Module(1, "改"), Module(2, "二")));

        Assert.Equal((1, true), (course.PublishedVersion, course.HasUnpublishedChanges));
        course.Publish(Day.AddDays(9), " 更新 ");
        Assert.Equal((2, false), (course.PublishedVersion, course.HasUnpublishedChanges));
        Assert.Equal(["一"], course.Versions.Single(x => x.Number == 1).Modules.Select(x => x.Title.Zh));
        Assert.Equal(["改", "二"], course.Versions.Single(x => x.Number == 2).Modules.Select(x => x.Title.Zh));
        Assert.Equal("更新", course.Versions.Single(x => x.Number == 2).Note);
    }

    [Fact]
    public void Taking_an_edit_back_leaves_nothing_to_publish()
    {
        var course = Course.Create("C", Content(12, Module(1, "一")), Day);

        course.Edit(Content(6));
        course.Edit(Content(12, Module(1, "一")));

        Assert.False(course.HasUnpublishedChanges);
    }

    [Fact]
    public void People_finish_on_the_version_they_began_and_others_on_the_one_of_the_day()
    {
        var course = Course.Create("C", Content(12), Day);
        course.Edit(Content(6));
        course.Publish(Day.AddDays(10), null);

        Assert.Equal((1, 12), Terms(1, Day.AddDays(30)));
        Assert.Equal((2, 6), Terms(2, Day.AddDays(30)));
        Assert.Equal((1, 12), Terms(null, Day.AddDays(9)));
        Assert.Equal((2, 6), Terms(null, Day.AddDays(10)));
        Assert.Equal((1, 12), Terms(null, Day.AddDays(-99)));

        (int, int?) Terms(int? begun, DateOnly on) => (course.TermsFor(begun, on).Number, course.TermsFor(begun, on).ValidityMonths);
    }

    [Fact]
    public void A_material_belongs_to_the_versions_between_its_adding_and_its_withdrawal()
    {
        var course = Course.Create("C", Content(12), Day);
        course.AddLink(new("视频", null), "https://example.org/a");
        var link = Assert.Single(course.Materials);
        Assert.Equal((false, true), (link.IsIn(1), link.IsIn(2)));
        course.Publish(Day, null);

        Assert.Null(course.Remove(link));

        Assert.True(course.HasUnpublishedChanges);
        course.Publish(Day, null);
        Assert.Equal([false, true, false], new[] { 1, 2, 3 }.Select(link.IsIn));

        course.AddFile(new("讲义", null), 77);
        Assert.Equal(77, course.Remove(course.Materials.Last()));
        Assert.False(course.HasUnpublishedChanges);
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("example.org")]
    public void A_link_leads_into_the_web(string url) =>
        Refused(CourseRefusals.LinkNotWeb, "url", () => Course.Create("C", Content(1), Day).AddLink(new("链接", null), url));

    [Fact]
    public void A_pass_mark_goes_with_its_rule()
    {
        Refused(CourseRefusals.PassMarkMissing, "passMark", () => Make(Content(1) with { CompletionRule = CompletionRule.PassMark }));
        Refused(CourseRefusals.PassMarkWithoutRule, "passMark", () => Make(Content(1) with { PassMark = 60 }));
        Refused(CourseRefusals.PassMarkOutOfRange, "passMark", () => Make(Content(1) with { CompletionRule = CompletionRule.PassMark, PassMark = 60.25m }));

        static Course Make(CourseContent content) => Course.Create("C", content, Day);
    }

    [Fact]
    public void What_stands_for_a_retired_course_follows_the_line_of_successors()
    {
        var now = new DateTimeOffset(2026, 7, 1, 0, 0, 0, TimeSpan.Zero);
        var (first, second, third) = (With(1), With(2), With(3));
        Refused(CourseRefusals.SuccessorSelf, "successorId", () => first.Retire(now, Day, first));

        first.Retire(now, Day, second, counts: true);
        second.Retire(now, Day.AddDays(1), third, counts: false, [first]);

        Assert.Equal((3L, 2L), (first.ReplacedById, first.CountsForId));
        Assert.Equal((3L, (long?)null), (second.ReplacedById, second.CountsForId));
        Assert.Equal((Day.AddDays(1), Day.AddDays(1)), (first.ReplacedOn, second.ReplacedOn));
        Refused(CourseRefusals.SuccessorRetired, "successorId", () => third.Retire(now, Day, first));
        Refused(CourseRefusals.Retired, null, () => first.AddModule(Module(1, "一")));

        static Course With(long id)
        {
            var course = Course.Create($"C{id}", Content(1), Day);
            typeof(Course).GetProperty(nameof(Course.Id))!.SetValue(course, id);
            return course;
        }
    }

    [Fact]
    public void A_loop_is_found_exactly_where_the_course_can_be_reached_from_what_it_requires()
    {
        var edge = Gen.Select(Gen.Long[1, 6], Gen.Long[1, 6]);
        Gen.Select(edge.Array[0, 12], Gen.Long[1, 6].Array[0, 3]).Sample((edges, requires) =>
        {
            var reached = requires.ToHashSet();
            for (var round = 0; round < 6; round++)
            {
                reached.UnionWith(edges.Where(x => x.Item1 != 1 && reached.Contains(x.Item1)).Select(x => x.Item2).ToList());
            }

            var loop = CoursePrerequisites.Loop(1, requires, edges.Select(x => (x.Item1, x.Item2)));

            Assert.Equal(reached.Contains(1), loop is not null);
            if (loop is not null)
            {
                Assert.Equal((1, 1), (loop[0], loop[^1]));
                Assert.Contains(loop[1], requires);
                Assert.All(loop.Skip(1).Zip(loop.Skip(2)), x => Assert.Contains((x.First, x.Second), edges));
            }
        });
    }

    private static CourseContent Content(int months, params CourseModuleContent[] modules) =>
        CourseTests.Content(modules) with { ValidityMonths = months };

    private static CourseModuleContent Module(int number, string title) => new(number, new(title, null), []);

    private static void Refused(Refusal refusal, string? field, Action act)
    {
        var violation = Assert.Throws<RuleViolation>(act);
        Assert.Equal((refusal, field), (violation.Refusal, violation.Field));
    }
}
