using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Data.Configurations;

internal sealed class EnrolmentConfiguration :
    IEntityTypeConfiguration<Enrolment>,
    IEntityTypeConfiguration<EnrolmentStep>,
    IEntityTypeConfiguration<MeetingAttendance>,
    IEntityTypeConfiguration<AttendanceCorrection>
{
    public void Configure(EntityTypeBuilder<Enrolment> builder)
    {
        // One enrolment of a person in a session that is not over; who gave up their seat may ask again.
        builder.HasIndex(x => new { x.SessionId, x.EmployeeId }).IsUnique().HasFilter("\"State\" <> 'Withdrawn' AND \"State\" <> 'Declined'");
        builder.HasIndex(x => new { x.SessionId, x.State });
        builder.HasIndex(x => x.EmployeeId);
        builder.HasIndex(x => x.OfferedUntil);
        builder.Property(x => x.Reason).HasMaxLength(Enrolment.MaxReasonLength).IsConfidential();
        builder.Property(x => x.MandatoryReason).HasMaxLength(Enrolment.MaxReasonLength);
        builder.Property(x => x.Theory).HasPrecision(4, 1).IsConfidential();
        builder.Property(x => x.Practical).HasPrecision(4, 1).IsConfidential();
        builder.Property(x => x.StageQuiz).HasPrecision(4, 1).IsConfidential();
        builder.Property(x => x.Outcome).IsConfidential();
        builder.Ignore(x => x.Results);
        builder.Ignore(x => x.MinutesAttended);
        builder.Ignore(x => x.HasUnexcusedAbsence);
        builder.Ignore(x => x.HasSeat);
        builder.RefersTo<Enrolment, TrainingSession>(x => x.SessionId);
        builder.RefersTo<Enrolment, Employee>(x => x.EmployeeId);
        builder.RefersTo<Enrolment, Account>(x => x.SignedOffByAccountId);
        builder.RefersTo<Enrolment, Completion>(x => x.CompletionId);
        builder.Owns(x => x.Steps, nameof(EnrolmentStep.EnrolmentId));
        builder.Owns(x => x.Attendance, nameof(MeetingAttendance.EnrolmentId));
        builder.Owns(x => x.Corrections, nameof(AttendanceCorrection.EnrolmentId));
    }

    public void Configure(EntityTypeBuilder<EnrolmentStep> builder)
    {
        builder.Property(x => x.Reason).HasMaxLength(Enrolment.MaxReasonLength).IsConfidential();
        builder.RefersTo<EnrolmentStep, Account>(x => x.ByAccountId);
        builder.RefersTo<EnrolmentStep, Employee>(x => x.ForSupervisorId);
    }

    public void Configure(EntityTypeBuilder<MeetingAttendance> builder)
    {
        builder.HasIndex(x => new { x.EnrolmentId, x.Meeting }).IsUnique();
        builder.Ignore(x => x.WasThere);
        builder.RefersTo<MeetingAttendance, Account>(x => x.RecordedByAccountId);
    }

    public void Configure(EntityTypeBuilder<AttendanceCorrection> builder) => builder.RefersTo<AttendanceCorrection, Account>(x => x.ByAccountId);
}
