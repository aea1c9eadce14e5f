using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class DocumentConfiguration :
    IEntityTypeConfiguration<DocumentKind>,
    IEntityTypeConfiguration<DocumentVersion>,
    IEntityTypeConfiguration<DocumentAudience>,
    IEntityTypeConfiguration<Acknowledgement>
{
    public void Configure(EntityTypeBuilder<DocumentKind> builder) => builder.HasIndex(x => x.Code).IsUnique();

    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.HasIndex(x => new { x.KindId, x.Number }).IsUnique();
        builder.Property(x => x.Text).HasMaxLength(100_000);
        builder.RefersTo<DocumentVersion, DocumentKind>(x => x.KindId);
        builder.RefersTo<DocumentVersion, StoredFile>(x => x.FileId);
        builder.Ignore(x => x.State);
        builder.Owns(x => x.Audience, "DocumentVersionId");
    }

    public void Configure(EntityTypeBuilder<DocumentAudience> builder)
    {
        builder.HasIndex("DocumentVersionId", nameof(DocumentAudience.DepartmentId)).IsUnique();
        builder.RefersTo<DocumentAudience, Department>(x => x.DepartmentId);
    }

    public void Configure(EntityTypeBuilder<Acknowledgement> builder)
    {
        builder.HasIndex(x => new { x.DocumentVersionId, x.EmployeeId }).IsUnique();
        builder.HasIndex(x => x.EmployeeId);
        builder.RefersTo<Acknowledgement, DocumentVersion>(x => x.DocumentVersionId);
        builder.RefersTo<Acknowledgement, Employee>(x => x.EmployeeId);
    }
}
