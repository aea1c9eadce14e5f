using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Completions;

/// <summary>A completion: a line of the person's transcript.</summary>
/// <param name="CourseVersion">The version of the course that was completed.</param>
/// <param name="ValidUntil">The last day on which it counts; none: for good.</param>
/// <param name="HasFile">There is a file that shows it.</param>
/// <param name="RecordedBy">Who recorded it; none for an account that is nobody's.</param>
/// <param name="RecordedFor">The supervisor in whose place a deputy recorded it.</param>
public sealed record CompletionResponse(
    long Id,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    int CourseVersion,
    DateOnly CompletedOn,
    DateOnly? ValidUntil,
    CompletionResult Result,
    decimal? Score,
    string? Evidence,
    bool HasFile,
    DateTimeOffset RecordedAt,
    Person? RecordedBy,
    Person? RecordedFor,
    int Version) : IVersioned;

/// <summary>A completion with whose and which course it is.</summary>
internal sealed class CompletionRow
{
    public required Completion Completion { get; init; }

    public required Employee Person { get; init; }

    public required Course Course { get; init; }

    public Employee? Recorder { get; init; }

    public Employee? StoodInFor { get; init; }

    public static readonly Expression<Func<CompletionRow, CompletionResponse>> Answer = x => new CompletionResponse(
        x.Completion.Id, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Course.Id, x.Course.Code, x.Course.NameZh,
        x.Course.NameEn, x.Completion.CourseVersion, x.Completion.CompletedOn, x.Completion.ValidUntil, x.Completion.Result, x.Completion.Score, x.Completion.Evidence, x.Completion.EvidenceFileId != null, x.Completion.RecordedAt,
        x.Recorder == null ? null : new Person(x.Recorder.Id, x.Recorder.EmployeeNumber, x.Recorder.NameZh, x.Recorder.NameLatin),
        x.StoodInFor == null ? null : new Person(x.StoodInFor.Id, x.StoodInFor.EmployeeNumber, x.StoodInFor.NameZh, x.StoodInFor.NameLatin), x.Completion.Version);

    public static IQueryable<CompletionRow> Of(IQueryable<Completion> completions, TrainingDb db) =>
        from completion in completions.AsNoTracking()
        join person in db.Employees on completion.EmployeeId equals person.Id
        join course in db.Courses on completion.CourseId equals course.Id
        join account in db.Users on completion.RecordedByAccountId equals account.Id
        join recorder in db.Employees on account.EmployeeId equals recorder.Id into recorders
        from recorder in recorders.DefaultIfEmpty()
        join above in db.Employees on completion.RecordedForId equals above.Id into aboves
        from above in aboves.DefaultIfEmpty()
        select new CompletionRow { Completion = completion, Person = person, Course = course, Recorder = recorder, StoodInFor = above };
}
