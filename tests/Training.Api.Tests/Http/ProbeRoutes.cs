using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Training.Api.Errors;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Api.Http.Validation;
using Training.Domain.Rules;

namespace Training.Api.Tests.Http;

public enum Colour
{
    DarkRed,
    Green,
}

public sealed record Line([TextLength(2, 5)] string CourseCode, [Within("0", "100"), Decimals(2)] decimal Hours);

public sealed record EchoRequest(
    [TextLength(1, 20)] string Name,
    int Count,
    decimal Amount,
    DateOnly DueOn,
    DateTimeOffset SentAt,
    Colour Colour,
    bool IsUrgent,
    [ItemCount(0, 3)] IReadOnlyList<Line> Lines,
    IReadOnlyList<string> Tags,
    string? Note = null,
    int? Rank = null);

public sealed record Item(long Id, string Name, string? Place, decimal Score, DateOnly DueOn, DateTimeOffset SentAt, Colour Colour, bool IsUrgent);

public sealed record ItemRow(long Id, string Name, string? Place, decimal Score, DateOnly DueOn, DateTimeOffset SentAt, Colour Colour, bool IsUrgent);

public sealed record ItemResponse(long Id, string Name, int Version) : IVersioned;

public sealed record EditItemRequest([NotBlank] string Name);

public sealed record ProbeFilter(
    [FromQuery(Name = "colour")] Choice<Colour>? Colour = null,
    [FromQuery(Name = "dueFrom")] DateOnly? DueFrom = null,
    [FromQuery(Name = "atLeast")] decimal? AtLeast = null,
    [FromQuery(Name = "isUrgent")] bool? IsUrgent = null,
    [FromQuery(Name = "sentFrom")] DateTimeOffset? SentFrom = null,
    [FromQuery(Name = "tag")] string[]? Tag = null);

public sealed class ProbeDb(DbContextOptions<ProbeDb> options) : DbContext(options)
{
    public DbSet<Item> Items => Set<Item>();

    public static async Task FillAsync(SqliteConnection connection)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = """
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 120)
            INSERT INTO Items (Id, Name, Place, Score, DueOn, SentAt, Colour, IsUrgent)
            SELECT i, 'item ' || printf('%03d', i % 10), CASE WHEN i % 3 = 0 THEN NULL ELSE 'Room ' || (i % 7) END,
                   (i % 5) || '.50', '2026-10-01', '2026-10-01 01:02:03.004+00:00', i % 2, 0
            FROM n
            """;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}

internal static class ProbeRefusals
{
    public static readonly Refusal State = Refusal.State("probe.state");
    public static readonly Refusal Content = Refusal.Content("probe.content");
}

internal static class ProbeRoutes
{
    private static readonly Sorts<Item> ItemSorts = new(x => x.Id, "name")
    {
        { "name", x => x.Name },
        { "place", x => x.Place },
        { "score", x => x.Score },
    };

    private static readonly Sorts<ItemRow> RowSorts = new(x => x.Id, "name") { { "name", x => x.Name }, { "place", x => x.Place } };

    public static void MapProbes(this IEndpointRouteBuilder app)
    {
        var api = app.MapApi().WithTags("Probes");
        api.MapPost("/echo", Echo).WithName(nameof(Echo));
        api.MapGet("/query", Query).WithName(nameof(Query));
        api.MapGet("/items", ListItems).WithName(nameof(ListItems));
        api.MapGet("/rows", ListRows).WithName(nameof(ListRows));
        api.MapGet("/items/{id}", GetItem).WithName(nameof(GetItem));
        api.MapPut("/items/{id}", EditItem).WithName(nameof(EditItem)).Refuses(ProbeRefusals.State, ProbeRefusals.Content);
        api.MapPost("/items/{id}/retire", RetireItem).WithName(nameof(RetireItem));
        api.MapPost("/files", TakeFile).WithName(nameof(TakeFile)).TakesUpload(2000, "text/plain");
        api.MapGet("/status/{status}", (int status) => Results.StatusCode(status)).WithName("Status");
        api.MapPost("/throw/{what}", Throw).WithName(nameof(Throw));
    }

    /// <summary>Gives back what was sent.</summary>
    private static Ok<EchoRequest> Echo(EchoRequest request) => TypedResults.Ok(request);

    private static Ok<ProbeFilter> Query([AsParameters] ProbeFilter filter, [FromQuery] int must) => TypedResults.Ok(filter);

    /// <summary>Lists the items.</summary>
    private static ListOf<ItemRow> ListItems([AsParameters] ProbeFilter filter, [AsParameters] SearchRequest list, ProbeDb db)
    {
        var items = db.Items.AsQueryable();
        if (filter.Colour is { Value: var colour })
        {
            items = items.Where(x => x.Colour == colour);
        }

        if (list.Typed is { } typed)
        {
            items = items.Where(x => x.Name.Contains(typed));
        }

        return ListOf.From(items, ItemSorts, x => new ItemRow(x.Id, x.Name, x.Place, x.Score, x.DueOn, x.SentAt, x.Colour, x.IsUrgent), list);
    }

    private static async Task<ListOf<ItemRow>> ListRows([AsParameters] ListRequest list, ProbeDb db) =>
        ListOf.From(
            await db.Items.Select(x => new ItemRow(x.Id, x.Name, x.Place, x.Score, x.DueOn, x.SentAt, x.Colour, x.IsUrgent)).ToListAsync(),
            RowSorts,
            list);

    private static Results<Ok<ItemResponse>, NotFound> GetItem(long id) =>
        id == 1 ? TypedResults.Ok(new ItemResponse(1, "One", 3)) : TypedResults.NotFound();

    private static Results<Ok<ItemResponse>, NotFound> EditItem(long id, EditItemRequest request, IfMatch ifMatch)
    {
        if (id != 1)
        {
            return TypedResults.NotFound();
        }

        ifMatch.Require(3);
        if (request.Name == "taken")
        {
            throw ProbeRefusals.State.At("name", ("name", request.Name));
        }

        return TypedResults.Ok(new ItemResponse(1, request.Name, 4));
    }

    private static NoContent RetireItem(long id, IfMatch ifMatch)
    {
        ifMatch.Accept(3);

        return TypedResults.NoContent();
    }

    private static Ok<string> TakeFile(Upload file) => TypedResults.Ok($"{file.Name} {file.MediaType} {file.Bytes.Length}");

    private static NoContent Throw(string what) => what switch
    {
        "race" => throw new DbUpdateConcurrencyException("lost"),
        "busy" => throw CommonRefusals.Busy.With(("retryAfter", 7)),
        "many" => throw CommonRefusals.TooMany.With(),
        "own" => throw AccessRefusals.OwnRecord.With(),
        "content" => throw ProbeRefusals.Content.At("lines[0].hours"),
        _ => throw new InvalidOperationException("secret 张伟"),
    };
}
