using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Appraisals;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class ImprovementPlanConfiguration : IEntityTypeConfiguration<ImprovementPlan>
{
    /// <summary>As much as the steps of a plan may have, each character escaped.</summary>
    private const int Steps = 150_000;

    /// <summary>The same of its checks.</summary>
    private const int Checks = 750_000;

    private const int Days = 2_000;

    public void Configure(EntityTypeBuilder<ImprovementPlan> builder)
    {
        builder.HasIndex(x => x.AppraisalId).IsUnique();
        builder.HasIndex(x => x.EmployeeId);
        builder.HasIndex(x => x.CoachId);
        builder.Property(x => x.Steps).IsValue(Steps).IsConfidential();
        builder.Property(x => x.Checks).IsValue(Checks).IsConfidential();
        builder.Property(x => x.CheckDays).IsPlainList(Days);
        builder.Ignore(x => x.IsOver);
        builder.Ignore(x => x.NextCheckOn);
        builder.RefersTo<ImprovementPlan, Appraisal>(x => x.AppraisalId);
        builder.RefersTo<ImprovementPlan, Employee>(x => x.EmployeeId);
        builder.RefersTo<ImprovementPlan, Employee>(x => x.CoachId);
    }
}
