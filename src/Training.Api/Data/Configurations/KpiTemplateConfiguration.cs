using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class KpiTemplateConfiguration :
    IEntityTypeConfiguration<KpiTemplate>, IEntityTypeConfiguration<KpiTemplateSection>, IEntityTypeConfiguration<KpiTemplateItem>
{
    private const int LongText = 4000;
    private const int Method = 8000;

    public void Configure(EntityTypeBuilder<KpiTemplate> builder)
    {
        builder.HasIndex(x => new { x.Code, x.Number }).IsUnique();
        builder.HasIndex(x => x.PositionId);
        builder.Property(x => x.FromQuarter).HasMaxLength(6);
        builder.Property(x => x.RetiredFromQuarter).HasMaxLength(6);
        builder.Property(x => x.NameSortKey).HasMaxLength(LongText).IsDerived();
        builder.Property(x => x.SearchText).HasMaxLength(LongText).IsDerived();
        builder.Ignore(x => x.Content);
        builder.RefersTo<KpiTemplate, Position>(x => x.PositionId);
        builder.Owns(x => x.Sections, nameof(KpiTemplateSection.TemplateId));
    }

    public void Configure(EntityTypeBuilder<KpiTemplateSection> builder)
    {
        builder.Property(x => x.Weight).HasPrecision(5, 2);
        builder.Ignore(x => x.Content);
        builder.Owns(x => x.Items, nameof(KpiTemplateItem.SectionId));
    }

    public void Configure(EntityTypeBuilder<KpiTemplateItem> builder)
    {
        builder.HasIndex(x => new { x.SectionId, x.KpiId }).IsUnique();
        builder.Property(x => x.Weight).HasPrecision(5, 2);
        builder.Property(x => x.Method).IsValue(Method);
        builder.Property(x => x.Cap).HasPrecision(5, 2);
        builder.Property(x => x.CeilingBelow).HasPrecision(5, 2);
        builder.Property(x => x.ReasonZh).HasMaxLength(KpiTemplate.MaxReasonLength);
        builder.Property(x => x.ReasonEn).HasMaxLength(KpiTemplate.MaxReasonLength);
        builder.Ignore(x => x.Ceiling);
        builder.Ignore(x => x.Content);
        builder.RefersTo<KpiTemplateItem, Kpi>(x => x.KpiId);
    }
}
