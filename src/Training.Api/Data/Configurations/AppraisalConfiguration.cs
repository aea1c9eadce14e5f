using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Appraisals;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class AppraisalConfiguration : IEntityTypeConfiguration<Appraisal>, IEntityTypeConfiguration<AppraisalSegment>
{
    /// <summary>As much as the marks of a segment may have.</summary>
    private const int Marks = 1_000_000;

    /// <summary>As much as the notes attached to its items may have.</summary>
    private const int Links = 40_000;

    private const int Text = AppraisalSegment.MaxTextLength;

    public void Configure(EntityTypeBuilder<Appraisal> builder)
    {
        builder.Ignore(x => x.IsPublished);
        builder.Property(x => x.ReopenReason).HasMaxLength(AppraisalAdjustment.MaxReasonLength).IsConfidential();
        builder.HasIndex(x => new { x.CycleId, x.EmployeeId }).IsUnique();
        builder.HasIndex(x => x.EmployeeId);
        builder.RefersTo<Appraisal, AppraisalCycle>(x => x.CycleId);
        builder.RefersTo<Appraisal, Employee>(x => x.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<AppraisalSegment> builder)
    {
        builder.HasIndex(x => new { x.AppraisalId, x.Number }).IsUnique();
        builder.HasIndex(x => x.SupervisorId);
        builder.HasIndex(x => x.DepartmentId);
        builder.HasIndex(x => x.RaterId);
        builder.Property(x => x.RaterReason).HasMaxLength(Text).IsConfidential();
        builder.Property(x => x.Remark).HasMaxLength(Text).IsConfidential();
        builder.Property(x => x.Marks).IsValue(Marks).IsConfidential();
        builder.Property(x => x.TargetsExtensionReason).HasMaxLength(AppraisalSegment.MaxExtensionReasonLength);
        builder.Property(x => x.Notes).IsValue(Links).IsConfidential();
        builder.Ignore(x => x.Placement);
        builder.RefersTo<AppraisalSegment, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<AppraisalSegment, Department>(x => x.DepartmentId);
        builder.RefersTo<AppraisalSegment, Position>(x => x.PositionId);
        builder.RefersTo<AppraisalSegment, Employee>(x => x.SupervisorId);
        builder.RefersTo<AppraisalSegment, Employee>(x => x.RaterId);
        builder.RefersTo<AppraisalSegment, Employee>(x => x.ScoredById);
        builder.RefersTo<AppraisalSegment, Employee>(x => x.ScoredForId);
        builder.RefersTo<AppraisalSegment, Employee>(x => x.TargetsAgreedById);
        builder.RefersTo<AppraisalSegment, Employee>(x => x.TargetsAgreedForId);
    }
}
