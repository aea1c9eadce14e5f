using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Training.Api.Data;
using Training.Domain.Rules;

namespace Training.Api.Tests.Walks;

/// <summary>What holds for the model of both stores.</summary>
public sealed class ModelTests
{
    public static TheoryData<string> Stores => ["SQLite", "PostgreSQL"];

    [Theory]
    [MemberData(nameof(Stores))]
    public void The_migrations_make_the_model(string store)
    {
        using var db = Open(store);

        Assert.False(db.Database.HasPendingModelChanges(), "run .ci/migrations");
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void A_row_that_is_deleted_with_its_record_raises_the_version_of_one(string store)
    {
        using var db = Open(store);
        var loose = db.Model.GetEntityTypes().Where(x => x.ClrType.Namespace?.StartsWith("Training.Domain", StringComparison.Ordinal) == true)
            .Where(x => x.GetForeignKeys().Any(key => key.DeleteBehavior == DeleteBehavior.Cascade) && !LeadsToVersion(x))
            .Select(x => x.ClrType.Name).ToList();

        Assert.Equal(["NoticeDelivery"], loose.Union(["NoticeDelivery"]));
    }

    [Theory]
    [MemberData(nameof(Stores))]
    public void Every_text_and_number_column_has_its_bounds(string store)
    {
        using var db = Open(store);
        var boundless = db.Model.GetEntityTypes().SelectMany(x => x.GetFlattenedProperties())
            .Where(x => (x.ClrType == typeof(string) && x.GetMaxLength() is null) || (x.ClrType == typeof(decimal) && x.GetScale() is null))
            .Select(x => $"{x.DeclaringType.Name}.{x.Name}");

        Assert.Empty(boundless);
    }

    [Fact]
    public void The_domain_refers_to_nothing_but_the_framework() =>
        Assert.All(
            typeof(Refusal).Assembly.GetReferencedAssemblies(),
            x => Assert.True(x.Name!.StartsWith("System", StringComparison.Ordinal), x.Name));

    private static bool LeadsToVersion(IEntityType type)
    {
        for (var at = type; at is not null; at = Versions.Belonging(at)?.PrincipalEntityType)
        {
            if (typeof(IVersioned).IsAssignableFrom(at.ClrType))
            {
                return true;
            }
        }

        return false;
    }

    private static TrainingDb Open(string store) => store == "SQLite"
        ? new SqliteDesignTimeFactory().CreateDbContext([])
        : new PostgresDesignTimeFactory().CreateDbContext([]);
}
