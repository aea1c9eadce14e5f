namespace Training.Domain.Kpis;

/// <summary>What the training of a quarter comes to, of one person or of the people of a department's tree (scoring 1.1).</summary>
/// <param name="Due">Mandatory items due in the quarter; exempted ones are left out.</param>
/// <param name="Completed">Of these, completed by its last day.</param>
/// <param name="Hours">Class and practice hours of the completions dated in the quarter; the failed count for nothing.</param>
/// <param name="Completions">Completions dated in the quarter, without the failed.</param>
/// <param name="Results">Completions dated in the quarter that have marks, the failed with them.</param>
/// <param name="Marks">Sum of these marks.</param>
public sealed record TrainingTally(int Due, int Completed, decimal Hours, int Completions, int Results, decimal Marks)
{
    public static readonly TrainingTally None = new(0, 0, 0, 0, 0, 0);

    public TrainingTally Plus(TrainingTally other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new(
            Due + other.Due, Completed + other.Completed, Hours + other.Hours, Completions + other.Completions, Results + other.Results,
            Marks + other.Marks);
    }
}
