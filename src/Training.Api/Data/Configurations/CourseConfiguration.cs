using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Courses;
using Training.Domain.Standards;

namespace Training.Api.Data.Configurations;

internal sealed class CourseConfiguration :
    IEntityTypeConfiguration<Course>,
    IEntityTypeConfiguration<CourseModule>,
    IEntityTypeConfiguration<CourseVersion>,
    IEntityTypeConfiguration<CourseMaterial>,
    IEntityTypeConfiguration<CoursePrerequisite>,
    IEntityTypeConfiguration<CourseFunction>,
    IEntityTypeConfiguration<CourseQuestion>
{
    private const int LongText = 4000;
    private const int Texts = 20_000;
    private const int Codes = 4000;

    public void Configure(EntityTypeBuilder<Course> builder)
    {
        builder.HasIndex(x => x.Code).IsUnique();
        builder.Property(x => x.NameSortKey).HasMaxLength(LongText).IsDerived();
        builder.Property(x => x.SearchText).HasMaxLength(LongText).IsDerived();
        builder.Property(x => x.ClassHours).HasPrecision(6, 1);
        builder.Property(x => x.PracticeHours).HasPrecision(6, 1);
        builder.Property(x => x.PassMark).HasPrecision(4, 1);
        builder.Property(x => x.AudienceZh).HasMaxLength(Course.MaxTextLength);
        builder.Property(x => x.AudienceEn).HasMaxLength(Course.MaxTextLength);
        builder.Ignore(x => x.IsRetired);
        builder.RefersTo<Course, Course>(x => x.SuccessorId);
        builder.RefersTo<Course, Course>(x => x.ReplacedById);
        builder.RefersTo<Course, Course>(x => x.CountsForId);
        builder.Owns(x => x.Modules, nameof(CourseModule.CourseId));
        builder.Owns(x => x.Versions, nameof(CourseVersion.CourseId));
        builder.Owns(x => x.Materials, nameof(CourseMaterial.CourseId));
        builder.Owns(x => x.Prerequisites, nameof(CoursePrerequisite.CourseId));
        builder.Owns(x => x.Functions, nameof(CourseFunction.CourseId));
        builder.Owns(x => x.Questions, nameof(CourseQuestion.CourseId));
    }

    public void Configure(EntityTypeBuilder<CourseModule> builder)
    {
        builder.HasIndex(x => new { x.CourseId, x.Number }).IsUnique();
        builder.Property(x => x.KeyPoints).IsTexts(Texts);
    }

    public void Configure(EntityTypeBuilder<CourseVersion> builder)
    {
        builder.HasIndex(x => new { x.CourseId, x.Number }).IsUnique();
        builder.Property(x => x.ClassHours).HasPrecision(6, 1);
        builder.Property(x => x.PracticeHours).HasPrecision(6, 1);
        builder.Property(x => x.PassMark).HasPrecision(4, 1);
        // As much as all modules of a course may have.
        builder.Property(x => x.Modules).IsList(Course.MaxModules * Texts);
        builder.Property(x => x.FunctionCodes).IsPlainList(Codes);
        builder.Property(x => x.Questions).IsList(Course.MaxQuestions * Texts).IsConfidential();
        builder.Ignore(x => x.Terms);
    }

    public void Configure(EntityTypeBuilder<CourseMaterial> builder)
    {
        builder.Property(x => x.Url).HasMaxLength(CourseMaterial.MaxUrlLength);
        builder.RefersTo<CourseMaterial, StoredFile>(x => x.FileId);
    }

    public void Configure(EntityTypeBuilder<CoursePrerequisite> builder)
    {
        builder.HasIndex(x => new { x.CourseId, x.RequiredId }).IsUnique();
        builder.RefersTo<CoursePrerequisite, Course>(x => x.RequiredId);
    }

    public void Configure(EntityTypeBuilder<CourseFunction> builder)
    {
        builder.HasIndex(x => new { x.CourseId, x.FunctionCode }).IsUnique();
        builder.HasIndex(x => x.FunctionCode);
        builder.Property(x => x.FunctionCode).HasMaxLength(Standard.MaxFunctionCodeLength);
    }

    /// <summary>The answers are for who manages courses, in the audit too.</summary>
    public void Configure(EntityTypeBuilder<CourseQuestion> builder)
    {
        builder.HasIndex(x => new { x.CourseId, x.Number }).IsUnique();
        builder.Property(x => x.TextZh).HasMaxLength(Course.MaxTextLength);
        builder.Property(x => x.TextEn).HasMaxLength(Course.MaxTextLength);
        builder.Property(x => x.Options).IsList(Texts).IsConfidential();
        builder.Property(x => x.IsTrue).IsConfidential();
        builder.Property(x => x.ModelAnswerZh).HasMaxLength(Course.MaxTextLength).IsConfidential();
        builder.Property(x => x.ModelAnswerEn).HasMaxLength(Course.MaxTextLength).IsConfidential();
        builder.Ignore(x => x.Content);
    }
}
