using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Courses;
using Training.Domain.Rules;
using Training.Domain.Sessions;

namespace Training.Api.Features.Sessions;

/// <summary>What a session refers to, checked before it is kept.</summary>
internal sealed class SessionContents(TrainingDb db, OrganisationClock clock)
{
    /// <summary>The survey of a session for which none is given.</summary>
    private static readonly IReadOnlyList<SurveyQuestion> UsualSurvey =
    [
        new(SurveyQuestionKind.Scale, new Bilingual("培训内容对我的工作有帮助", "What was taught helps me in my work")),
        new(SurveyQuestionKind.Scale, new Bilingual("讲师讲解清楚、专业", "The trainer was clear and competent")),
        new(SurveyQuestionKind.Scale, new Bilingual("时间、场地与材料安排合适", "Time, place and materials were right")),
        new(SurveyQuestionKind.Scale, new Bilingual("总体满意度", "Overall")),
        new(SurveyQuestionKind.Text, new Bilingual("您希望改进什么", "What should be better next time")),
    ];

    /// <summary>The content that the request means. Refused: a course, place or trainer that does not exist; a retired course.</summary>
    /// <param name="request">What is asked.</param>
    /// <param name="held">The session as it is, where it is edited: course version and survey stay.</param>
    public async Task<(SessionContent Content, Course Course)> OfAsync(EditSessionRequest request, TrainingSession? held, CancellationToken cancellation)
    {
        var course = await db.Courses.AsNoTracking().Include(x => x.Versions).SingleOrDefaultAsync(x => x.Id == request.CourseId, cancellation)
            ?? throw SessionRefusals.CourseUnknown.At("courseId", ("id", request.CourseId));
        if (held?.CourseId != course.Id)
        {
            course.RefuseIfRetired();
        }

        if (request.WorkPlaceId is { } place && !await db.WorkPlaces.AnyAsync(x => x.Id == place, cancellation))
        {
            throw SessionRefusals.WorkPlaceUnknown.At("workPlaceId", ("id", place));
        }

        if (request.TrainerId is { } trainer && !await db.Employees.AnyAsync(x => x.Id == trainer, cancellation))
        {
            throw SessionRefusals.TrainerUnknown.At("trainerId", ("id", trainer));
        }

        var version = held?.CourseId == course.Id ? held.CourseVersion : course.PublishedVersion;
        return (request.Content(version, held?.Survey ?? UsualSurvey, clock.DayOf), course);
    }

    /// <summary>Refuses a session whose trainer or room is taken at one of its times, naming by what.</summary>
    public async Task RefuseClashesAsync(TrainingSession session, CancellationToken cancellation)
    {
        var (trainer, room) = await db.ClashesOfAsync(session, clock.Now, cancellation);
        Refuse(SessionRefusals.TrainerClash, session.TrainerId is null ? "trainerName" : "trainerId", trainer, session);
        Refuse(SessionRefusals.RoomClash, "room", room, session);
    }

    /// <summary>Refuses times at which those who have seats, or will have them without being asked, are taken elsewhere, naming by what.</summary>
    public async Task RefuseAttendeeClashesAsync(TrainingSession session, IReadOnlyCollection<Enrolment> queue, CancellationToken cancellation)
    {
        var people = queue.Where(x => SeatQueue.TakesSeat(x.StateAt(clock.Now)) || (x.State == EnrolmentState.Waitlisted && x.IsMandatory))
            .Select(x => x.EmployeeId).ToList();
        Refuse(
            SessionRefusals.AttendeeClash, "meetings",
            await db.ClashesOfAsync(people, [.. session.Meetings.Select(x => x.Time)], session.Id, clock.Now, cancellation), session);
    }

    internal static void Refuse(Refusal refusal, string field, IReadOnlyList<Clash> clashes, TrainingSession session)
    {
        if (clashes.Count > 0)
        {
            throw refusal.Naming(field, clashes.Named(), ("code", session.Code), ("count", clashes.Count));
        }
    }
}
