using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Api.Spreadsheets;
using Training.Domain.Sessions;

namespace Training.Api.Imports.Sessions;

/// <summary>Results of sessions by workbook, for HR and for trainers of their sessions. A row is recognised by session and person; a
/// column that is not in the file leaves its results as they are.</summary>
internal sealed class ResultImport(TrainingDb db, SessionRows known) : ImportKind
{
    private static readonly ImportColumns Make = new("results");
    private static readonly ImportColumn<string> Session = Make.Key("sessionCode", required: true, example: _ => "CRS040-1");
    private static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007");
    private static readonly ImportColumn<decimal?> Theory = Make.Decimal("theory", 1, example: 86.5m);
    private static readonly ImportColumn<decimal?> Practical = Make.Decimal("practical", 1);
    private static readonly ImportColumn<decimal?> StageQuiz = Make.Decimal("stageQuiz", 1);

    public override string Name => "results";

    public override IReadOnlyList<ImportColumn> Columns { get; } = [Session, Number, Theory, Practical, StageQuiz];

    public override string? Lock => GiveSeats.Lock;

    /// <summary>Completions hang on it: what was wrong is put right by another import.</summary>
    public override bool IsUndoable => false;

    public override string? KeyOf(ImportRow row) => row.Get(Session) is { } session && row.Get(Number) is { } number ? $"{session} {number}" : null;

    public override async Task<ImportPlan> PlanAsync(IReadOnlyList<ImportRow> rows, ImportLog log, CancellationToken cancellation)
    {
        await known.LoadAsync(rows.Select(x => x.Get(Session)).OfType<string>(), rows.Select(x => x.Get(Number)).OfType<string>(), cancellation);
        var changed = new List<Enrolment>();
        IReadOnlyList<PlannedRow> planned = [.. rows.Select(x => Plan(x, log, changed))];
        return new(planned, token => known.SettleAsync(changed, token));
    }

    /// <summary>Of sessions that end on the first day of last month or later.</summary>
    public override async Task<IReadOnlyList<IReadOnlyList<object?>>> ExportAsync(Language language, CancellationToken cancellation)
    {
        var first = known.ExportedFrom;
        var rows = await (from session in known.Recorded.AsNoTracking()
                          where session.LastOn >= first
                          join enrolment in db.Enrolments.Active() on session.Id equals enrolment.SessionId
                          where enrolment.Theory != null || enrolment.Practical != null || enrolment.StageQuiz != null
                          join person in db.Employees on enrolment.EmployeeId equals person.Id
                          orderby session.Code, person.EmployeeNumber
                          select new { session.Code, person.EmployeeNumber, enrolment.Theory, enrolment.Practical, enrolment.StageQuiz })
            .Take(TableWorkbook.MostRows + 1).ToListAsync(cancellation);
        return [.. rows.Select(x => (IReadOnlyList<object?>)[x.Code, x.EmployeeNumber, x.Theory, x.Practical, x.StageQuiz])];
    }

    private PlannedRow Plan(ImportRow row, ImportLog log, List<Enrolment> changed)
    {
        var plan = new PlannedRow(row, KeyOf(row));
        if (known.Find(plan, Session, Number) is not var (session, enrolment))
        {
            return plan;
        }

        var results = new SessionResults(
            row.GetOr(Theory, enrolment.Theory), row.GetOr(Practical, enrolment.Practical), row.GetOr(StageQuiz, enrolment.StageQuiz));
        plan.Compare(Theory, enrolment.Theory, results.Theory);
        plan.Compare(Practical, enrolment.Practical, results.Practical);
        plan.Compare(StageQuiz, enrolment.StageQuiz, results.StageQuiz);
        if (plan.Outcome != ImportOutcome.Changed)
        {
            return plan;
        }

        plan.Try(Columns, () =>
        {
            if (session.StartsAt > known.Now)
            {
                throw ResultRefusals.TooEarly.With(("startsAt", session.StartsAt));
            }

            log.Touch(enrolment, row.Number);
            if (enrolment.Score(results, known.By(session)))
            {
                changed.Add(enrolment);
            }
        });
        return plan;
    }
}
