using CsCheck;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Tests.People;

public class DepartmentTests
{
    private static readonly Bilingual Name = Bilingual.Of("客服部", "Service");
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void A_new_parent_is_refused_exactly_when_it_stands_at_or_below_the_department()
    {
        const int count = 8;
        var tree = Gen.Int[0, 99].Array[count].Select(x => Enumerable.Range(1, count)
            .ToDictionary(id => (long)id, id => x[id - 1] % id is var above and not 0 ? (long?)above : null));
        Gen.Select(tree, Gen.Long[1, count], Gen.Long[1, count]).Sample((parents, id, parent) =>
        {
            var department = Department.Create("D", Name, parents[id]).WithId(id);
            var isBelow = false;
            for (long? above = parent; above is not null; above = parents[above.Value])
            {
                isBelow |= above == id;
            }

            if (isBelow)
            {
                Someone.Refuses(DepartmentRefusals.Loop, () => department.Edit(Name, parent, parents));
                Assert.Equal(parents[id], department.ParentId);
                return;
            }

            department.Edit(Name, parent, parents);
            Assert.Equal(parent, department.ParentId);
        });
    }

    [Fact]
    public void A_retired_department_or_position_is_changed_no_more()
    {
        var department = Department.Create("svc", Name);
        department.Retire(Now, Today);
        var position = Position.Create("agent", new(Name, "接听电话", null, []));
        position.Retire(Now);

        Assert.Equal("SVC", department.Code);
        Someone.Refuses(DepartmentRefusals.Retired, () => department.Retire(Now, Today));
        Someone.Refuses(DepartmentRefusals.Retired, () => department.Edit(Name, null, new Dictionary<long, long?>()));
        Someone.Refuses(PositionRefusals.Retired, () => position.Retire(Now));
        Someone.Refuses(PositionRefusals.Retired, () => position.Edit(new(Name, null, null, []), new(2026, 7, 1)));
    }

    [Fact]
    public void A_department_has_one_head_a_day_and_the_one_named_last_for_a_day_is_the_head()
    {
        var people = Enumerable.Range(1, 3).Select(x => Someone.Hired(id: x)).ToList();
        var today = Someone.HiredOn.AddDays(59);
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 59]).Array[1, 12].Sample(named =>
        {
            var department = Department.Create("D", Name);
            var expected = new long?[60];
            foreach (var (person, day) in named)
            {
                var head = person == 0 ? null : people[person - 1];
                var first = department.Heads.Select(x => x.From.DayNumber - Someone.HiredOn.DayNumber).DefaultIfEmpty().Max();
                if (day < first)
                {
                    Someone.Refuses(DepartmentRefusals.HeadTooEarly, () => department.NameHead(head, Someone.HiredOn.AddDays(day), today));
                    continue;
                }

                department.NameHead(head, Someone.HiredOn.AddDays(day), today);
                Array.Fill(expected, head?.Id, day, 60 - day);
            }

            Assert.Equal(expected, Enumerable.Range(0, 60).Select(x => department.Heads
                .SingleOrDefault(y => y.From <= Someone.HiredOn.AddDays(x) && Someone.HiredOn.AddDays(x) <= (y.To ?? DateOnly.MaxValue))?.EmployeeId));
        });
    }

    [Fact]
    public void The_term_of_a_head_ends_with_the_department()
    {
        var department = Department.Create("D", Name);
        department.NameHead(Someone.Hired(), Someone.HiredOn, Today);
        department.Retire(Now, Today);

        Assert.Equal(Today, department.Heads.Single().To);
        Someone.Refuses(DepartmentRefusals.Retired, () => department.NameHead(null, Today, Today));
    }

    [Fact]
    public void A_position_keeps_each_required_course_once_and_those_that_stay_as_they_are()
    {
        var position = Position.Create("agent", new(Name, null, null, [1, 2, 2]));
        var kept = position.Courses.Single(x => x.CourseId == 2);

        position.Edit(new(Name, null, null, [3, 2]) { DueWorkingDays = new Dictionary<long, int> { [3] = 20 } }, new(2026, 7, 1));

        Assert.Equal([2, 3], position.Courses.Select(x => x.CourseId).Order());
        Assert.Same(kept, position.Courses.Single(x => x.CourseId == 2));
        Assert.Equal((null, 60), (kept.RequiredFrom, kept.DueWorkingDays));
        var added = position.Courses.Single(x => x.CourseId == 3);
        Assert.Equal((new DateOnly(2026, 7, 1), 20), (added.RequiredFrom, added.DueWorkingDays));
    }

    [Fact]
    public void A_minimum_wage_holds_from_its_day_until_the_next()
    {
        var day = new DateOnly(2026, 1, 1);
        var place = WorkPlace.Create("SH", Name, [(day.AddDays(100), 2740m), (day, 2690m)]);

        Assert.Equal(
            [null, 2690m, 2690m, 2740m],
            new[] { -1, 0, 99, 100 }.Select(x => place.MinimumWageOn(day.AddDays(x))));
    }

    [Fact]
    public void Minimum_wages_of_one_day_or_of_no_amount_are_refused()
    {
        var day = new DateOnly(2026, 1, 1);
        var place = WorkPlace.Create("SH", Name, [(day, 2690m)]);

        Someone.Refuses(WorkPlaceRefusals.WageFromTwice, () => place.Edit(Name, [(day, 1m), (day, 2m)]));
        foreach (var amount in new[] { -0.01m, 0.001m, 10_000_000m })
        {
            var refused = Someone.Refuses(WageRefusals.AmountOutOfRange, () => place.Edit(Name, [(day, 2m), (day.AddDays(1), amount)]));
            Assert.Equal("minimumWages[1].monthlyAmount", refused.Field);
            Someone.Refuses(WageRefusals.AmountOutOfRange, () => BaseWage.Create(1, day, amount));
        }

        Assert.Equal(2690m, place.MinimumWageOn(day));
    }
}
