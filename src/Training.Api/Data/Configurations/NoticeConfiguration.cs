using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.Notices;

namespace Training.Api.Data.Configurations;

internal sealed class NoticeConfiguration : IEntityTypeConfiguration<Notice>, IEntityTypeConfiguration<NoticeDelivery>
{
    private const int MaxValues = 4000;

    public void Configure(EntityTypeBuilder<Notice> builder)
    {
        builder.ToTable("Notices");
        builder.NotAudited();
        builder.Property(x => x.Kind).HasMaxLength(Notice.MaxKindLength);
        builder.Property(x => x.SubjectType).HasMaxLength(Notice.MaxKindLength);
        builder.Property(x => x.Values).HasMaxLength(MaxValues);
        builder.HasIndex(x => new { x.RecipientAccountId, x.ReadAt });
        builder.HasIndex(x => new { x.RecipientAccountId, x.CreatedAt });
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.RecipientAccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(x => x.Deliveries).WithOne().HasForeignKey(x => x.NoticeId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<NoticeDelivery> builder)
    {
        builder.ToTable("NoticeDeliveries");
        builder.NotAudited();
        builder.Property(x => x.Channel).HasMaxLength(NoticeDelivery.MaxChannelLength);
        builder.HasIndex(x => new { x.NoticeId, x.Channel }).IsUnique();
        builder.HasIndex(x => new { x.State, x.NextAttemptAt });
    }
}
