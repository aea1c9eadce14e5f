using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Appraisals;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class AppraisalCycleConfiguration : IEntityTypeConfiguration<AppraisalCycle>, IEntityTypeConfiguration<AppraisalCycleTemplate>
{
    private const int Quarter = 6;

    /// <summary>As much as a value of a cycle may have, each character of a grade escaped.</summary>
    private const int Value = 40_000;

    public void Configure(EntityTypeBuilder<AppraisalCycle> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.Property(x => x.Code).HasMaxLength(Quarter);
        builder.ComplexProperty(x => x.Population);
        builder.ComplexProperty(x => x.Dates);
        builder.Property(x => x.Settings).IsValue(Value);
        builder.Property(x => x.Distribution).IsValue(Value);
        builder.Property(x => x.EventCeilings).IsValue(Value);
        builder.Property(x => x.ImprovementBelow).HasPrecision(5, 2);
        builder.Ignore(x => x.Quarter);
        builder.Owns(x => x.Templates, nameof(AppraisalCycleTemplate.CycleId));
    }

    public void Configure(EntityTypeBuilder<AppraisalCycleTemplate> builder)
    {
        builder.HasIndex(x => new { x.CycleId, x.PositionId }).IsUnique();
        builder.RefersTo<AppraisalCycleTemplate, Position>(x => x.PositionId);
        builder.RefersTo<AppraisalCycleTemplate, KpiTemplate>(x => x.TemplateId);
    }
}
