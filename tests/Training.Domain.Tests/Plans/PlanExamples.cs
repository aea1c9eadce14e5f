using Training.Domain.Calendars;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Domain.Tests.Plans;

internal static class PlanExamples
{
    public static readonly PlanActor Author = new(1, 101);
    public static readonly PlanActor Approver = new(2, 102);
    public static readonly DateOnly Start = new(2026, 7, 6);
    public static readonly DateOnly End = new(2026, 12, 31);
    public static readonly DateTimeOffset Now = new(2026, 7, 6, 1, 0, 0, TimeSpan.Zero);

    public static PlanItemContent Item(long courseId, int days = 20) => new(courseId, null, true, days, null);

    public static PlanContent Content(params PlanItemContent[] items) => new(
        new("客服部下半年培训", "Half-year training"), null, 7, Start, End, new("背景", null), [new("目标", "Aim")], [], items);

    public static Plan Draft(params PlanItemContent[] items) => Plan.Draft("2026h2-cs", Content(items), Author);

    public static Plan Running(params PlanItemContent[] items)
    {
        var plan = Draft(items);
        plan.Submit(Author, Now);
        plan.Approve(Approver, Now, null);
        plan.Start(Author, Start, Now);
        return plan;
    }

    /// <summary>Monday to Friday, but for the National Day of 2026 with its two worked weekend days.</summary>
    public static readonly WorkingCalendar Calendar = new(
        [
            .. Enumerable.Range(1, 7).Select(day => (new DateOnly(2026, 10, day), CalendarDayKind.Holiday)),
            (new DateOnly(2026, 9, 20), CalendarDayKind.WorkingWeekend),
            (new DateOnly(2026, 10, 10), CalendarDayKind.WorkingWeekend),
        ],
        [2026]);

    public static RuleViolation Refused(Refusal refusal, Action act)
    {
        var violation = Assert.Throws<RuleViolation>(act);
        Assert.Equal(refusal, violation.Refusal);
        return violation;
    }

    public static void Refused(Refusal refusal, string field, Action act) => Assert.Equal(field, Refused(refusal, act).Field);
}
