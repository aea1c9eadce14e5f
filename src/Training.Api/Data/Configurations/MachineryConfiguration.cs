using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class MachineryConfiguration :
    IEntityTypeConfiguration<AuditEntry>,
    IEntityTypeConfiguration<AuditSeal>,
    IEntityTypeConfiguration<Lookup>,
    IEntityTypeConfiguration<StoredFile>,
    IEntityTypeConfiguration<StoredFileContent>,
    IEntityTypeConfiguration<IdempotencyRecord>,
    IEntityTypeConfiguration<ReferenceRecord>
{
    private const int Unlimited = 10 * 1024 * 1024;

    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("AuditEntries");
        builder.NotAudited();
        builder.Property(x => x.Before).HasMaxLength(Unlimited);
        builder.Property(x => x.After).HasMaxLength(Unlimited);
        builder.HasIndex(x => x.At);
        builder.HasIndex(x => new { x.RootEntity, x.RootId });
        builder.HasIndex(x => x.AccountId);
    }

    public void Configure(EntityTypeBuilder<AuditSeal> builder)
    {
        builder.NotAudited();
        builder.HasKey(x => x.Place);
        builder.Property(x => x.Place).ValueGeneratedNever();
        builder.HasIndex(x => x.EntryId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<Lookup> builder)
    {
        builder.NotAudited();
        builder.HasIndex(x => new { x.EmployeeId, x.At });
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Employee>().WithMany().HasForeignKey(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<StoredFile> builder)
    {
        builder.HasIndex(x => x.Sha256);
    }

    public void Configure(EntityTypeBuilder<StoredFileContent> builder)
    {
        builder.NotAudited();
        builder.HasKey(x => x.FileId);
        builder.Property(x => x.FileId).ValueGeneratedNever();
        builder.HasOne<StoredFile>().WithOne().HasForeignKey<StoredFileContent>(x => x.FileId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<IdempotencyRecord> builder)
    {
        builder.NotAudited();
        builder.Property(x => x.Body).HasMaxLength(Unlimited);
        builder.HasIndex(x => new { x.AccountId, x.Route, x.Key }).IsUnique();
    }

    public void Configure(EntityTypeBuilder<ReferenceRecord> builder)
    {
        builder.ToTable("ReferenceRecords");
        builder.NotAudited();
        builder.HasKey(x => new { x.Kind, x.Code });
        builder.Property(x => x.Kind).HasMaxLength(40);
        builder.Property(x => x.Hash).HasMaxLength(64);
    }
}
