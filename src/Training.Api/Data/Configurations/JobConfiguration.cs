using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;

namespace Training.Api.Data.Configurations;

internal sealed class JobConfiguration : IEntityTypeConfiguration<JobOccurrence>
{
    public void Configure(EntityTypeBuilder<JobOccurrence> builder)
    {
        builder.ToTable("JobOccurrences");
        builder.NotAudited();
        builder.HasKey(x => new { x.Job, x.Slot });
        builder.Property(x => x.Job).HasMaxLength(100);
        builder.Property(x => x.Slot).HasMaxLength(40);
    }
}
