using Training.Domain.Rules;

namespace Training.Api.Spreadsheets;

/// <summary>Why the content of one cell cannot be taken. These are gathered, never thrown.</summary>
internal static class CellRefusals
{
    public static readonly Refusal Required = Refusal.Content("cell.required");
    public static readonly Refusal Broken = Refusal.Content("cell.broken");
    public static readonly Refusal TooLong = Refusal.Content("cell.tooLong");
    public static readonly Refusal NotADay = Refusal.Content("cell.notADay");
    public static readonly Refusal NotAMoment = Refusal.Content("cell.notAMoment");
    public static readonly Refusal NotATime = Refusal.Content("cell.notATime");
    public static readonly Refusal NotANumber = Refusal.Content("cell.notANumber");
    public static readonly Refusal NotAWholeNumber = Refusal.Content("cell.notAWholeNumber");
    public static readonly Refusal TooManyDecimals = Refusal.Content("cell.tooManyDecimals");
    public static readonly Refusal NotAFlag = Refusal.Content("cell.notAFlag");
    public static readonly Refusal NotAChoice = Refusal.Content("cell.notAChoice");
}

/// <summary>What is wrong with one cell: a code and the values of its sentence.</summary>
internal sealed record CellFault(Refusal Refusal, IReadOnlyList<(string Name, object? Value)> Values)
{
    public static CellFault Of(Refusal refusal, params (string Name, object? Value)[] values) => new(refusal, values);
}

/// <summary>The value of a cell, or what is wrong with it; neither when the cell is empty.</summary>
internal readonly record struct Parsed<T>(T? Value, CellFault? Fault)
{
    public bool IsEmpty => Value is null && Fault is null;

    /// <summary>An empty cell becomes a fault.</summary>
    public Parsed<T> Required() => IsEmpty ? new(default, CellFault.Of(CellRefusals.Required)) : this;

    /// <summary>The value carried over into another type, unless there is none.</summary>
    public Parsed<TOther> Then<TOther>(Func<T, Parsed<TOther>> next) => Value is null ? new(default, Fault) : next(Value);
}
