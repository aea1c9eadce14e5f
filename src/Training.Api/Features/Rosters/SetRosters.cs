using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Calendars;

namespace Training.Api.Features.Rosters;

/// <summary>Who works which shift on which days: an entry for each person and day, at most 1000.</summary>
/// <param name="EmployeeIds">1 to 500 people; one given twice counts once.</param>
/// <param name="Days">1 to 62 days; one given twice counts once.</param>
/// <param name="ShiftId">The shift that starts on the days; null: rest days.</param>
public sealed record SetRostersRequest(
    [ItemCount(1, 500)] IReadOnlyList<long> EmployeeIds, [ItemCount(1, 62)] IReadOnlyList<DateOnly> Days, long? ShiftId);

/// <summary>What became of the entries.</summary>
/// <param name="Created">That were not there.</param>
/// <param name="Changed">That said something else.</param>
/// <param name="Same">That said so already.</param>
public sealed record SetRostersResponse(int Created, int Changed, int Same);

internal static class SetRosters
{
    /// <summary>Says which shift people work on days, or that they rest, whatever was said before. By HR, and by the direct supervisor or
    /// their deputy, never for oneself. Refused as a whole, naming whom or what: people of whom the caller may not know; a shift that
    /// does not exist or is retired; more than 1000 entries.</summary>
    internal static Task<SetRostersResponse> HandleAsync(
        SetRostersRequest request, RosteredPeople people, TrainingDb db, CancellationToken cancellation) => db.WriteAsync(
        async () =>
        {
            await db.LockAsync(RosterLock.Name, cancellation);
            await people.RequireAsync(request.EmployeeIds, cancellation);
            RosteredPeople.RefuseTooMany(request.EmployeeIds, request.Days);
            var shift = await ShiftAsync(db, request.ShiftId, cancellation);
            var entries = people.Entries(request.EmployeeIds, request.Days);
            var there = await entries.AsNoTracking().ToDictionaryAsync(x => (x.EmployeeId, x.Day), x => x.ShiftId, cancellation);
            var created = (from id in request.EmployeeIds.Distinct()
                           from day in request.Days.Distinct()
                           where !there.ContainsKey((id, day))
                           select RosterEntry.Create(id, day, shift)).ToList();
            var differs = there.Values.Any(x => x != request.ShiftId);
            var changed = differs ? await ChangeAsync(db, entries, request.ShiftId, cancellation) : 0;
            await Bulk.InsertAsync(db, created, cancellation);
            return new SetRostersResponse(created.Count, changed, there.Count - changed);
        },
        cancellation);

    private static async Task<Shift?> ShiftAsync(TrainingDb db, long? id, CancellationToken cancellation)
    {
        if (id is null)
        {
            return null;
        }

        var shift = await db.Shifts.AsNoTracking().SingleOrDefaultAsync(x => x.Id == id, cancellation)
            ?? throw RosterRefusals.ShiftUnknown.At("shiftId", ("shiftId", id));
        shift.RefuseRetired("shiftId");
        return shift;
    }

    private static Task<int> ChangeAsync(TrainingDb db, IQueryable<RosterEntry> entries, long? shiftId, CancellationToken cancellation) =>
        BulkChange.UpdateAsync(
            db,
            entries.Where(x => x.ShiftId != shiftId),
            x => x.SetProperty(y => y.ShiftId, shiftId).SetProperty(y => y.Version, y => y.Version + 1),
            new { ShiftId = shiftId },
            cancellation);
}
