using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.ImprovementPlans;

/// <summary>Into which courses.</summary>
/// <param name="CourseCodes">Of those that the result proposes; none: all of them.</param>
public sealed record EnrolProposedRequest([ItemCount(0, EnrolProposedRequest.MaxCourses)] IReadOnlyList<string>? CourseCodes = null)
{
    public const int MaxCourses = 50;
}

/// <summary>A course, and where the person has a place in it.</summary>
/// <param name="EnrolmentId">The place that was given now.</param>
/// <param name="SessionId">The session, also where they had a place before.</param>
/// <param name="State">Enrolled, or in line where the session is full.</param>
/// <param name="Cause">Why none was given; with neither session nor cause none is announced.</param>
public sealed record EnrolledCourse(
    long CourseId, string CourseCode, string CourseNameZh, string? CourseNameEn, long? EnrolmentId, long? SessionId, string? SessionCode,
    DateTimeOffset? StartsAt, EnrolmentState? State, LeftOutCause? Cause);

/// <summary>What came of it.</summary>
/// <param name="Courses">By code.</param>
public sealed record EnrolProposedResponse(IReadOnlyList<EnrolledCourse> Courses);

internal static class EnrolProposed
{
    /// <summary>Enrols the person in the next session of each course that is linked to an item under the mark of the cycle: a free seat
    /// in a later one before a place in line. By HR and the person's direct supervisor of today. Refused: about oneself; to anybody else,
    /// and to who sees some segments alone; before publication; a course that the result does not propose.</summary>
    internal static Task<EnrolProposedResponse> HandleAsync(
        long id, EnrolProposedRequest request, Visible visible, CurrentPerson caller, OnImprovementPlan on, EnrolInNext enrol, TrainingDb db,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(GiveSeats.Lock, cancellation);
                var appraisal = await visible.Appraisals().AsNoTracking().OneAsync(id, cancellation);
                await on.RequireWriterAsync(appraisal.EmployeeId, cancellation);
                await visible.RequireWholeAsync(appraisal, cancellation);
                var wanted = Wanted(request, (await db.ProposalAsync(appraisal, cancellation)).Courses);
                var source = caller.IsHumanResources ? EnrolmentSource.HumanResources : EnrolmentSource.Supervisor;
                var done = new List<EnrolledCourse>();
                foreach (var course in wanted)
                {
                    var next = await enrol.RunAsync(course.Id, appraisal.EmployeeId, source, cancellation);
                    await db.FlushAsync(cancellation);
                    done.Add(new(
                        course.Id, course.Code, course.NameZh, course.NameEn, next.Enrolment?.Id, next.Session?.Id, next.Session?.Code,
                        next.Session?.StartsAt, next.Enrolment?.State, next.Cause));
                }

                return new EnrolProposedResponse(done);
            },
            cancellation);

    private static IReadOnlyList<ProposedCourse> Wanted(EnrolProposedRequest request, IReadOnlyList<ProposedCourse> proposed)
    {
        var byCode = proposed.ToDictionary(x => x.Code);
        var codes = (request.CourseCodes ?? [.. byCode.Keys]).Select(PlainText.Key).ToList();
        RuleViolation.ThrowAll([.. codes.Index().Where(x => !byCode.ContainsKey(x.Item)).Select(x => ImprovementRefusals.CourseNotProposed.At(
            $"courseCodes[{x.Index}]", ("code", x.Item)))]);
        return [.. codes.Distinct().Order(StringComparer.Ordinal).Select(x => byCode[x])];
    }
}
