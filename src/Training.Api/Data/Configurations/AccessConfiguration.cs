using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Training.Api.Data.Records;
using Training.Domain.People;

namespace Training.Api.Data.Configurations;

internal sealed class AccessConfiguration :
    IEntityTypeConfiguration<Account>,
    IEntityTypeConfiguration<IdentityRole<long>>,
    IEntityTypeConfiguration<IdentityUserRole<long>>,
    IEntityTypeConfiguration<GrantRequest>,
    IEntityTypeConfiguration<SignInState>,
    IEntityTypeConfiguration<SignInSession>,
    IEntityTypeConfiguration<RefreshToken>,
    IEntityTypeConfiguration<RecoveryCode>
{
    public void Configure(EntityTypeBuilder<Account> builder)
    {
        builder.ToTable("Accounts");
        builder.HasIndex(x => x.EmployeeId).IsUnique();
        builder.HasOne<Employee>().WithOne().HasForeignKey<Account>(x => x.EmployeeId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(x => x.PasswordHash).IsSecret();
        builder.Property(x => x.SecurityStamp).IsSecret();
        builder.Property(x => x.ConcurrencyStamp).IsSecret();
        builder.Property(x => x.AuthenticatorSecret).IsSecret();
    }

    /// <summary>Every role has its row from the first migration on; the id is the role's place in the enum, from 1.</summary>
    public void Configure(EntityTypeBuilder<IdentityRole<long>> builder) =>
        builder.HasData(Enum.GetValues<Role>().Select(x => new IdentityRole<long>
        {
            Id = x.Id(),
            Name = x.ToString(),
            NormalizedName = x.ToString().ToUpperInvariant(),
            ConcurrencyStamp = x.ToString(),
        }));

    /// <summary>A held role belongs to the account, whose version it raises, not to the role.</summary>
    public void Configure(EntityTypeBuilder<IdentityUserRole<long>> builder)
    {
        builder.HasOne<IdentityRole<long>>().WithMany().HasForeignKey(x => x.RoleId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.UserId).OnDelete(DeleteBehavior.Cascade);
    }

    public void Configure(EntityTypeBuilder<GrantRequest> builder)
    {
        builder.HasIndex(x => new { x.AccountId, x.Role });
        builder.HasIndex(x => x.State);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.AccountId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.RequestedById).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Account>().WithMany().HasForeignKey(x => x.DecidedById).OnDelete(DeleteBehavior.Restrict);
    }

    public void Configure(EntityTypeBuilder<SignInState> builder)
    {
        builder.NotAudited();
        builder.HasKey(x => x.AccountId);
        builder.Property(x => x.AccountId).ValueGeneratedNever();
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
