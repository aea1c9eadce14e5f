using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Api.Settings;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Imports.Attendance;

/// <summary>A row that can be read: one punch, or a day with when somebody came and went.</summary>
internal sealed record PunchRow(PlannedRow Plan, Employee Person, DateTime? At, DateOnly? Day, TimeOnly? Came, TimeOnly? Went);

/// <summary>What the rows of a file become.</summary>
internal sealed class JudgedPunches
{
    public List<(PlannedRow Row, AttendancePunch Punch)> Punches { get; } = [];

    public List<(PlannedRow Row, PerformanceEvent Lateness)> Latenesses { get; } = [];

    public List<(PlannedRow Row, PunchQuestion Question)> Questions { get; } = [];

    /// <summary>Open questions whose punch is there now.</summary>
    public List<(PlannedRow Row, PunchQuestion Question)> Settled { get; } = [];

    public Dictionary<PlannedRow, Refusal> PassedOver { get; } = [];
}

/// <summary>Compares punches with the roster: those of the file and those kept from earlier ones, so that a night shift over two files is
/// one. Its last day is judged as far as the file reaches.</summary>
internal sealed class JudgePunches(
    TrainingDb db, CurrentPerson caller, OrganisationClock clock, ReportPerformanceEvent report, NoticeBox notices,
    IOptions<OrganisationSettings> organisation)
{
    public async Task<JudgedPunches> RunAsync(IReadOnlyList<PunchRow> rows, ImportLog log, CancellationToken cancellation)
    {
        var judged = new JudgedPunches();
        if (rows.Count > 0)
        {
            var facts = await PunchFacts.LoadAsync(db, clock, organisation.Value, rows, cancellation);
            Keep(rows, facts, judged);
            var kind = await db.PerformanceEventKinds.AsNoTracking().SingleAsync(x => x.Code == PerformanceEventKind.LatenessCode, cancellation);
            foreach (var shift in facts.Shifts(rows).Where(x => !caller.Is(x.Person.Id)))
            {
                Judge(shift, facts, kind, judged, log);
            }
        }

        return judged;
    }

    public async Task ApplyAsync(JudgedPunches judged, ImportLog log, CancellationToken cancellation)
    {
        await Bulk.InsertAsync(db, [.. judged.Punches.Select(x => x.Punch)], cancellation);
        await Bulk.InsertAsync(db, [.. judged.Latenesses.Select(x => x.Lateness)], cancellation);
        await Bulk.InsertAsync(db, [.. judged.Questions.Select(x => x.Question)], cancellation);
        judged.Punches.ForEach(x => log.Created(x.Punch, x.Row.Row.Number));
        judged.Latenesses.ForEach(x => log.Created(x.Lateness, x.Row.Row.Number));
        judged.Questions.ForEach(x => log.Created(x.Question, x.Row.Row.Number));
        var kind = await db.PerformanceEventKinds.AsNoTracking().SingleAsync(x => x.Code == PerformanceEventKind.LatenessCode, cancellation);
        await report.TellImportedAsync([.. judged.Latenesses.Select(x => (x.Lateness, kind))], cancellation);
        await AskSupervisorsAsync([.. judged.Questions.Select(x => x.Question)], cancellation);
    }

    /// <summary>Tells people that what was reported about them was taken back with its import.</summary>
    public Task TellWithdrawnAsync(IReadOnlyList<PerformanceEvent> withdrawn, CancellationToken cancellation) =>
        report.TellWithdrawnAsync(withdrawn, cancellation);

    /// <summary>The punches that are not kept yet; two at one instant are one.</summary>
    private void Keep(IReadOnlyList<PunchRow> rows, PunchFacts facts, JudgedPunches judged)
    {
        foreach (var row in rows)
        {
            foreach (var mark in facts.MarksOf(row))
            {
                if (!row.Person.IsEmployedOn(DateOnly.FromDateTime(mark.At)) && !row.Person.IsEmployedOn(DateOnly.FromDateTime(mark.At).AddDays(-1)))
                {
                    judged.PassedOver[row.Plan] = PunchRefusals.NotEmployed;
                }

                if (facts.Add(row.Person.Id, mark))
                {
                    var at = clock.At(DateOnly.FromDateTime(mark.At), TimeOnly.FromDateTime(mark.At));
                    judged.Punches.Add((row.Plan, AttendancePunch.Create(row.Person.Id, at, mark.Direction)));
                }

                if (facts.ShiftOf(row.Person.Id, mark.At) is null)
                {
                    judged.PassedOver.TryAdd(row.Plan, PunchRefusals.NoShift);
                }
            }
        }
    }

    private void Judge(ShiftToJudge shift, PunchFacts facts, PerformanceEventKind kind, JudgedPunches judged, ImportLog log)
    {
        if (!shift.Person.IsEmployedOn(shift.Day) || facts.SpanOf(shift.Person.Id, shift.Day) is not { } span)
        {
            return;
        }

        var finding = Lateness.Judge(
            span, facts.LeaveOf(shift.Person.Id), facts.MarksOf(shift.Person.Id, shift.Day), organisation.Value.LatenessGraceMinutes);
        if (finding.IsOnLeave)
        {
            shift.Rows.ForEach(x => judged.PassedOver.TryAdd(x, PunchRefusals.OnLeave));
            return;
        }

        TakeLateness(shift, finding, facts, kind, judged);
        var question = facts.Questions.GetValueOrDefault((shift.Person.Id, shift.Day));
        if (finding.Missing is null && question is { State: PunchQuestionState.Open })
        {
            log.Touch(question, shift.Anchor.Row.Number);
            question.Settle();
            judged.Settled.Add((shift.Anchor, question));
        }
        else if (finding.Missing is { } missing && question is null && shift.AsksFor(missing, span))
        {
            judged.Questions.Add((shift.Anchor, PunchQuestion.Ask(shift.Person.Id, shift.Day, missing, clock.Now)));
        }
    }

    private void TakeLateness(ShiftToJudge shift, ShiftFinding finding, PunchFacts facts, PerformanceEventKind kind, JudgedPunches judged)
    {
        var isThere = facts.Latenesses.TryGetValue((shift.Person.Id, shift.Day), out var minutes);
        if (isThere && minutes != finding.MinutesLate)
        {
            shift.Rows.ForEach(x => judged.PassedOver.TryAdd(x, PunchRefusals.LatenessStands));
        }

        if (!isThere && finding.MinutesLate > 0)
        {
            var content = new PerformanceEventContent(shift.Day, null, null, finding.MinutesLate, null, null, null, null, null);
            judged.Latenesses.Add((shift.Anchor, PerformanceEvent.Import(
                shift.Person, kind, content, report.Actor(), clock.Now, clock.Today, facts.Calendar)));
        }
    }

    /// <summary>One notice for each supervisor, however many questions; who has nobody above is asked about by HR.</summary>
    private async Task AskSupervisorsAsync(IReadOnlyList<PunchQuestion> questions, CancellationToken cancellation)
    {
        if (questions.Count == 0)
        {
            return;
        }

        var (ids, first, last) = (questions.Select(x => x.EmployeeId).Distinct().ToList(), questions.Min(x => x.Day), questions.Max(x => x.Day));
        var lines = await db.ReportingLines.AsNoTracking()
            .Where(x => ids.Contains(x.EmployeeId) && x.IsDirect && x.From <= last && (x.To == null || x.To >= first)).ToListAsync(cancellation);
        var of = lines.ToLookup(x => x.EmployeeId);
        var asked = questions.SelectMany(x => of[x.EmployeeId].Where(y => y.From <= x.Day && (y.To is null || y.To >= x.Day))
            .Select(y => (y.SupervisorId, Question: x))).GroupBy(x => x.SupervisorId, x => x.Question).ToList();
        await notices.TellEachAsync(
            "punchQuestion.asked",
            [.. asked.Select(x => (x.Key, new NoticeSubject("punchQuestion", x.First().Id), new (string, object?)[] { ("count", x.Count()) }))],
            cancellation);
        var known = asked.SelectMany(x => x).ToHashSet();
        var without = questions.Where(x => !known.Contains(x)).ToList();
        if (without.Count > 0)
        {
            await notices.TellRoleAsync(
                "punchQuestion.asked", Role.HumanResources, new NoticeSubject("punchQuestion", without[0].Id), cancellation, ("count", without.Count));
        }
    }
}
