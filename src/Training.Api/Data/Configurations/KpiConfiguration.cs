using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Courses;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class KpiConfiguration :
    IEntityTypeConfiguration<Kpi>,
    IEntityTypeConfiguration<KpiVersion>,
    IEntityTypeConfiguration<KpiVersionCourse>,
    IEntityTypeConfiguration<KpiVersionPosition>
{
    private const int LongText = 4000;
    private const int Names = 1000;

    /// <summary>As much as the sources or other positions of a request may have, each character escaped.</summary>
    private const int Places = 50_000;
    private const string VersionId = "VersionId";

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
        foreach (var text in (string[])[nameof(KpiVersion.DefinitionZh), nameof(KpiVersion.DefinitionEn), nameof(KpiVersion.FormulaZh),
            nameof(KpiVersion.FormulaEn)])
        {
            builder.Property(text).HasMaxLength(Kpi.MaxTextLength);
        }

        builder.Property(x => x.OtherPositions).IsTexts(Places);
        builder.Property(x => x.Proposed).IsPlainList(Names);
        builder.Property(x => x.Sources).IsList(Places);
        builder.Ignore(x => x.Content);
        builder.Ignore(x => x.FromQuarter);
        builder.Ignore(x => x.CourseIds);
        builder.Ignore(x => x.PositionIds);
        builder.Owns(x => x.Courses, VersionId);
        builder.Owns(x => x.Positions, VersionId);
    }

    public void Configure(EntityTypeBuilder<KpiVersionCourse> builder)
    {
        builder.HasIndex(VersionId, nameof(KpiVersionCourse.CourseId)).IsUnique();
        builder.RefersTo<KpiVersionCourse, Course>(x => x.CourseId);
    }

    public void Configure(EntityTypeBuilder<KpiVersionPosition> builder)
    {
        builder.HasIndex(VersionId, nameof(KpiVersionPosition.PositionId)).IsUnique();
        builder.RefersTo<KpiVersionPosition, Position>(x => x.PositionId);
    }
}
