using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Courses;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Sessions;

namespace Training.Api.Data.Configurations;

internal sealed class TrainingConfiguration :
    IEntityTypeConfiguration<PlanTemplate>,
    IEntityTypeConfiguration<PlanTemplateItem>,
    IEntityTypeConfiguration<PlanTemplateEvaluationPart>,
    IEntityTypeConfiguration<PlanTemplateCost>,
    IEntityTypeConfiguration<Plan>,
    IEntityTypeConfiguration<PlanItem>,
    IEntityTypeConfiguration<PlanBudgetLine>,
    IEntityTypeConfiguration<PlanEvaluationPart>,
    IEntityTypeConfiguration<PlanStep>,
    IEntityTypeConfiguration<TrainingItem>,
    IEntityTypeConfiguration<Completion>
{
    private const int LongText = 4000;
    private const int Texts = 20_000;

    public void Configure(EntityTypeBuilder<PlanTemplate> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.Property(x => x.BackgroundZh).HasMaxLength(LongText);
        builder.Property(x => x.BackgroundEn).HasMaxLength(LongText);
        builder.Property(x => x.AudienceZh).HasMaxLength(LongText);
        builder.Property(x => x.AudienceEn).HasMaxLength(LongText);
        builder.Property(x => x.Objectives).IsTexts(Texts);
        builder.Property(x => x.Methods).IsTexts(Texts);
        builder.Property(x => x.ClassHours).HasPrecision(6, 1);
        builder.Property(x => x.PracticeHours).HasPrecision(6, 1);
        builder.Property(x => x.NameSortKey).HasMaxLength(LongText).IsDerived();
        builder.Property(x => x.SearchText).HasMaxLength(LongText).IsDerived();
        builder.Property(x => x.SupportZh).HasMaxLength(LongText);
        builder.Property(x => x.SupportEn).HasMaxLength(LongText);
        builder.Ignore(x => x.IsRetired);
        builder.Owns(x => x.Stages, nameof(PlanTemplateStage.TemplateId));
        builder.Owns(x => x.Items, nameof(PlanTemplateItem.TemplateId));
        builder.Owns(x => x.Evaluation, nameof(PlanTemplateEvaluationPart.TemplateId));
        builder.Owns(x => x.Budget, nameof(PlanTemplateCost.TemplateId));
    }

    public void Configure(EntityTypeBuilder<PlanTemplateItem> builder) =>
        builder.RefersTo<PlanTemplateItem, Course>(x => x.CourseId);

    public void Configure(EntityTypeBuilder<PlanTemplateEvaluationPart> builder)
    {
        builder.Property(x => x.MaxMarks).HasPrecision(5, 1);
        builder.Property(x => x.ExcellentFrom).HasPrecision(5, 1);
        builder.Property(x => x.WeakBelow).HasPrecision(5, 1);
    }

    public void Configure(EntityTypeBuilder<PlanTemplateCost> builder) =>
        builder.Property(x => x.Description).HasMaxLength(PlanBudgetLine.MaxDescriptionLength);

    public void Configure(EntityTypeBuilder<Plan> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.HasIndex(x => x.AuthorAccountId);
        builder.Property(x => x.TitleSortKey).HasMaxLength(LongText).IsDerived();
        builder.Property(x => x.SearchText).HasMaxLength(LongText).IsDerived();
        builder.Property(x => x.BackgroundZh).HasMaxLength(LongText);
        builder.Property(x => x.BackgroundEn).HasMaxLength(LongText);
        builder.Property(x => x.Objectives).IsTexts(Texts);
        builder.Property(x => x.AudiencePositionIds).IsPlainList(LongText);
        builder.Property(x => x.AudienceContractKinds).IsPlainList(400);
        builder.Ignore(x => x.Audience);
        builder.Ignore(x => x.CurrentItems);
        builder.RefersTo<Plan, PlanTemplate>(x => x.TemplateId);
        builder.RefersTo<Plan, Department>(x => x.DepartmentId);
        builder.RefersTo<Plan, Account>(x => x.AuthorAccountId);
        builder.RefersTo<Plan, Employee>(x => x.AuthorEmployeeId);
        builder.Owns(x => x.Items, nameof(PlanItem.PlanId));
        builder.Owns(x => x.Stages, nameof(PlanStage.PlanId));
        builder.Owns(x => x.Steps, nameof(PlanStep.PlanId));
        builder.Property(x => x.SupportZh).HasMaxLength(LongText);
        builder.Property(x => x.SupportEn).HasMaxLength(LongText);
        builder.Ignore(x => x.BudgetTotal);
        builder.RefersTo<Plan, Plan>(x => x.SourcePlanId);
        builder.Owns(x => x.Budget, nameof(PlanBudgetLine.PlanId));
        builder.Owns(x => x.Evaluation, nameof(PlanEvaluationPart.PlanId));
    }

    public void Configure(EntityTypeBuilder<PlanItem> builder)
    {
        builder.Ignore(x => x.Content);
        builder.RefersTo<PlanItem, Course>(x => x.CourseId);
    }

    public void Configure(EntityTypeBuilder<PlanBudgetLine> builder)
    {
        builder.HasIndex(x => new { x.PlanId, x.Number });
        builder.Property(x => x.Description).HasMaxLength(PlanBudgetLine.MaxDescriptionLength);
        builder.Property(x => x.Planned).HasPrecision(10, 2);
        builder.Property(x => x.Actual).HasPrecision(10, 2);
    }

    public void Configure(EntityTypeBuilder<PlanEvaluationPart> builder)
    {
        builder.HasIndex(x => new { x.PlanId, x.Sequence });
        builder.Ignore(x => x.Content);
        builder.Property(x => x.MaxMarks).HasPrecision(5, 1);
        builder.Property(x => x.ExcellentFrom).HasPrecision(5, 1);
        builder.Property(x => x.WeakBelow).HasPrecision(5, 1);
    }

    public void Configure(EntityTypeBuilder<PlanStep> builder)
    {
        builder.Property(x => x.Remark).HasMaxLength(PlanStep.MaxRemarkLength);
        builder.RefersTo<PlanStep, Account>(x => x.ByAccountId);
    }

    public void Configure(EntityTypeBuilder<TrainingItem> builder)
    {
        builder.HasIndex(x => new { x.PlanItemId, x.EmployeeId }).IsUnique();
        builder.HasIndex(x => new { x.EmployeeId, x.CourseId });
        builder.HasIndex(x => x.PlanId);
        builder.HasIndex(x => x.DueOn);
        builder.RefersTo<TrainingItem, Plan>(x => x.PlanId);
        builder.RefersTo<TrainingItem, PlanItem>(x => x.PlanItemId);
        builder.RefersTo<TrainingItem, Employee>(x => x.EmployeeId);
        builder.RefersTo<TrainingItem, Course>(x => x.CourseId);
        builder.Property(x => x.ExceptionReason).HasMaxLength(TrainingItem.MaxReasonLength).IsConfidential();
        builder.RefersTo<TrainingItem, Account>(x => x.ExceptionByAccountId);
        builder.RefersTo<TrainingItem, Enrolment>(x => x.ExtendedForEnrolmentId);
        builder.Ignore(x => x.Due);
        builder.Ignore(x => x.Extension);
        builder.HasOne(x => x.Completion).WithMany().HasForeignKey(x => x.CompletionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<Completion> builder)
    {
        builder.HasIndex(x => new { x.EmployeeId, x.CourseId, x.CompletedOn }).IsUnique();
        builder.HasIndex(x => x.CourseId);
        builder.Property(x => x.Result).IsConfidential();
        builder.Property(x => x.Score).HasPrecision(4, 1).IsConfidential();
        builder.Property(x => x.Evidence).HasMaxLength(Completion.MaxEvidenceLength).IsConfidential();
        builder.RefersTo<Completion, Employee>(x => x.EmployeeId);
        builder.RefersTo<Completion, Course>(x => x.CourseId);
        builder.RefersTo<Completion, Account>(x => x.RecordedByAccountId);
        builder.RefersTo<Completion, Employee>(x => x.RecordedForId);
        builder.RefersTo<Completion, StoredFile>(x => x.EvidenceFileId);
    }
}
