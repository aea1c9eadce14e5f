using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

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
