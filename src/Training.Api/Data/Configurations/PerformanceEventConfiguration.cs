using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Incentives;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class PerformanceEventConfiguration :
    IEntityTypeConfiguration<PerformanceEventKind>,
    IEntityTypeConfiguration<PerformanceEvent>,
    IEntityTypeConfiguration<AttendancePunch>,
    IEntityTypeConfiguration<PunchQuestion>
{
    public void Configure(EntityTypeBuilder<PerformanceEventKind> builder)
    {
        builder.Property(x => x.Code).HasMaxLength(PerformanceEventKind.MaxCodeLength);
        builder.HasIndex(x => x.Code).IsUnique();
        builder.Ignore(x => x.IsLateness);
    }

    public void Configure(EntityTypeBuilder<PerformanceEvent> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.OccurredOn });
        builder.HasIndex(x => new { x.KindId, x.OccurredOn });
        builder.HasIndex(x => new { x.State, x.ViewUntil });
        builder.HasIndex(x => x.OccurredOn);
        builder.Property(x => x.Severity).IsConfidential();
        builder.Property(x => x.IsUpheld).IsConfidential();
        builder.Property(x => x.Minutes).IsConfidential();
        builder.Property(x => x.Article).HasMaxLength(PerformanceEvent.MaxArticleLength).IsConfidential();
        builder.Property(x => x.Amount).HasPrecision(9, 2).IsConfidential();
        builder.Property(x => x.Reference).HasMaxLength(PerformanceEvent.MaxReferenceLength);
        builder.Property(x => x.Description).HasMaxLength(PerformanceEvent.MaxTextLength).IsConfidential();
        builder.Property(x => x.Evidence).HasMaxLength(PerformanceEvent.MaxTextLength).IsConfidential();
        builder.Property(x => x.View).HasMaxLength(PerformanceEvent.MaxTextLength).IsConfidential();
        builder.Property(x => x.DecisionNote).HasMaxLength(PerformanceEvent.MaxTextLength).IsConfidential();
        builder.Property(x => x.RevocationReason).HasMaxLength(PerformanceEvent.MaxTextLength).IsConfidential();
        builder.Ignore(x => x.ViewDue);
        builder.RefersTo<PerformanceEvent, Employee>(x => x.EmployeeId);
        builder.RefersTo<PerformanceEvent, PerformanceEventKind>(x => x.KindId);
        builder.RefersTo<PerformanceEvent, StoredFile>(x => x.EvidenceFileId);
        builder.RefersTo<PerformanceEvent, Account>(x => x.ReportedByAccountId);
        builder.RefersTo<PerformanceEvent, Employee>(x => x.ReportedForId);
        builder.RefersTo<PerformanceEvent, Account>(x => x.EditedByAccountId);
        builder.RefersTo<PerformanceEvent, Account>(x => x.DecidedByAccountId);
        builder.RefersTo<PerformanceEvent, Account>(x => x.RevokedByAccountId);
    }

    public void Configure(EntityTypeBuilder<AttendancePunch> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.PunchedAt }).IsUnique();
        builder.HasIndex(x => x.PunchedAt);
        builder.RefersTo<AttendancePunch, Employee>(x => x.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<PunchQuestion> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.Day }).IsUnique();
        builder.HasIndex(x => new { x.State, x.Day });
        builder.Property(x => x.Answer).IsConfidential();
        builder.Property(x => x.Minutes).IsConfidential();
        builder.Property(x => x.Note).HasMaxLength(PunchQuestion.MaxNoteLength).IsConfidential();
        builder.RefersTo<PunchQuestion, Employee>(x => x.EmployeeId);
        builder.RefersTo<PunchQuestion, Account>(x => x.AnsweredByAccountId);
        builder.RefersTo<PunchQuestion, Employee>(x => x.AnsweredForId);
        builder.RefersTo<PunchQuestion, PerformanceEvent>(x => x.EventId);
    }
}
