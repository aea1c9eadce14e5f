using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Calendars;
using Training.Domain.Courses;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class OrganisationConfiguration :
    IEntityTypeConfiguration<Department>,
    IEntityTypeConfiguration<DepartmentHead>,
    IEntityTypeConfiguration<Position>,
    IEntityTypeConfiguration<PositionCourse>,
    IEntityTypeConfiguration<WorkPlace>,
    IEntityTypeConfiguration<MinimumWage>,
    IEntityTypeConfiguration<CalendarDay>,
    IEntityTypeConfiguration<CalendarYear>
{
    public void Configure(EntityTypeBuilder<Department> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.RefersTo<Department, Department>(x => x.ParentId);
        builder.Owns(x => x.Heads, nameof(DepartmentHead.DepartmentId));
    }

    public void Configure(EntityTypeBuilder<DepartmentHead> builder)
    {
        builder.HasIndex(x => new { x.DepartmentId, x.From }).IsUnique();
        builder.RefersTo<DepartmentHead, Employee>(x => x.EmployeeId);
    }

    public void Configure(EntityTypeBuilder<Position> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.Property(x => x.DutiesZh).HasMaxLength(4000);
        builder.Property(x => x.DutiesEn).HasMaxLength(4000);
        builder.Owns(x => x.Courses, "PositionId");
    }

    public void Configure(EntityTypeBuilder<PositionCourse> builder)
    {
        builder.HasIndex("PositionId", nameof(PositionCourse.CourseId)).IsUnique();
        builder.RefersTo<PositionCourse, Course>(x => x.CourseId);
    }

    public void Configure(EntityTypeBuilder<WorkPlace> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.Owns(x => x.MinimumWages, "WorkPlaceId");
    }

    public void Configure(EntityTypeBuilder<MinimumWage> builder)
    {
        builder.HasIndex("WorkPlaceId", nameof(MinimumWage.From)).IsUnique();
        builder.Property(x => x.MonthlyAmount).HasPrecision(9, 2);
    }

    public void Configure(EntityTypeBuilder<CalendarDay> builder) => builder.HasIndex(x => x.Day).IsUnique();

    public void Configure(EntityTypeBuilder<CalendarYear> builder) => builder.HasIndex(x => x.Year).IsUnique();
}
