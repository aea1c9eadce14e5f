using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Domain.Courses;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

internal static class CreateSession
{
    /// <summary>Drafts a session of a course: meetings, place, trainer, seats. Refused while its trainer or room is taken at one of its
    /// times, naming by what.</summary>
    internal static async Task<Created<SessionResponse>> HandleAsync(
        CreateSessionRequest request, SessionRecords records, SessionContents contents, TrainingDb db, CancellationToken cancellation)
    {
        var created = await db.WriteAsync(
            async () =>
            {
                await db.LockAsync(SessionRecords.Lock, cancellation);
                await db.LockAsync(GiveSeats.Lock, cancellation);
                var (content, course) = await contents.OfAsync(request, null, cancellation);
                var session = TrainingSession.Draft(await CodeAsync(db, request.Code, course, cancellation), content);
                await contents.RefuseClashesAsync(session, cancellation);
                db.TrainingSessions.Add(session);
                await db.FlushAsync(cancellation);
                return await records.ReadAsync(session.Id, cancellation);
            },
            cancellation);
        return TypedResults.Created($"/api/v1/sessions/{created.Id}", created);
    }

    /// <summary>As given, unless it is taken; else the course's code with the next number.</summary>
    private static async Task<string> CodeAsync(TrainingDb db, string? given, Course course, CancellationToken cancellation)
    {
        if (PlainText.OrNull(given) is { } code)
        {
            var key = PlainText.Key(code);
            return await db.TrainingSessions.AnyAsync(x => x.Code == key, cancellation)
                ? throw SessionRefusals.CodeTaken.At("code", ("code", key))
                : key;
        }

        // A course's code has as many characters as a session's, so the number may need room.
        var stem = PlainText.Cut(course.Code, TrainingSession.MaxCodeLength - 6);
        var courseId = course.Id;
        var taken = await db.TrainingSessions.Where(x => x.CourseId == courseId).Select(x => x.Code).ToHashSetAsync(cancellation);
        var number = taken.Count + 1;
        while (taken.Contains($"{stem}-{number}") || await db.TrainingSessions.AnyAsync(x => x.Code == $"{stem}-{number}", cancellation))
        {
            number++;
        }

        return $"{stem}-{number}";
    }
}
