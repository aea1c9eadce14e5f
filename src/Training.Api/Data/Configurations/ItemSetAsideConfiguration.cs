using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;

namespace Training.Api.Data.Configurations;

internal sealed class ItemSetAsideConfiguration : IEntityTypeConfiguration<ItemSetAside>
{
    public void Configure(EntityTypeBuilder<ItemSetAside> builder)
    {
        // One for every segment, and one for each: a missing number equals nothing in an index.
        builder.HasIndex(x => new { x.AppraisalId, x.KpiId, x.SegmentNumber }).IsUnique();
        builder.HasIndex(x => new { x.AppraisalId, x.KpiId }).IsUnique().HasFilter("\"SegmentNumber\" IS NULL");
        builder.Property(x => x.Reason).HasMaxLength(ItemSetAside.MaxReasonLength).IsConfidential();
        builder.RefersTo<ItemSetAside, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<ItemSetAside, Kpi>(x => x.KpiId);
        builder.RefersTo<ItemSetAside, Account>(x => x.AccountId);
    }
}
