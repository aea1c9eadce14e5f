using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Kpis;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class MeasurementConfiguration : IEntityTypeConfiguration<Measurement>, IEntityTypeConfiguration<Correction>
{
    public void Configure(EntityTypeBuilder<Measurement> builder)
    {
        builder.Ignore(x => x.Period);
        builder.Ignore(x => x.Figure);
        builder.Ignore(x => x.Place);
        builder.Property(x => x.SourceRow).HasMaxLength(Measurement.MaxSourceRowLength);
        builder.Property(x => x.Value).IsConfidential();
        builder.HasIndex(x => new { x.EmployeeId, x.KpiId, x.PeriodFrom, x.PeriodTo }).IsUnique();
        builder.HasIndex(x => new { x.DepartmentId, x.KpiId, x.PeriodFrom, x.PeriodTo }).IsUnique().HasFilter("\"DepartmentId\" IS NOT NULL");
        builder.HasIndex(x => new { x.KpiId, x.PeriodFrom });
        builder.RefersTo<Measurement, Employee>(x => x.EmployeeId);
        builder.RefersTo<Measurement, Department>(x => x.DepartmentId);
        builder.RefersTo<Measurement, Kpi>(x => x.KpiId);
    }

    public void Configure(EntityTypeBuilder<Correction> builder)
    {
        builder.Ignore(x => x.Period);
        builder.Ignore(x => x.Place);
        builder.Ignore(x => x.Old);
        builder.Ignore(x => x.Proposed);
        builder.Property(x => x.SourceRow).HasMaxLength(Measurement.MaxSourceRowLength);
        builder.Property(x => x.Reason).HasMaxLength(Correction.MaxReasonLength).IsConfidential();
        builder.Property(x => x.Note).HasMaxLength(Correction.MaxReasonLength).IsConfidential();
        builder.Property(x => x.OldValue).IsConfidential();
        builder.Property(x => x.NewValue).IsConfidential();
        builder.HasIndex(x => new { x.State, x.KpiId, x.PeriodFrom });
        builder.HasIndex(x => new { x.EmployeeId, x.KpiId, x.PeriodFrom });
        builder.RefersTo<Correction, Employee>(x => x.EmployeeId);
        builder.RefersTo<Correction, Department>(x => x.DepartmentId);
        builder.RefersTo<Correction, Kpi>(x => x.KpiId);
        builder.RefersTo<Correction, Account>(x => x.ProposedByAccountId);
        builder.RefersTo<Correction, Account>(x => x.DecidedByAccountId);
    }
}
