using Training.Domain.Courses;
using Training.Domain.Plans;
using static Training.Domain.Tests.Plans.PlanExamples;

namespace Training.Domain.Tests.Plans;

public class PlanTemplateTests
{
    [Fact]
    public void A_plan_made_from_a_template_has_its_stages_and_items_and_is_not_changed_by_it_afterwards()
    {
        var template = PlanTemplate.Create("tp06", Template(new PlanTemplateItemContent(40, 1, true, 20), new PlanTemplateItemContent(5, null, false, 30)));

        var plan = Plan.Draft("2026H2", template.For(7, Start, End, null), Author);
        template.Edit(Template());

        Assert.Equal("TP06", template.Code);
        Assert.Equal("客户服务部培训计划", plan.TitleZh);
        Assert.Equal([(40, 1, true, 20), (5, null, false, 30)], plan.Items.Select(x => (x.CourseId, x.Stage, x.IsMandatory, x.DueWorkingDays)));
        Assert.Equal((1, 3, LengthUnit.Days), plan.Stages.Select(x => (x.Number, x.LengthValue, x.LengthUnit)).Single());
        Assert.Empty(template.Items);
    }

    [Fact]
    public void A_retired_template_is_neither_edited_nor_retired_again()
    {
        var template = PlanTemplate.Create("TP06", Template());
        template.Retire(DateTimeOffset.UnixEpoch);

        Refused(PlanTemplateRefusals.Retired, () => template.Edit(Template()));
        Refused(PlanTemplateRefusals.Retired, () => template.Retire(DateTimeOffset.UnixEpoch));
    }

    [Fact]
    public void A_course_that_comes_to_stand_twice_stays_once_in_its_first_place_as_the_mandatory_item_asks_for_it()
    {
        var content = PlanTemplate.Create("TP06", Template(new(3, null, false, 30), new(9, null, true, 7), new(1, 1, true, 10), new(4, null, false, 15)))
            .For(7, Start, End, null);

        var offered = content.Without(new Dictionary<long, long?> { [1] = 3, [9] = null });

        Assert.Equal([(3, 1, true, 10), (4, null, false, 15)], offered.Items.Select(x => (x.CourseId, x.Stage, x.IsMandatory, x.DueWorkingDays)));
        Assert.Equal(content.Items, content.Without(new Dictionary<long, long?>()).Items);
    }

    [Fact]
    public void Content_that_is_wrong_is_refused_with_its_place()
    {
        Refused(PlanRefusals.StageUnknown, "items[0].stage", Created(Template(new PlanTemplateItemContent(1, 2, true, 5))));
        Refused(PlanRefusals.DueRule, "items[0].dueWorkingDays", Created(Template(new PlanTemplateItemContent(1, 1, true, 0))));
        Refused(PlanRefusals.CourseTwice, "items[1].courseId", Created(Template(new(1, 1, true, 5), new(1, null, false, 9))));
        Refused(CourseRefusals.HoursOutOfRange, "classHours", Created(Template() with { ClassHours = 50.05m }));
    }

    private static PlanTemplateContent Template(params PlanTemplateItemContent[] items) => new(
        new("客户服务部培训计划", "Department plan"), null, null, [], [], null, null, PlanRecurrence.HalfYearly, null,
        [new(1, 3, LengthUnit.Days)], items);

    private static Action Created(PlanTemplateContent content) => () => PlanTemplate.Create("T", content);
}
