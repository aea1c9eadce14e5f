using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Appraisals;

namespace Training.Api.Data.Configurations;

internal sealed class SelfReviewConfiguration : IEntityTypeConfiguration<SelfReview>
{
    /// <summary>As much as the items of a review may have.</summary>
    private const int Items = 1_000_000;

    public void Configure(EntityTypeBuilder<SelfReview> builder)
    {
        builder.HasIndex(x => x.AppraisalId).IsUnique();
        builder.Property(x => x.Text).HasMaxLength(SelfReview.MaxTextLength).IsConfidential();
        builder.Property(x => x.Items).IsValue(Items).IsConfidential();
        builder.RefersTo<SelfReview, Appraisal>(x => x.AppraisalId);
    }
}
