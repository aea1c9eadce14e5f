using CsCheck;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Tests.People;

public class AssignmentTimelineTests
{
    private static readonly DateOnly HiredOn = Someone.HiredOn;
    private static readonly Placement Desk = new(1, 1, 7);
    private static readonly Placement Field = new(2, 1, 8);

    [Fact]
    public void A_change_today_keeps_yesterdays_truth()
    {
        var timeline = Started(Someone.Hired());
        timeline.ChangeFrom(HiredOn.AddDays(10), Field);

        Assert.Equal(
            [(Desk, HiredOn, HiredOn.AddDays(9)), (Field, HiredOn.AddDays(10), (DateOnly?)null)],
            timeline.Assignments.Select(x => (x.Placement, x.From, x.To)));
        Assert.Equal(2, timeline.Added.Count);
    }

    [Fact]
    public void A_change_holds_until_the_next_planned_one()
    {
        var timeline = Started(Someone.Hired());
        timeline.ChangeFrom(HiredOn.AddDays(20), Field);
        timeline.ChangeFrom(HiredOn.AddDays(10), Desk with { SupervisorId = null });

        Assert.Equal([HiredOn.AddDays(9), HiredOn.AddDays(19), null], timeline.Assignments.Select(x => x.To));
        timeline.Check();
    }

    [Fact]
    public void A_change_from_the_first_day_of_an_assignment_replaces_it()
    {
        var timeline = Started(Someone.Hired());
        timeline.ChangeFrom(HiredOn, Field);

        Assert.Equal(Field, Assert.Single(timeline.Assignments).Placement);
    }

    [Fact]
    public void What_cannot_change_is_refused()
    {
        var person = Someone.Hired();
        var timeline = Started(person);

        Someone.Refuses(AssignmentRefusals.NothingChanges, () => timeline.ChangeFrom(HiredOn.AddDays(3), Desk));
        Someone.Refuses(AssignmentRefusals.NotEmployed, () => timeline.ChangeFrom(HiredOn.AddDays(-1), Field));
        Someone.Refuses(AssignmentRefusals.OwnSupervisor, () => timeline.ChangeFrom(HiredOn.AddDays(3), Desk with { SupervisorId = person.Id }));
        Someone.Refuses(AssignmentRefusals.Overlap, () => timeline.Start(Field));

        Assert.Equal((Desk, HiredOn, null), (timeline.Assignments[0].Placement, timeline.Assignments[0].From, timeline.Assignments.Single().To));
    }

    [Fact]
    public void A_past_assignment_can_be_put_right_and_moves_its_neighbour()
    {
        var timeline = Started(Someone.Hired());
        timeline.ChangeFrom(HiredOn.AddDays(10), Field);

        timeline.Correct(timeline.Assignments[1], HiredOn.AddDays(5), Field with { DepartmentId = 3 });

        Assert.Equal((HiredOn.AddDays(4), 3), (timeline.Assignments[0].To, timeline.Assignments[1].DepartmentId));
        Someone.Refuses(AssignmentRefusals.FromOutOfRange, () => timeline.Correct(timeline.Assignments[1], HiredOn, Field));
        Someone.Refuses(AssignmentRefusals.FromOutOfRange, () => timeline.Correct(timeline.Assignments[0], HiredOn.AddDays(1), Field));
        timeline.Check();
    }

    [Fact]
    public void Leaving_cuts_the_assignments_off()
    {
        var person = Someone.Hired();
        var timeline = Reloaded(person, x =>
        {
            x.ChangeFrom(HiredOn.AddDays(10), Field);
            x.ChangeFrom(HiredOn.AddDays(20), Desk);
        });

        person.EndEmployment(new(HiredOn.AddDays(15), null));
        timeline.FollowEmployment();

        Assert.Equal([HiredOn.AddDays(9), HiredOn.AddDays(15)], timeline.Assignments.Select(x => x.To));
        Assert.Equal(HiredOn.AddDays(20), Assert.Single(timeline.Removed).From);
    }

