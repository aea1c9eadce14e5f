using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;

namespace Training.Api.Data.Configurations;

internal sealed class AccessConfiguration :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<SignInSession>,
    IEntityTypeConfiguration<RefreshToken>,
    IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasIndex(x => x.EmployeeId).IsUnique();
        builder.Property(x => x.PasswordHash).IsSecret();
        builder.Property(x => x.SecurityStamp).IsSecret();
        builder.Property(x => x.ConcurrencyStamp).IsSecret();
        builder.Property(x => x.AuthenticatorSecret).IsSecret();
    }

    public void Configure(EntityTypeBuilder<SignInSession> builder)
    {
        builder.NotAudited();
        builder.HasIndex(x => x.AccountId);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RefreshToken> builder)
    {
        builder.NotAudited();
        builder.HasIndex(x => x.Hash).IsUnique();
        builder.HasOne<SignInSession>().WithMany().HasForeignKey(x => x.SessionId).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<RecoveryCode> builder)
    {
        builder.NotAudited();
        builder.HasIndex(x => new { x.AccountId, x.Hash }).IsUnique();
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
    }
}
