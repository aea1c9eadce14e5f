using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Localization;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class EmployeeConfiguration :
    IEntityTypeConfiguration<Employee>,
    IEntityTypeConfiguration<EmploymentPeriod>,
    IEntityTypeConfiguration<Assignment>,
    IEntityTypeConfiguration<BaseWage>,
    IEntityTypeConfiguration<Delegation>,
    IEntityTypeConfiguration<LeaveRecord>,
    IEntityTypeConfiguration<ReportingLine>
{
    public void Configure(EntityTypeBuilder<Employee> builder)
    {
        builder.HasIndex(x => x.EmployeeNumber).IsUnique();
        builder.Property(x => x.NameSortKey).HasMaxLength(NameOrder.Longest).IsDerived();
        builder.HasIndex(x => x.NameSortKey);
        builder.Property(x => x.SearchText).HasMaxLength(SearchText.Longest).IsDerived();
        builder.RefersTo<Employee, WorkPlace>(x => x.WorkPlaceId);
        builder.Ignore(x => x.LatestPeriod);
        builder.Owns(x => x.Periods, "EmployeeId");
        builder.Owns(x => x.Educations, "EmployeeId");
        builder.Owns(x => x.Titles, "EmployeeId");
        builder.Owns(x => x.EarlierCertificates, "EmployeeId");
    }

    public void Configure(EntityTypeBuilder<EmploymentPeriod> builder)
    {
        builder.HasIndex("EmployeeId", nameof(EmploymentPeriod.HiredOn)).IsUnique();
        builder.Property(x => x.WorkShare).HasPrecision(3, 2);
        builder.Property(x => x.LeaveReason).IsConfidential();
        builder.ComplexProperty(x => x.Probation, probation =>
        {
            probation.Ignore(x => x.State);
            probation.Property(x => x.ProposedOutcome).IsConfidential();
            probation.Property(x => x.Outcome).IsConfidential();
        });
    }

    public void Configure(EntityTypeBuilder<Assignment> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.From }).IsUnique();
        builder.HasIndex(x => x.SupervisorId);
        builder.HasIndex(x => new { x.DepartmentId, x.From });
        builder.HasOne(x => x.Employee).WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.RefersTo<Assignment, Department>(x => x.DepartmentId);
        builder.RefersTo<Assignment, Position>(x => x.PositionId);
        builder.RefersTo<Assignment, Employee>(x => x.SupervisorId);
        builder.Ignore(x => x.Placement);
    }

    public void Configure(EntityTypeBuilder<BaseWage> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.From }).IsUnique();
        builder.Property(x => x.MonthlyAmount).HasPrecision(9, 2).IsConfidential();
        builder.RefersTo<BaseWage, Employee>(x => x.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<Delegation> builder)
    {
        builder.HasIndex(x => new { x.SupervisorId, x.From });
        builder.RefersTo<Delegation, Employee>(x => x.SupervisorId);
        builder.RefersTo<Delegation, Employee>(x => x.DeputyId);
    }

    public void Configure(EntityTypeBuilder<LeaveRecord> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.FromOn });
        builder.Property(x => x.Kind).IsConfidential();
        builder.Property(x => x.Note).IsConfidential();
        builder.RefersTo<LeaveRecord, Employee>(x => x.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<ReportingLine> builder)
    {
        // Worked out from the assignments; the assignments are audited.
        builder.NotAudited();
        builder.ToTable("ReportingLines");
        builder.HasKey(x => new { x.SupervisorId, x.EmployeeId, x.From });
        builder.HasIndex(x => x.EmployeeId);
        builder.RefersTo<ReportingLine, Employee>(x => x.SupervisorId);
        builder.RefersTo<ReportingLine, Employee>(x => x.EmployeeId);
    }
}
