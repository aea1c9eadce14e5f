using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class RosterConfiguration : IEntityTypeConfiguration<Shift>, IEntityTypeConfiguration<RosterEntry>
{
    public void Configure(EntityTypeBuilder<Shift> builder)
    {
        builder.Property(x => x.Code).HasMaxLength(Shift.MaxCodeLength);
        builder.HasIndex(x => x.Code).IsUnique();
    }

    public void Configure(EntityTypeBuilder<RosterEntry> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.Day }).IsUnique();
        builder.HasIndex(x => x.Day);
        builder.RefersTo<RosterEntry, Employee>(x => x.EmployeeId);
        builder.RefersTo<RosterEntry, Shift>(x => x.ShiftId);
    }
}
