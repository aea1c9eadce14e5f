using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Appraisals;

namespace Training.Api.Data.Configurations;

internal sealed class OwnGoalConfiguration : IEntityTypeConfiguration<OwnGoal>
{
    /// <summary>As much as the milestones of a goal may have, each character escaped.</summary>
    private const int Milestones = 40_000;

    /// <summary>The same of its progress notes.</summary>
    private const int Progress = 1_500_000;

    public void Configure(EntityTypeBuilder<OwnGoal> builder)
    {
        builder.HasIndex(x => x.AppraisalId);
        builder.Property(x => x.Title).HasMaxLength(OwnGoal.MaxTitleLength).IsConfidential();
        builder.Property(x => x.Text).HasMaxLength(OwnGoal.MaxTextLength).IsConfidential();
        builder.Property(x => x.Milestones).IsValue(Milestones).IsConfidential();
        builder.Property(x => x.Progress).IsValue(Progress).IsConfidential();
        builder.RefersTo<OwnGoal, Appraisal>(x => x.AppraisalId);
    }
}
