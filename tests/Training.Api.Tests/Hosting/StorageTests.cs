using Npgsql;
using Training.Api.Data;

namespace Training.Api.Tests.Hosting;

public sealed class StorageTests
{
    [Theory]
    [InlineData("Host=db", "-c lock_timeout=10s")]
    [InlineData("Host=db;Options=\"-c search_path=training -c statement_timeout=60s\"", "-c search_path=training -c statement_timeout=60s -c lock_timeout=10s")]
    public void The_options_of_the_connection_string_hold_beside_the_bound_on_waiting(string given, string options) =>
        Assert.Equal(options, new NpgsqlConnectionStringBuilder(Storage.PostgresConnection(given)).Options);
}
