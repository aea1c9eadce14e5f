namespace Training.Domain.Rules;

/// <summary>One pure table of a record's life: which act leads from which state to which. An act that the table does not
/// hold for a state is refused, always loudly.</summary>
/// <example><code>
/// new Transitions&lt;PlanState, PlanAct&gt;(PlanRefusals.NotInThisState,
///     (PlanState.Draft, PlanAct.Submit, PlanState.Submitted),
///     (PlanState.Submitted, PlanAct.Return, PlanState.Draft));
/// </code></example>
public sealed class Transitions<TState, TAct>
    where TState : struct, Enum
    where TAct : struct, Enum
{
    private readonly Dictionary<(TState State, TAct Act), TState> _next = [];
    private readonly Refusal _refusal;

    /// <summary>The whole table. <paramref name="refusal"/> is thrown for every other pair, with the values
    /// <c>state</c> and <c>act</c> (the enum values).</summary>
    public Transitions(Refusal refusal, params (TState From, TAct Act, TState To)[] rows)
    {
        _refusal = refusal;
        foreach (var (from, act, to) in rows)
        {
            _next.Add((from, act), to);
        }
    }

    /// <summary>Every row, in the order of states and acts.</summary>
    public IReadOnlyList<(TState From, TAct Act, TState To)> Rows =>
        [.. _next.Select(row => (row.Key.State, row.Key.Act, row.Value)).Order()];

    /// <summary>The state that the act leads to.</summary>
    /// <exception cref="RuleViolation">The act is not one of this state.</exception>
    public TState Next(TState state, TAct act) =>
        _next.TryGetValue((state, act), out var next) ? next : throw _refusal.With(("state", state), ("act", act));

    /// <summary>Whether the act is one of this state.</summary>
    public bool Allows(TState state, TAct act) => _next.ContainsKey((state, act));

    /// <summary>The acts of this state, in the order of the enum.</summary>
    public IReadOnlyList<TAct> From(TState state) =>
        [.. _next.Keys.Where(row => EqualityComparer<TState>.Default.Equals(row.State, state)).Select(row => row.Act).Order()];

    /// <summary>The acts of this state which the caller's relation to the record permits:
    /// <paramref name="permits"/> says of each act whether it does.</summary>
    public IReadOnlyList<TAct> AllowedActions<TRelation>(TState state, TRelation relation, Func<TRelation, TAct, bool> permits) =>
        [.. From(state).Where(act => permits(relation, act))];
}
