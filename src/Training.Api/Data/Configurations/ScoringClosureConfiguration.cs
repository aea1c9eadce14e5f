using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Appraisals;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class ScoringClosureConfiguration : IEntityTypeConfiguration<ScoringClosure>
{
    public void Configure(EntityTypeBuilder<ScoringClosure> builder)
    {
        builder.HasIndex(x => new { x.CycleId, x.DepartmentId }).IsUnique();
        builder.Property(x => x.Reason).HasMaxLength(ScoringClosure.MaxReasonLength);
        builder.RefersTo<ScoringClosure, AppraisalCycle>(x => x.CycleId);
        builder.RefersTo<ScoringClosure, Department>(x => x.DepartmentId);
        builder.RefersTo<ScoringClosure, Account>(x => x.AccountId);
    }
}
