using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Features.MyTraining;

/// <summary>Which training items of the team.</summary>
/// <param name="State">That stand so today.</param>
/// <param name="DirectOnly">Of direct reports alone.</param>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="PlanId">Of this plan.</param>
/// <param name="CourseId">Of this course.</param>
public sealed record TeamTrainingFilter(
    [FromQuery(Name = "state")] Choice<TrainingItemState>? State = null,
    [FromQuery(Name = "directOnly")] bool? DirectOnly = null,
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "planId")] long? PlanId = null,
    [FromQuery(Name = "courseId")] long? CourseId = null);

/// <summary>A training item of somebody in the team.</summary>
/// <param name="EnrolmentId">The person's latest enrolment in a session of the course that was neither withdrawn nor declined.</param>
/// <param name="EnrolmentState">As it stands now.</param>
/// <param name="SessionStartsAt">When the first meeting of that session starts.</param>
public sealed record TeamTrainingListItem(
    long Id,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    TrainingItemState State,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    long PlanId,
    string PlanCode,
    bool IsMandatory,
    DateOnly DueOn,
    DateOnly? CompletedOn,
    DropReason? DropReason,
    long? EnrolmentId,
    EnrolmentState? EnrolmentState,
    long? SessionId,
    string? SessionCode,
    DateTimeOffset? SessionStartsAt);

internal static class ListTeamTraining
{
    private static readonly Sorts<TrainingRow> Fields = new(x => x.Item.Id, "dueOn,name")
    {
        { "dueOn", x => x.Item.DueOn },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "courseCode", x => x.Course.Code },
        { "planCode", x => x.Plan.Code },
        { "completedOn", x => x.Item.CompletedOn },
    };

    /// <summary>The training items of those who stand below the caller today.</summary>
    internal static ListOf<TeamTrainingListItem> Handle(
        [AsParameters] TeamTrainingFilter filter, [AsParameters] ListRequest list, Visible visible, TrainingDb db, OrganisationClock clock)
    {
        var today = clock.Today;
        var items = visible.TeamItems(filter.DirectOnly ?? false).Where(x => (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId)
            && (filter.PlanId == null || x.PlanId == filter.PlanId)
            && (filter.CourseId == null || x.CourseId == filter.CourseId));
        if (filter.State is { Value: var asked })
        {
            items = items.InState(asked, today);
        }

        var now = clock.Now;
        return ListOf.Joined(
            items,
            items.WithSubjects(db),
            Fields,
            page => page.WithEnrolments(db, now).Select(x => new TeamTrainingListItem(
                x.Item.Id, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin,
                TrainingItem.StateOf(x.Item.DueOn, x.Item.CompletedOn, x.Item.DroppedOn, today), x.Course.Id, x.Course.Code, x.Course.NameZh,
                x.Course.NameEn, x.Plan.Id, x.Plan.Code, x.Item.IsMandatory, x.Item.DueOn, x.Item.CompletedOn,
                x.Item.DropReason, x.EnrolmentId, x.Enrolment!.State, x.Session!.Id, x.Session.Code, x.Session.StartsAt)),
            list);
    }
}
