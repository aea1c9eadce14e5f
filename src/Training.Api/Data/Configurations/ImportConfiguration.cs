using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;

namespace Training.Api.Data.Configurations;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>, IEntityTypeConfiguration<ImportChange>
{
    private const int MostOfRecord = 20_000;

    public void Configure(EntityTypeBuilder<Import> builder)
    {
        builder.HasIndex(x => new { x.Kind, x.Sha256 });
        builder.HasIndex(x => x.AppliedAt);
        builder.RefersTo<Import, StoredFile>(x => x.FileId);
        builder.RefersTo<Import, Account>(x => x.AccountId);
    }

    public void Configure(EntityTypeBuilder<ImportChange> builder)
    {
        // What it says is audited at the records themselves.
        builder.NotAudited();
        builder.Property(x => x.Before).HasMaxLength(MostOfRecord);
        builder.Property(x => x.After).HasMaxLength(MostOfRecord);
        builder.HasIndex(x => new { x.ImportId, x.Row });
        builder.RefersTo<ImportChange, Import>(x => x.ImportId);
    }
}