    [Fact]
    public void A_rehire_begins_a_second_stretch_and_leaves_the_days_between_free()
    {
        var person = Someone.Hired();
        var timeline = Started(person);
        person.EndEmployment(new(HiredOn.AddDays(5), null));
        timeline.FollowEmployment();
        person.Rehire(Someone.Full(HiredOn.AddDays(30)));
        Someone.Refuses(AssignmentRefusals.Gap, timeline.Check);

        timeline.Start(Field);

        timeline.Check();
        Someone.Refuses(AssignmentRefusals.NotEmployed, () => timeline.ChangeFrom(HiredOn.AddDays(20), Desk));
        Someone.Refuses(AssignmentRefusals.FromOutOfRange, () => timeline.Correct(timeline.Assignments[1], HiredOn.AddDays(29), Field));
    }

    [Fact]
    public void Broken_histories_are_found_with_their_first_day()
    {
        var person = Someone.Hired();
        var timeline = Reloaded(person, x => x.ChangeFrom(HiredOn.AddDays(10), Field));

        var gap = Someone.Refuses(AssignmentRefusals.Gap, new AssignmentTimeline(person, timeline.Assignments.Take(1)).Check);
        Assert.Contains(("day", (object?)HiredOn.AddDays(10)), gap.Values);
        Someone.Refuses(AssignmentRefusals.Gap, new AssignmentTimeline(person, timeline.Assignments.Skip(1)).Check);
        Someone.Refuses(AssignmentRefusals.Overlap, new AssignmentTimeline(person, [.. timeline.Assignments, timeline.Assignments[1]]).Check);
        person.EndEmployment(new(HiredOn.AddDays(12), null));
        var outside = Someone.Refuses(AssignmentRefusals.NotEmployed, timeline.Check);
        Assert.Contains(("day", (object?)HiredOn.AddDays(13)), outside.Values);
    }

    [Fact]
    public void Whatever_is_done_every_day_of_employment_has_one_assignment_and_no_other_day_any()
    {
        var act = Gen.Select(Gen.Int[0, 5], Gen.Int[-5, 60], Gen.Int[1, 3], Gen.Int[0, 3]);
        act.Array[1, 20].Sample(acts =>
        {
            var person = Someone.Hired();
            var timeline = Started(person);
            foreach (var (kind, offset, department, which) in acts)
            {
                Try(person, timeline, kind, HiredOn.AddDays(offset), new Placement(department, 1, null), which);

                timeline.Check();
                for (var day = HiredOn.AddDays(-10); day < HiredOn.AddDays(150); day = day.AddDays(1))
                {
                    Assert.Equal(person.IsEmployedOn(day) ? 1 : 0, timeline.Assignments.Count(x => x.HoldsOn(day)));
                }
            }
        }, iter: 300);
    }

    private static void Try(Employee person, AssignmentTimeline timeline, int kind, DateOnly day, Placement placement, int which)
    {
        try
        {
            switch (kind)
            {
                case 0 when person.LatestPeriod.LeftOn is not null:
                    person.Rehire(Someone.Full(day));
                    timeline.Start(placement);
                    break;
                case 1:
                    person.EndEmployment(new(day, null));
                    timeline.FollowEmployment();
                    break;
                case 2:
                    timeline.Correct(timeline.Assignments[which % timeline.Assignments.Count], day, placement);
                    break;
                case 3 when day <= (timeline.Assignments[^1].To ?? DateOnly.MaxValue) && person.Periods.Count == 1:
                    person.CorrectLatestPeriod(Someone.Full(day), which == 0 ? null : new Leaving(day.AddDays(which * 20), null));
                    timeline.FollowEmployment();
                    break;
                default:
                    timeline.ChangeFrom(day, placement);
                    break;
            }
        }
        catch (RuleViolation)
        {
            // Refused: everything must be as before, which the caller checks.
        }
    }

    private static AssignmentTimeline Started(Employee person)
    {
        var timeline = new AssignmentTimeline(person, []);
        timeline.Start(Desk);
        return timeline;
    }

    private static AssignmentTimeline Reloaded(Employee person, Action<AssignmentTimeline> acts)
    {
        var timeline = Started(person);
        acts(timeline);
        return new AssignmentTimeline(person, timeline.Assignments);
    }
}
