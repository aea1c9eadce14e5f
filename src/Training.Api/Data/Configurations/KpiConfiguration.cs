using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Kpis;

namespace Training.Api.Data.Configurations;

internal sealed class KpiConfiguration : IEntityTypeConfiguration<Kpi>, IEntityTypeConfiguration<KpiVersion>
{
    private const int LongText = 4000;
    private const int List = 8000;

    public void Configure(EntityTypeBuilder<Kpi> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.Property(x => x.NameSortKey).HasMaxLength(LongText).IsDerived();
        builder.Property(x => x.SearchText).HasMaxLength(LongText).IsDerived();
        builder.Ignore(x => x.IsRetired);
        builder.Ignore(x => x.Latest);
        builder.Owns(x => x.Versions, nameof(KpiVersion.KpiId));
    }

    public void Configure(EntityTypeBuilder<KpiVersion> builder)
    {
        builder.HasIndex(x => new { x.KpiId, x.Number }).IsUnique();
        builder.Property(x => x.FromQuarter).HasMaxLength(6);
        foreach (var text in (string[])[nameof(KpiVersion.DefinitionZh), nameof(KpiVersion.DefinitionEn), nameof(KpiVersion.FormulaZh),
            nameof(KpiVersion.FormulaEn)])
        {
            builder.Property(text).HasMaxLength(Kpi.MaxTextLength);
        }

        builder.Property(x => x.CourseIds).IsPlainList(List);
        builder.Property(x => x.PositionIds).IsPlainList(List);
        builder.Property(x => x.Proposed).IsPlainList(List);
        builder.Property(x => x.Sources).IsList(List);
        builder.Ignore(x => x.Content);
    }
}
