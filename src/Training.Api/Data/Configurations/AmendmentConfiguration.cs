using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;

namespace Training.Api.Data.Configurations;

/// <summary>Amendments are records of their own: proposing one changes nothing of the plan.</summary>
internal sealed class AmendmentConfiguration : IEntityTypeConfiguration<PlanAmendment>, IEntityTypeConfiguration<PlanAmendmentItem>
{
    public void Configure(EntityTypeBuilder<PlanAmendment> builder)
    {
        builder.HasIndex(x => new { x.PlanId, x.Number }).IsUnique();
        builder.Property(x => x.Reason).HasMaxLength(PlanStep.MaxRemarkLength);
        builder.Property(x => x.Remark).HasMaxLength(PlanStep.MaxRemarkLength);
        builder.ComplexProperty(x => x.OldAudience, Lists);
        builder.ComplexProperty(x => x.NewAudience, Lists);
        builder.RefersTo<PlanAmendment, Plan>(x => x.PlanId);
        builder.RefersTo<PlanAmendment, Account>(x => x.AuthorAccountId);
        builder.RefersTo<PlanAmendment, Employee>(x => x.AuthorEmployeeId);
        builder.RefersTo<PlanAmendment, Account>(x => x.DecidedByAccountId);
        builder.Owns(x => x.Items, nameof(PlanAmendmentItem.AmendmentId));
    }

    public void Configure(EntityTypeBuilder<PlanAmendmentItem> builder)
    {
        builder.Ignore(x => x.Old);
        builder.Ignore(x => x.New);
        builder.RefersTo<PlanAmendmentItem, Course>(x => x.CourseId);
    }

    private static void Lists(ComplexPropertyBuilder<AudienceFilter> audience)
    {
        audience.Property(x => x.PositionIds).IsPlainList(4000);
        audience.Property(x => x.ContractKinds).IsPlainList(400);
    }
}
