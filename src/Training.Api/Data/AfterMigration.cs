namespace Training.Api.Data;

/// <summary>Run after every migration, as often as you like: what EF Core does not keep. Triggers vanish when EF rebuilds
/// a SQLite table, so they are made anew each time.</summary>
internal static class AfterMigration
{
    private static readonly string[] AppendOnly = ["AuditEntries", "AuditSeals"];

    public static string Script(bool postgres) => string.Join('\n', AppendOnly.Select(x => postgres ? Postgres(x) : Sqlite(x)));

    private static string Sqlite(string table) => $"""
        DROP TRIGGER IF EXISTS "{table}_keep_update";
        CREATE TRIGGER "{table}_keep_update" BEFORE UPDATE ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        DROP TRIGGER IF EXISTS "{table}_keep_delete";
        CREATE TRIGGER "{table}_keep_delete" BEFORE DELETE ON "{table}" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END;
        """;

    private static string Postgres(string table) => $"""
        CREATE OR REPLACE FUNCTION keep_append_only() RETURNS trigger LANGUAGE plpgsql AS $keep$
        BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $keep$;
        DROP TRIGGER IF EXISTS "{table}_keep" ON "{table}";
        CREATE TRIGGER "{table}_keep" BEFORE UPDATE OR DELETE OR TRUNCATE ON "{table}"
        FOR EACH STATEMENT EXECUTE FUNCTION keep_append_only();
        """;
}
