using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Transcripts;

/// <summary>A line with what it names, and the session it came of.</summary>
internal sealed record TranscriptEntry(
    TranscriptLine Line, string CourseCode, Bilingual CourseName, Validity? Validity, long? SessionId, string? SessionCode, int? MinutesAttended);

/// <summary>Reads transcripts of the people whom the caller may see today, all of one person's at once, in a fixed number of queries.</summary>
internal sealed class TranscriptRecords(TrainingDb db, Visible visible, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>The caller's employee; 404 for an account that belongs to nobody.</summary>
    public long Self => caller.EmployeeId ?? throw CommonRefusals.Unknown.With();

    /// <summary>All lines of the person; 404 for somebody the caller may not see today.</summary>
    public async Task<IReadOnlyList<TranscriptEntry>> ReadAsync(long employeeId, CancellationToken cancellation)
    {
        _ = await PersonAsync(employeeId, cancellation);
        return await EntriesAsync(employeeId, cancellation);
    }

    /// <summary>The person's name and number, and all their lines.</summary>
    public async Task<(Person Person, IReadOnlyList<TranscriptEntry> Entries)> ReadWithPersonAsync(long employeeId, CancellationToken cancellation) =>
        (await PersonAsync(employeeId, cancellation), await EntriesAsync(employeeId, cancellation));

    private Task<Person> PersonAsync(long employeeId, CancellationToken cancellation) => visible.Employees().Where(x => x.Id == employeeId)
        .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).OneAsync(cancellation);

    private async Task<IReadOnlyList<TranscriptEntry>> EntriesAsync(long employeeId, CancellationToken cancellation)
    {
        var read = await (
            from completion in db.Completions.AsNoTracking()
            where completion.EmployeeId == employeeId
            join course in db.Courses on completion.CourseId equals course.Id
            join version in db.Set<CourseVersion>()
                on new { completion.CourseId, Number = completion.CourseVersion } equals new { version.CourseId, version.Number }
            select new
            {
                course.Code,
                course.NameZh,
                course.NameEn,
                Line = new TranscriptLine(
                    completion.Id, course.Id, completion.CourseVersion, version.Mode, version.ClassHours, version.PracticeHours,
                    completion.CompletedOn, completion.Result, completion.Score,
                    completion.Result == CompletionResult.Failed ? null : completion.ValidUntil),
            }).ToListAsync(cancellation);

        // Two sessions may lead to the same completion: the first did.
        var sessions = (await (
            from enrolment in db.Enrolments.AsNoTracking()
            where enrolment.EmployeeId == employeeId && enrolment.CompletionId != null
            join session in db.TrainingSessions on enrolment.SessionId equals session.Id
            orderby enrolment.Id
            select new { enrolment.CompletionId, session.Id, session.Code, Minutes = enrolment.Attendance.Sum(x => x.Minutes) })
            .ToListAsync(cancellation)).ToLookup(x => x.CompletionId);
        var validity = Transcript.ValidityOf([.. read.Select(x => x.Line)], clock.Today);
        return
        [
            .. from x in read
               let session = sessions[x.Line.CompletionId].FirstOrDefault()
               select new TranscriptEntry(
                   x.Line, x.Code, new Bilingual(x.NameZh, x.NameEn), validity[x.Line.CompletionId], session?.Id, session?.Code, session?.Minutes),
        ];
    }
}
