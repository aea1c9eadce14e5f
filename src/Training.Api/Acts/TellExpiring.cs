using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Notices;
using Training.Domain.Plans;

namespace Training.Api.Acts;

/// <summary>Tells people every night, half past midnight, which of their completions stop counting soon: from then on the course is open to
/// be repeated, and what a position requires is lacked from the day after.</summary>
internal sealed class TellExpiring(TrainingDb db, DailyWork daily, OrganisationClock clock, NoticeBox notices, Actor actor)
{
    private const string Kind = "completion.expiring";
    private const string Subject = "completion";
    private static readonly TimeOnly At = new(0, 30);

    public Task RunAsync(CancellationToken cancellation)
    {
        actor.Act = nameof(TellExpiring);
        return daily.RunAsync(nameof(TellExpiring), At, _ => db.WriteAsync(() => TellAsync(cancellation), cancellation), cancellation);
    }

    /// <summary>Once for each completion, however many nights were missed; not where a later one counts longer.</summary>
    private async Task TellAsync(CancellationToken cancellation)
    {
        var (today, last) = (clock.Today, clock.Today.AddDays(Transcript.ExpiringDays));
        var expiring = await (
            from completion in db.Completions
            where completion.Result != CompletionResult.Failed && completion.ValidUntil >= today && completion.ValidUntil <= last
                && !db.Completions.Any(x => x.EmployeeId == completion.EmployeeId && x.CourseId == completion.CourseId && x.Result != CompletionResult.Failed
                    && x.CompletedOn > completion.CompletedOn)
                && !db.Notices.Any(x => x.Kind == Kind && x.SubjectType == Subject && x.SubjectId == completion.Id)
                && db.Assignments.Any(x => x.EmployeeId == completion.EmployeeId && x.From <= today && (x.To == null || x.To >= today))
            join course in db.Courses on completion.CourseId equals course.Id
            where course.RetiredAt == null
            orderby completion.Id
            select new { completion.Id, completion.EmployeeId, ValidUntil = completion.ValidUntil!.Value, course.Code, course.NameZh }).ToListAsync(cancellation);
        foreach (var found in expiring)
        {
            await notices.TellAsync(
                Kind, found.EmployeeId, new NoticeSubject(Subject, found.Id), cancellation,
                ("courseCode", found.Code), ("course", found.NameZh), ("validUntil", found.ValidUntil));
        }
    }
}
