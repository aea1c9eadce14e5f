using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Queries;
using Training.Domain.Calendars;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Features.MyTraining;

/// <summary>A training item of one's own. How the due day came about: so many working days after the anchor day; a named
/// day has none. <c>courseVersion</c> is the version that the person began and finishes on.</summary>
/// <param name="EnrolmentId">The person's latest enrolment in a session of the course that was neither withdrawn nor declined.</param>
/// <param name="EnrolmentState">As it stands now.</param>
/// <param name="SessionStartsAt">When the first meeting of that session starts.</param>
public sealed record MyTrainingListItem(
    long Id,
    TrainingItemState State,
    long CourseId,
    string CourseCode,
    string CourseNameZh,
    string? CourseNameEn,
    int CourseVersion,
    long PlanId,
    string PlanCode,
    string PlanTitleZh,
    string? PlanTitleEn,
    bool IsMandatory,
    DateOnly AssignedOn,
    DateOnly DueOn,
    DueAnchor DueAnchor,
    DateOnly DueAnchorOn,
    int DueWorkingDays,
    int DueLeaveDays,
    DateOnly? CompletedOn,
    DropReason? DropReason,
    long? EnrolmentId,
    EnrolmentState? EnrolmentState,
    long? SessionId,
    string? SessionCode,
    DateTimeOffset? SessionStartsAt);

internal static class ListMyTraining
{
    private static readonly Sorts<TrainingRow> Fields = new(x => x.Item.Id, "dueOn,courseCode")
    {
        { "dueOn", x => x.Item.DueOn },
        { "courseCode", x => x.Course.Code },
        { "planCode", x => x.Plan.Code },
        { "completedOn", x => x.Item.CompletedOn },
    };

    /// <summary>The caller's own training items; open and overdue are told apart by today.</summary>
    internal static ListOf<MyTrainingListItem> Handle(
        [FromQuery(Name = "state")] Choice<TrainingItemState>? state,
        [FromQuery(Name = "planId")] long? planId,
        [AsParameters] ListRequest list,
        CurrentPerson caller,
        TrainingDb db,
        OrganisationClock clock)
    {
        var (self, today) = (caller.EmployeeId ?? 0, clock.Today);
        var items = db.TrainingItems.Where(x => x.EmployeeId == self && (planId == null || x.PlanId == planId));
        if (state is { Value: var asked })
        {
            items = items.InState(asked, today);
        }

        var now = clock.Now;
        return ListOf.Joined(
            items,
            items.WithSubjects(db),
            Fields,
            page => page.WithEnrolments(db, now).Select(x => new MyTrainingListItem(
                x.Item.Id, TrainingItem.StateOf(x.Item.DueOn, x.Item.CompletedOn, x.Item.DroppedOn, today), x.Course.Id, x.Course.Code,
                x.Course.NameZh, x.Course.NameEn, x.Item.CourseVersion, x.Plan.Id, x.Plan.Code, x.Plan.TitleZh, x.Plan.TitleEn, x.Item.IsMandatory,
                x.Item.AssignedOn, x.Item.DueOn, x.Item.DueAnchor, x.Item.DueAnchorOn, x.Item.DueWorkingDays, x.Item.DueLeaveDays,
                x.Item.CompletedOn, x.Item.DropReason, x.EnrolmentId, x.Enrolment!.State, x.Session!.Id, x.Session.Code, x.Session.StartsAt)),
            list);
    }
}
