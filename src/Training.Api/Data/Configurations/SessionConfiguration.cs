using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Data.Configurations;

internal sealed class SessionConfiguration :
    IEntityTypeConfiguration<TrainingSession>,
    IEntityTypeConfiguration<SessionMeeting>,
    IEntityTypeConfiguration<SurveyAnswer>,
    IEntityTypeConfiguration<RetrainingOrder>
{
    private const int Questions = 20_000;
    private const int Answers = 60_000;

    public void Configure(EntityTypeBuilder<TrainingSession> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasIndex(x => x.CourseId);
        builder.HasIndex(x => x.TrainerId);
        builder.HasIndex(x => x.StartsAt);
        builder.Property(x => x.Note).HasMaxLength(TrainingSession.MaxNoteLength);
        builder.Property(x => x.CancelReason).HasMaxLength(TrainingSession.MaxReasonLength);
        builder.Property(x => x.RoomKey).IsDerived();
        builder.Property(x => x.Survey).IsList(Questions);
        builder.Ignore(x => x.TotalMinutes);
        builder.RefersTo<TrainingSession, Course>(x => x.CourseId);
        builder.RefersTo<TrainingSession, WorkPlace>(x => x.WorkPlaceId);
        builder.RefersTo<TrainingSession, Employee>(x => x.TrainerId);
        builder.Owns(x => x.Meetings, nameof(SessionMeeting.SessionId));
    }

    public void Configure(EntityTypeBuilder<SessionMeeting> builder)
    {
        builder.HasIndex(x => new { x.SessionId, x.Number }).IsUnique();
        builder.HasIndex(x => x.StartsAt);
        builder.Ignore(x => x.Minutes);
        builder.Ignore(x => x.Time);
    }

    /// <summary>An answer names nobody; an audit row would.</summary>
    public void Configure(EntityTypeBuilder<SurveyAnswer> builder)
    {
        builder.NotAudited();
        builder.HasIndex(x => x.SessionId);
        builder.Property(x => x.Values).IsList(Answers);
        builder.RefersTo<SurveyAnswer, TrainingSession>(x => x.SessionId);
    }

    public void Configure(EntityTypeBuilder<RetrainingOrder> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.CourseId });
        builder.HasIndex(x => x.PlanId);
        builder.HasIndex(x => x.CoachId);
        builder.Property(x => x.Cause).IsConfidential();
        builder.Property(x => x.Remark).HasMaxLength(RetrainingOrder.MaxRemarkLength).IsConfidential();
        builder.RefersTo<RetrainingOrder, Employee>(x => x.EmployeeId);
        builder.RefersTo<RetrainingOrder, Course>(x => x.CourseId);
        builder.RefersTo<RetrainingOrder, Enrolment>(x => x.EnrolmentId);
        builder.RefersTo<RetrainingOrder, Plan>(x => x.PlanId);
        builder.RefersTo<RetrainingOrder, Employee>(x => x.CoachId);
        builder.RefersTo<RetrainingOrder, Account>(x => x.ClosedByAccountId);
    }
}
