using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

// The rows of seeds/reference/, member for member; seeds/README.md says what each means. Members that nothing reads yet (sources,
// modules of a template) are in the files for the reader.
namespace Training.Api.Data.Seeding;

internal sealed record PlanTemplateRow(
    string Code,
    string NameZh,
    string? NameEn,
    string SourceDocument,
    string SourceLocator,
    string? BackgroundZh,
    string? BackgroundEn,
    string? AudienceZh,
    string? AudienceEn,
    IReadOnlyList<Bilingual> Objectives,
    IReadOnlyList<Bilingual> Methods,
    decimal? ClassHours,
    decimal? PracticeHours,
    PlanRecurrence Recurrence,
    IReadOnlyList<PlanStageContent> Stages,
    IReadOnlyList<PlanTemplateItemRow> Items,
    IReadOnlyList<PlanTemplateEvaluationRow> Evaluation,
    IReadOnlyList<PlanTemplateCostRow> BudgetItems,
    IReadOnlyList<Bilingual> Support)
{
    public PlanTemplateContent Content(IReadOnlyList<long> courseIds) => new(
        new Bilingual(NameZh, NameEn),
        BackgroundZh is null ? null : new Bilingual(BackgroundZh, BackgroundEn),
        AudienceZh is null ? null : new Bilingual(AudienceZh, AudienceEn),
        Objectives,
        Methods,
        ClassHours,
        PracticeHours,
        Recurrence,
        new SourcePlace(SourceDocument, SourceLocator),
        Stages,
        [.. Items.Select((x, i) => new PlanTemplateItemContent(courseIds[i], x.Stage, x.IsMandatory, x.DueWorkingDays))])
    {
        Support = Support.Count == 0
            ? null
            : new Bilingual(string.Join('\n', Support.Select(x => x.Zh)), string.Join('\n', Support.Select(x => x.En ?? x.Zh))),
        Evaluation = [.. Evaluation.Select(x => new EvaluationPartContent(new Bilingual(x.Zh, x.En), x.MaxMarks, x.ExcellentFrom, x.WeakBelow, x.Measure))],
        Budget = [.. BudgetItems.Select(x => new PlanTemplateCostContent(x.Kind, x.Zh))],
    };
}

internal sealed record PlanTemplateItemRow(string CourseCode, int? Stage, bool IsMandatory, int DueWorkingDays);

internal sealed record PlanTemplateEvaluationRow(string Zh, string? En, decimal MaxMarks, decimal ExcellentFrom, decimal WeakBelow, EvaluationMeasure Measure);

internal sealed record PlanTemplateCostRow(BudgetKind Kind, string Zh);

internal sealed record PositionRow(
    string Code, string NameZh, string? NameEn, IReadOnlyList<Bilingual> Duties, IReadOnlyList<RequiredCourseRow> RequiredCourses)
{
    public PositionContent Content(IReadOnlyList<long> courseIds) => new(
        new Bilingual(NameZh, NameEn),
        string.Join('\n', Duties.Select(x => x.Zh)),
        string.Join('\n', Duties.Select(x => x.En ?? x.Zh)),
        courseIds);
}

internal sealed record RequiredCourseRow(string CourseCode);

internal sealed record CalendarYearRow(
    int Year, bool IsComplete, IReadOnlyList<HolidayRow> Holidays, IReadOnlyList<DateOnly> WorkingWeekendDays)
{
    /// <summary>Its days one by one, as they are kept.</summary>
    public IEnumerable<CalendarDayRow> Days() => Holidays
        .SelectMany(x => Enumerable.Range(0, x.To.DayNumber - x.From.DayNumber + 1)
            .Select(i => new CalendarDayRow(x.From.AddDays(i), CalendarDayKind.Holiday, new Bilingual(x.NameZh, x.NameEn))))
        .Concat(WorkingWeekendDays.Select(x =>
            new CalendarDayRow(x, CalendarDayKind.WorkingWeekend, new Bilingual("调休上班", "Swapped working day"))));
}

internal sealed record HolidayRow(string NameZh, string? NameEn, DateOnly From, DateOnly To);

internal sealed record CalendarDayRow(DateOnly Day, CalendarDayKind Kind, Bilingual Name);

internal sealed record DocumentKindRow(string Code, string NameZh, string? NameEn);

internal sealed record PerformanceEventKindRow(
    string Code,
    string NameZh,
    string? NameEn,
    EventDetailUse Severity,
    EventDetailUse IsUpheld,
    EventDetailUse Minutes,
    EventDetailUse Article,
    EventDetailUse Amount)
{
    public EventDetails Details() => new(Severity, IsUpheld, Minutes, Article, Amount);
}
