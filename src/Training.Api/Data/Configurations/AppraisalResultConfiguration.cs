using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Appraisals;

namespace Training.Api.Data.Configurations;

internal sealed class AppraisalResultConfiguration
    : IEntityTypeConfiguration<AppraisalResult>, IEntityTypeConfiguration<AppraisalAdjustment>, IEntityTypeConfiguration<StoredReceipt>
{
    public void Configure(EntityTypeBuilder<AppraisalResult> builder)
    {
        builder.Ignore(x => x.MayBeAppealed);
        builder.HasIndex(x => new { x.AppraisalId, x.Number }).IsUnique();
        builder.Property(x => x.Total).HasPrecision(5, 2).IsConfidential();
        builder.Property(x => x.Adjusted).HasPrecision(5, 2).IsConfidential();
        builder.Property(x => x.Final).HasPrecision(5, 2).IsConfidential();
        builder.Property(x => x.Band).HasMaxLength(ScoringSettings.MaxGradeLength).IsConfidential();
        builder.Property(x => x.Grade).HasMaxLength(ScoringSettings.MaxGradeLength).IsConfidential();
        builder.Property(x => x.ReceiptSha256).HasMaxLength(AppraisalResult.HashLength);
        builder.Property(x => x.Unrated).IsConfidential();
        builder.Property(x => x.Agrees).IsConfidential();
        builder.Property(x => x.Remark).HasMaxLength(AppraisalResult.MaxRemarkLength).IsConfidential();
        builder.RefersTo<AppraisalResult, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<AppraisalResult, Account>(x => x.PublishedByAccountId);
    }

    public void Configure(EntityTypeBuilder<AppraisalAdjustment> builder)
    {
        builder.Ignore(x => x.Fact);
        builder.HasIndex(x => x.AppraisalId);
        builder.Property(x => x.WithdrawnReason).HasMaxLength(AppraisalAdjustment.MaxReasonLength).IsConfidential();
        builder.RefersTo<AppraisalAdjustment, Account>(x => x.WithdrawnByAccountId);
        builder.Property(x => x.Points).HasPrecision(5, 2).IsConfidential();
        builder.Property(x => x.Reason).HasMaxLength(AppraisalAdjustment.MaxReasonLength).IsConfidential();
        builder.RefersTo<AppraisalAdjustment, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<AppraisalAdjustment, Account>(x => x.AccountId);
    }

    public void Configure(EntityTypeBuilder<StoredReceipt> builder)
    {
        builder.HasKey(x => x.ResultId);
        builder.Property(x => x.ResultId).ValueGeneratedNever();
        builder.HasOne<AppraisalResult>().WithOne().HasForeignKey<StoredReceipt>(x => x.ResultId).OnDelete(DeleteBehavior.Restrict);
        builder.NotAudited();
    }
}
