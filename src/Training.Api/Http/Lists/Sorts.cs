using System.Collections;
using System.Linq.Expressions;
using System.Reflection;
using Training.Api.Errors;

namespace Training.Api.Http.Lists;

/// <summary>The fields by which a list may be sorted, each a key of the entity, so that the store sorts before anything is
/// projected. The id is always the last key: without it rows with equal keys could stand on two pages or on none.
/// Rows without a value come last in both directions, on every store.</summary>
/// <param name="id">The unique last key.</param>
/// <param name="unlessAsked">The sort when none is asked for: <c>-dueOn,name</c>.</param>
/// <param name="within">Where rows are unique by two ids together, the second.</param>
internal sealed class Sorts<TEntity>(Expression<Func<TEntity, long>> id, string unlessAsked, Expression<Func<TEntity, long>>? within = null)
    : IEnumerable<string>
{
    private readonly Dictionary<string, ISortKey<TEntity>> _keys = new(StringComparer.Ordinal);
    private readonly SortKey<TEntity, long> _id = new(id);
    private readonly SortKey<TEntity, long> _within = new(within ?? id);

    /// <summary>Lets a list of sorts be written as a collection: <c>{ "name", x => x.NameSortKey }</c>.</summary>
    public void Add<TKey>(string field, Expression<Func<TEntity, TKey>> key) => _keys.Add(field, new SortKey<TEntity, TKey>(key));

    /// <summary>The rows in the order asked for; an unknown or repeated field is refused.</summary>
    public IQueryable<TEntity> Apply(IQueryable<TEntity> query, string? asked)
    {
        IOrderedQueryable<TEntity>? sorted = null;
        foreach (var (key, descending) in Read(asked))
        {
            sorted = key.Apply(query, sorted, descending);
        }

        sorted = _id.Apply(query, sorted, false);
        return within is null ? sorted : _within.Apply(query, sorted, false);
    }

    /// <summary>As <see cref="Apply(IQueryable{TEntity}, string?)"/> for rows in memory; texts in binary order.</summary>
    public IEnumerable<TEntity> Apply(IEnumerable<TEntity> rows, string? asked)
    {
        IOrderedEnumerable<TEntity>? sorted = null;
        foreach (var (key, descending) in Read(asked))
        {
            sorted = key.Apply(rows, sorted, descending);
        }

        sorted = _id.Apply(rows, sorted, false);
        return within is null ? sorted : _within.Apply(rows, sorted, false);
    }

    public IEnumerator<string> GetEnumerator() => _keys.Keys.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private List<(ISortKey<TEntity> Key, bool Descending)> Read(string? asked)
    {
        var read = new List<(ISortKey<TEntity>, bool)>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in (asked ?? unlessAsked).Split(','))
        {
            var descending = part.StartsWith('-');
            var field = descending ? part[1..] : part;
            if (!_keys.TryGetValue(field, out var key))
            {
                throw RequestFault.Parameter("sort", new Fault("fault.sort", ("field", field), ("accepted", _keys.Keys)));
            }

            if (!seen.Add(field))
            {
                throw RequestFault.Parameter("sort", new Fault("fault.sortTwice", ("field", field)));
            }

            read.Add((key, descending));
        }

        return read;
    }
}

/// <summary>Hides the type of the key.</summary>
internal interface ISortKey<TEntity>
{
    IOrderedQueryable<TEntity> Apply(IQueryable<TEntity> query, IOrderedQueryable<TEntity>? sorted, bool descending);

    IOrderedEnumerable<TEntity> Apply(IEnumerable<TEntity> rows, IOrderedEnumerable<TEntity>? sorted, bool descending);
}

internal sealed class SortKey<TEntity, TKey>(Expression<Func<TEntity, TKey>> key) : ISortKey<TEntity>
{
    private static readonly IComparer<TKey> Order =
        typeof(TKey) == typeof(string) ? (IComparer<TKey>)StringComparer.Ordinal : Comparer<TKey>.Default;

    private readonly Expression<Func<TEntity, bool>>? _isMissing = IsMissing(key);
    private readonly Lazy<Func<TEntity, TKey>> _read = new(key.Compile);

    public IOrderedQueryable<TEntity> Apply(IQueryable<TEntity> query, IOrderedQueryable<TEntity>? sorted, bool descending)
    {
        if (_isMissing is not null)
        {
            sorted = sorted?.ThenBy(_isMissing) ?? query.OrderBy(_isMissing);
        }

        return (sorted, descending) switch
        {
            (null, false) => query.OrderBy(key),
            (null, true) => query.OrderByDescending(key),
            (_, false) => sorted.ThenBy(key),
            (_, true) => sorted.ThenByDescending(key),
        };
    }

    public IOrderedEnumerable<TEntity> Apply(IEnumerable<TEntity> rows, IOrderedEnumerable<TEntity>? sorted, bool descending)
    {
        sorted = sorted?.ThenBy(x => _read.Value(x) is null) ?? rows.OrderBy(x => _read.Value(x) is null);

        return descending ? sorted.ThenByDescending(_read.Value, Order) : sorted.ThenBy(_read.Value, Order);
    }

    // SQLite lists missing values first and PostgreSQL last, so a key that may be missing says where they go.
    private static Expression<Func<TEntity, bool>>? IsMissing(Expression<Func<TEntity, TKey>> key) => MayBeMissing(key)
        ? Expression.Lambda<Func<TEntity, bool>>(Expression.Equal(key.Body, Expression.Constant(null, typeof(TKey))), key.Parameters)
        : null;

    private static bool MayBeMissing(Expression<Func<TEntity, TKey>> key)
    {
        if (typeof(TKey).IsValueType)
        {
            return Nullable.GetUnderlyingType(typeof(TKey)) is not null;
        }

        var nullability = new NullabilityInfoContext();
        for (Expression? at = key.Body; at is MemberExpression member; at = member.Expression)
        {
            if (member.Member is not PropertyInfo property || nullability.Create(property).ReadState != NullabilityState.NotNull)
            {
                return true;
            }
        }

        return key.Body is not MemberExpression;
    }
}
