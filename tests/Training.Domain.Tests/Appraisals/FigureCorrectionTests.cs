using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using static Training.Domain.Tests.Appraisals.Quarters;
using static Training.Domain.Tests.Kpis.Methods;

namespace Training.Domain.Tests.Appraisals;

/// <summary>Scoring 4: facts are corrected as facts, in the next version.</summary>
public class FigureCorrectionTests
{
    private static readonly Receipt Kept =
        Throughout.By(Section(100, Item(1, 50, Higher, 90), Item(2, 50))).With(Monthly(1, 10, 81), Monthly(3, 10, 5)).Marked(Here, (2, 80)).Adjusted(1.5m).Score();

    [Fact]
    public void The_next_version_has_the_figure_and_everything_else_as_it_was()
    {
        var next = new FigureCorrection(Own(1, 10), Monthly(1, 10, 90)).Next(Kept)!;

        Assert.Equal((2, 85m, 90m, 91.5m), (next.Facts.Number, Kept.Outcome.Total, next.Outcome.Total, next.Outcome.Final));
        Assert.Equal(Kept.Facts.Marks, next.Facts.Marks);
        Assert.Equal(Kept.Facts.Adjustments, next.Facts.Adjustments);
        Assert.True(ReceiptText.Read(ReceiptText.Of(next)).IsSound());
        Assert.Equal(ReceiptText.Of(Kept), ReceiptText.Of(new FigureCorrection(Own(1, 10), Monthly(1, 10, 81)).Next(next)! with { Facts = Kept.Facts }));
    }

    [Fact]
    public void A_further_figure_counts_and_one_that_goes_no_longer_does()
    {
        Assert.Equal(87.5m, new FigureCorrection(Own(1, 11), Monthly(1, 11, 90)).Next(Kept)!.Outcome.Total);
        Assert.Null(new FigureCorrection(Own(1, 10), null).Next(Kept)!.Outcome.Total);
    }

    [Fact]
    public void What_no_step_of_the_score_looks_at_makes_no_version()
    {
        Assert.Null(new FigureCorrection(Own(3, 10), Monthly(3, 10, 50)).Next(Kept));
        Assert.Null(new FigureCorrection(Own(1, 10) with { EmployeeId = 8 }, Monthly(1, 10, 90)).Next(Kept));
        Assert.Null(new FigureCorrection(new(null, 1, 1, Day(10, 1), Day(10, 31)), Monthly(1, 10, 90, department: 1)).Next(Kept));
        Assert.Null(new FigureCorrection(Own(1, 10) with { From = new(2026, 9, 1), To = new(2026, 9, 30) }, Monthly(1, 10, 90)).Next(Kept));
        Assert.Null(new FigureCorrection(Own(1, 10), Monthly(1, 10, 81)).Next(Kept));
    }

    [Fact]
    public void A_departments_figure_touches_who_worked_there_and_who_headed_it()
    {
        var place = new MeasuredPlace(null, 4, 1, Day(10, 1), Day(10, 31));
        var input = Throughout.By(Section(100, Item(1, 100, Higher, 90, ItemScope.Department))).With(Monthly(1, 10, 81, department: 1));
        var headed = (input with { Headships = [new(4, Day(1, 1), null)] }).With(Monthly(1, 10, 72, department: 4)).Score();

        Assert.Equal(100, new FigureCorrection(place with { DepartmentId = 1 }, Monthly(1, 10, 90, department: 1)).Next(input.Score())!.Outcome.Total);
        Assert.Null(new FigureCorrection(place, Monthly(1, 10, 90, department: 4)).Next(input.Score()));
        Assert.Equal((80m, 100m), (headed.Outcome.Total, new FigureCorrection(place, Monthly(1, 10, 90, department: 4)).Next(headed)!.Outcome.Total));
    }

    [Fact]
    public void What_was_counted_is_taken_as_it_is_corrected_and_what_goes_counts_as_nothing()
    {
        var complaints = Kpi(1, KpiPeriod.Quarter, source: KpiSource.Events);
        var kept = (Throughout.By(complaints, new ScoringMethod(ScoringMethodKind.Deduction) { Start = 100, PointsPerUnit = 10, Allowance = 0, Floor = 0 }) with
        {
            Counts = [new QuarterCount(1, null, 3, 0)],
        }).Score();
        var place = new MeasuredPlace(7, null, 1, Q4.FirstDay, Q4.LastDay);

        Assert.Equal(70, kept.Outcome.Total);
        Assert.Equal(90, new FigureCorrection(place, Quarterly(1, 1)).Next(kept)!.Outcome.Total);
        Assert.Equal(100, new FigureCorrection(place, null).Next(kept)!.Outcome.Total);
    }

    private static MeasuredPlace Own(long kpi, int month) => new(7, null, kpi, Day(month, 1), Day(month, 1).AddMonths(1).AddDays(-1));
}
