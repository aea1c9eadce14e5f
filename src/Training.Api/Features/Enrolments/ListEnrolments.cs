using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Sessions;

namespace Training.Api.Features.Enrolments;

/// <summary>Which enrolments.</summary>
/// <param name="State">That stand so now.</param>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="SessionId">In this session.</param>
/// <param name="CourseId">In sessions of this course.</param>
/// <param name="IsMandatory">Mandatory ones alone, or the others.</param>
/// <param name="Outcome">With results judged so.</param>
/// <param name="StartsFrom">Of sessions starting on this day or later.</param>
/// <param name="StartsTo">Of sessions starting on this day or earlier.</param>
public sealed record EnrolmentFilter(
    [FromQuery(Name = "state")] Choice<EnrolmentState>? State = null,
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "sessionId")] long? SessionId = null,
    [FromQuery(Name = "courseId")] long? CourseId = null,
    [FromQuery(Name = "isMandatory")] bool? IsMandatory = null,
    [FromQuery(Name = "outcome")] Choice<SessionOutcome>? Outcome = null,
    [FromQuery(Name = "startsFrom")] DateOnly? StartsFrom = null,
    [FromQuery(Name = "startsTo")] DateOnly? StartsTo = null);

internal static class ListEnrolments
{
    internal static readonly Sorts<EnrolmentRow> Fields = new(x => x.Enrolment.Id, "-startsAt,name")
    {
        { "startsAt", x => x.Session.StartsAt },
        { "requestedAt", x => x.Enrolment.RequestedAt },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "courseCode", x => x.Course.Code },
        { "sessionCode", x => x.Session.Code },
    };

    /// <summary>The enrolments that the caller may see: their own, those of their line, those of the sessions they train. <c>q</c> looks
    /// in name and number of the person.</summary>
    internal static ListOf<EnrolmentListItem> Handle(
        [AsParameters] EnrolmentFilter filter, [AsParameters] SearchRequest list, Visible visible, OrganisationClock clock, TrainingDb db)
    {
        var enrolments = Narrow(visible.Enrolments(), filter, clock.Now, db);
        if (list.Typed is { } typed)
        {
            enrolments = enrolments.Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.SearchText.Contains(typed)));
        }

        return ListOf.From(enrolments, enrolments.WithSubjects(db), Fields, EnrolmentListItem.At(clock.Now), list);
    }

    private static IQueryable<Enrolment> Narrow(IQueryable<Enrolment> enrolments, EnrolmentFilter filter, DateTimeOffset now, TrainingDb db)
    {
        enrolments = enrolments.Where(x => (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId)
            && (filter.SessionId == null || x.SessionId == filter.SessionId)
            && (filter.IsMandatory == null || x.IsMandatory == filter.IsMandatory));
        if (filter.State is { Value: var state })
        {
            enrolments = enrolments.InState(state, now);
        }

        if (filter.Outcome is { Value: var outcome })
        {
            enrolments = enrolments.Where(x => x.Outcome == outcome);
        }

        if (filter.CourseId is not null || filter.StartsFrom is not null || filter.StartsTo is not null)
        {
            var sessions = db.TrainingSessions.Where(x => (filter.CourseId == null || x.CourseId == filter.CourseId)
                && (filter.StartsFrom == null || x.FirstOn >= filter.StartsFrom) && (filter.StartsTo == null || x.FirstOn <= filter.StartsTo));
            enrolments = enrolments.Where(x => sessions.Any(y => y.Id == x.SessionId));
        }

        return enrolments;
    }
}
