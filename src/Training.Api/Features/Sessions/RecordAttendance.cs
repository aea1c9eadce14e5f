using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>How one person attended.</summary>
/// <param name="EnrolmentId">Whose; each once.</param>
/// <param name="Status">Present, late, left early, absent or excused.</param>
/// <param name="Minutes">Minutes attended; needed for late and left early.</param>
public sealed record AttendanceEntryRequest(long EnrolmentId, AttendanceStatus Status, int? Minutes = null);

/// <summary>The attendance of a meeting.</summary>
/// <param name="Meeting">Its number.</param>
/// <param name="Entries">1 to 1000 people.</param>
public sealed record RecordAttendanceRequest(int Meeting, [ItemCount(1, 1000)] IReadOnlyList<AttendanceEntryRequest> Entries);

/// <summary>Results of one person, as a whole: what is left out is taken away.</summary>
/// <param name="EnrolmentId">Whose; each once.</param>
/// <param name="Theory">0 to 100 with at most one decimal; so the others.</param>
/// <param name="Practical">Of the practical test.</param>
/// <param name="StageQuiz">Of the quiz after a stage.</param>
public sealed record ResultEntryRequest(long EnrolmentId, decimal? Theory = null, decimal? Practical = null, decimal? StageQuiz = null);

/// <summary>Results of a session.</summary>
/// <param name="Entries">1 to 1000 people.</param>
public sealed record RecordResultsRequest([ItemCount(1, 1000)] IReadOnlyList<ResultEntryRequest> Entries);

/// <summary>What came of recording.</summary>
/// <param name="Recorded">How many were recorded or put right.</param>
/// <param name="Unchanged">How many stood so already.</param>
/// <param name="LeftOut">The caller's own enrolment, which another person has to record.</param>
public sealed record RecordedResponse(int Recorded, int Unchanged, IReadOnlyList<long> LeftOut);

/// <summary>Records what happened in a session for many people in one write; nobody's own.</summary>
internal sealed class Recording(TrainingDb db, SessionRecords records, SettleEnrolments settle, CurrentPerson caller)
{
    /// <summary>Applies an entry per enrolment and works out what comes of it.</summary>
    /// <param name="entries">The enrolments in the order of the request.</param>
    /// <param name="apply">Records the entry at the place; whether anything changed.</param>
    public Task<RecordedResponse> RunAsync(
        long id, IReadOnlyList<long> entries, Func<TrainingSession, Enrolment, int, EnrolmentActor, bool> apply, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var session = await records.FindAsync(id, SessionAct.Record, cancellation);
                _ = SessionLife.Table.Next(session.State, SessionAct.Record);
                var known = await db.Enrolments.Include(x => x.Attendance).Where(x => x.SessionId == id && entries.Contains(x.Id))
                    .ToDictionaryAsync(x => x.Id, cancellation);
                var by = new EnrolmentActor(
                    caller.AccountId, caller.EmployeeId, caller.IsHumanResources, false, session.TrainerId is { } trainer && caller.Is(trainer));
                var (seen, changed, leftOut) = (new HashSet<long>(), new List<Enrolment>(), new List<long>());
                foreach (var (i, entry) in entries.Index())
                {
                    var enrolment = known.GetValueOrDefault(entry) ?? throw AttendanceRefusals.PersonUnknown.At($"entries[{i}].enrolmentId", ("id", entry));
                    if (!seen.Add(entry))
                    {
                        throw AttendanceRefusals.Twice.At($"entries[{i}].enrolmentId", ("id", entry));
                    }

                    if (caller.Is(enrolment.EmployeeId))
                    {
                        leftOut.Add(entry);
                    }
                    else if (apply(session, enrolment, i, by))
                    {
                        changed.Add(enrolment);
                    }
                }

                await settle.RunAsync(session, changed, cancellation);
                return new RecordedResponse(changed.Count, entries.Count - changed.Count - leftOut.Count, leftOut);
            },
            cancellation);
}

internal static class RecordAttendance
{
    /// <summary>Records how people attended a meeting that has begun, all in one act; what was recorded before is kept as a correction.
    /// States and completions follow. By the trainer of the session and HR; the caller's own is left out and listed.</summary>
    internal static Task<RecordedResponse> HandleAsync(
        long id, RecordAttendanceRequest request, Recording recording, OrganisationClock clock, CancellationToken cancellation) =>
        recording.RunAsync(
            id,
            [.. request.Entries.Select(x => x.EnrolmentId)],
            (session, enrolment, i, by) => enrolment.Attend(
                session.Meeting(request.Meeting), new AttendanceEntry(request.Entries[i].Status, request.Entries[i].Minutes), by, clock.Now, $"entries[{i}]."),
            cancellation);
}

internal static class RecordResults
{
    /// <summary>Records the results of people, all in one act: theory, practical, stage quiz. Outcome and completions follow. By the trainer
    /// of the session and HR; the caller's own is left out and listed.</summary>
    internal static Task<RecordedResponse> HandleAsync(
        long id, RecordResultsRequest request, Recording recording, OrganisationClock clock, CancellationToken cancellation) =>
        recording.RunAsync(
            id,
            [.. request.Entries.Select(x => x.EnrolmentId)],
            (session, enrolment, i, by) => session.StartsAt > clock.Now
                ? throw ResultRefusals.TooEarly.With(("startsAt", session.StartsAt))
                : enrolment.Score(
                    new SessionResults(request.Entries[i].Theory, request.Entries[i].Practical, request.Entries[i].StageQuiz), by, $"entries[{i}]."),
            cancellation);
}
