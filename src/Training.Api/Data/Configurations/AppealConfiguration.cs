using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Appraisals;
using Training.Domain.Incentives;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

/// <summary>What comes beside and after a published result.</summary>
internal sealed class AppealConfiguration
    : IEntityTypeConfiguration<Appeal>, IEntityTypeConfiguration<CeilingLift>, IEntityTypeConfiguration<AppraisalInterview>
{
    public void Configure(EntityTypeBuilder<Appeal> builder)
    {
        builder.Ignore(x => x.IsOpen);
        builder.HasIndex(x => new { x.AppraisalId, x.ResultNumber }).IsUnique();
        builder.HasIndex(x => new { x.State, x.FiledAt });
        builder.HasIndex(x => x.ReviewerId);
        builder.Property(x => x.Reason).HasMaxLength(Appeal.MaxTextLength).IsConfidential();
        builder.Property(x => x.Evidence).HasMaxLength(Appeal.MaxTextLength).IsConfidential();
        builder.Property(x => x.DecisionReason).HasMaxLength(Appeal.MaxTextLength).IsConfidential();
        builder.Property(x => x.Points).HasPrecision(5, 2).IsConfidential();
        builder.RefersTo<Appeal, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<Appeal, Employee>(x => x.ReviewerId);
        builder.RefersTo<Appeal, Account>(x => x.NamedByAccountId);
    }

    public void Configure(EntityTypeBuilder<CeilingLift> builder)
    {
        builder.Ignore(x => x.Fact);
        builder.HasIndex(x => x.AppraisalId);
        builder.Property(x => x.Reason).HasMaxLength(AppraisalAdjustment.MaxReasonLength).IsConfidential();
        builder.Property(x => x.WithdrawnReason).HasMaxLength(AppraisalAdjustment.MaxReasonLength).IsConfidential();
        builder.RefersTo<CeilingLift, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<CeilingLift, Kpi>(x => x.KpiId);
        builder.RefersTo<CeilingLift, PerformanceEvent>(x => x.EventId);
        builder.RefersTo<CeilingLift, Account>(x => x.AccountId);
        builder.RefersTo<CeilingLift, Account>(x => x.WithdrawnByAccountId);
    }

    public void Configure(EntityTypeBuilder<AppraisalInterview> builder)
    {
        builder.HasIndex(x => x.AppraisalId).IsUnique();
        builder.Property(x => x.Points).HasMaxLength(AppraisalInterview.MaxTextLength).IsConfidential();
        builder.Property(x => x.AgreedSteps).HasMaxLength(AppraisalInterview.MaxTextLength).IsConfidential();
        builder.RefersTo<AppraisalInterview, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<AppraisalInterview, Employee>(x => x.ById);
    }
}
