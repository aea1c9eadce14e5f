using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Validation;
using Training.Domain.Plans;
using Training.Domain.Rules;

namespace Training.Api.Features.Plans;

/// <summary>A line of a budget, in yuan.</summary>
/// <param name="Number">1, 2, 3 … without a gap; a line keeps its number.</param>
/// <param name="Kind">What the money is for.</param>
/// <param name="Description">In words.</param>
/// <param name="Planned">What is planned, two decimals at most; 0 for a cost that nobody planned.</param>
/// <param name="Actual">What it came to; left out while nothing is known.</param>
public sealed record PlanBudgetLineRequest(
    int Number,
    BudgetKind Kind,
    [TextLength(1, PlanBudgetLine.MaxDescriptionLength)] string Description,
    decimal Planned,
    decimal? Actual = null)
{
    internal BudgetLineContent Content() => new(Number, Kind, Description, Planned, Actual);
}

/// <param name="Lines">All lines, in the order of their numbers.</param>
public sealed record EditPlanBudgetRequest([ItemCount(0, 100)] IReadOnlyList<PlanBudgetLineRequest> Lines);

/// <summary>A line of a budget, in yuan.</summary>
public sealed record PlanBudgetLineResponse(int Number, BudgetKind Kind, string Description, decimal Planned, decimal? Actual);

/// <summary>The budget of a plan, in yuan.</summary>
/// <param name="PlanId">The plan.</param>
/// <param name="PlanCode">Its code.</param>
/// <param name="Lines">In the order of their numbers.</param>
/// <param name="Planned">Sum of what was planned.</param>
/// <param name="Actual">Sum of what is known to have been spent.</param>
/// <param name="Difference">Actual less planned: above 0 more was spent than planned.</param>
/// <param name="Rate">Actual per planned in percent, one decimal; none where nothing was planned.</param>
/// <param name="Version">The plan's version; the ETag.</param>
public sealed record PlanBudgetResponse(
    long PlanId,
    string PlanCode,
    IReadOnlyList<PlanBudgetLineResponse> Lines,
    decimal Planned,
    decimal Actual,
    decimal Difference,
    decimal? Rate,
    int Version) : IVersioned
{
    internal static PlanBudgetResponse Of(Plan plan) => new(
        plan.Id,
        plan.Code,
        [.. plan.Budget.OrderBy(x => x.Number).Select(x => new PlanBudgetLineResponse(x.Number, x.Kind, x.Description, x.Planned, x.Actual))],
        plan.BudgetTotal.Planned,
        plan.BudgetTotal.Actual,
        plan.BudgetTotal.Difference,
        plan.BudgetTotal.Rate,
        plan.Version);
}

internal static class GetPlanBudget
{
    /// <summary>The budget of a plan: planned and actual, line by line.</summary>
    internal static async Task<PlanBudgetResponse> HandleAsync(long id, PlanRecords plans, CancellationToken cancellation) =>
        PlanBudgetResponse.Of(await plans.WholeAsync(id, cancellation));
}

internal static class EditPlanBudget
{
    /// <summary>Replaces the budget as a whole: anything in a draft or returned plan; from the approval on the planned amounts
    /// stand, and actual costs are entered; also when the plan is closed or cancelled.</summary>
    internal static Task<PlanBudgetResponse> HandleAsync(
        long id, EditPlanBudgetRequest request, IfMatch ifMatch, PlanRecords plans, CurrentPerson caller, OrganisationClock clock, TrainingDb db,
        CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                var plan = await plans.FindAsync(id, PlanAct.EditBudget, ifMatch.Require, cancellation);
                plan.EditBudget([.. request.Lines.Select(x => x.Content())], caller.Actor(), clock.Now);
                await db.FlushAsync(cancellation);
                return PlanBudgetResponse.Of(plan);
            },
            cancellation);
}
