using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

/// <summary>Targets are no secret: the audit shows them to whoever reads it.</summary>
internal sealed class SegmentTargetConfiguration : IEntityTypeConfiguration<SegmentTarget>, IEntityTypeConfiguration<SegmentTargetStep>
{
    public void Configure(EntityTypeBuilder<SegmentTarget> builder)
    {
        builder.HasIndex(x => new { x.AppraisalId, x.SegmentNumber, x.KpiId }).IsUnique();
        builder.Property(x => x.Remark).HasMaxLength(SegmentTarget.MaxRemarkLength);
        builder.RefersTo<SegmentTarget, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<SegmentTarget, Kpi>(x => x.KpiId);
        builder.Owns(x => x.Steps, nameof(SegmentTargetStep.TargetId));
    }

    public void Configure(EntityTypeBuilder<SegmentTargetStep> builder)
    {
        builder.HasIndex(x => x.TargetId);
        builder.Property(x => x.Remark).HasMaxLength(SegmentTarget.MaxRemarkLength);
        builder.RefersTo<SegmentTargetStep, Employee>(x => x.EmployeeId);
        builder.RefersTo<SegmentTargetStep, Employee>(x => x.ForId);
    }
}
