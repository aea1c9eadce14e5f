using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;

namespace Training.Api.Features.Rosters;

/// <summary>Whose entries of which days go: at most 1000 pairs of a person and a day.</summary>
/// <param name="EmployeeIds">1 to 500 people; one given twice counts once.</param>
/// <param name="Days">1 to 62 days; one given twice counts once.</param>
public sealed record ClearRostersRequest(
    [ItemCount(1, 500)] IReadOnlyList<long> EmployeeIds, [ItemCount(1, 62)] IReadOnlyList<DateOnly> Days);

/// <summary>What was removed.</summary>
/// <param name="Removed">How many entries there were.</param>
public sealed record ClearRostersResponse(int Removed);

internal static class ClearRosters
{
    /// <summary>Takes people off the roster on days: they follow the organisation's hours and calendar again. By whom, and refused, as in
    /// setting it; what is not there is no fault.</summary>
    internal static Task<ClearRostersResponse> HandleAsync(
        ClearRostersRequest request, RosteredPeople people, TrainingDb db, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(RosterLock.Name, cancellation);
            await people.RequireAsync(request.EmployeeIds, cancellation);
            RosteredPeople.RefuseTooMany(request.EmployeeIds, request.Days);
            return new ClearRostersResponse(
                await BulkChange.DeleteAsync(db, people.Entries(request.EmployeeIds, request.Days), cancellation));
        },
        cancellation);
}
