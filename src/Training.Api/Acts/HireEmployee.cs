using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>A person to be hired.</summary>
/// <param name="Profile">Its name comes from <see cref="PersonNames.Of"/>.</param>
/// <param name="Placement">From the first day on.</param>
/// <param name="SupervisorNumber">Instead of the placement's supervisor: the number of somebody known or of the same batch,
/// standing before or after this person.</param>
internal sealed record NewEmployee(
    string EmployeeNumber, EmployeeProfile Profile, Engagement Engagement, Placement Placement, string? SupervisorNumber = null);

/// <summary>Hires people with their first placements and works their reporting lines and plans out once: for the act of HR, the import
/// and the demo. All or none.</summary>
internal sealed class HireEmployee(TrainingDb db, LineKeeper lines, FollowAudience follow)
{
    private const int Some = 1000;

    /// <summary>The people hired, in the order given, with their ids; not tracked. Refused: a number that is in use; an unknown or
    /// retired department or position; an unknown work place or supervisor; terms and contacts as the domain says; a
    /// loop in the lines.</summary>
    public Task<IReadOnlyList<Employee>> RunAsync(IReadOnlyList<NewEmployee> wanted, CancellationToken cancellation) =>
        db.WriteAsync(
            async () =>
            {
                await db.LockAsync(LineKeeper.Lock, cancellation);
                await RefuseTakenAsync(wanted, cancellation);
                await db.RequireWorkPlacesAsync(wanted.Select(x => x.Profile.WorkPlaceId), cancellation);
                await db.RequireAsync([.. wanted.Select(x => x.Placement)], cancellation);
                IReadOnlyList<Employee> hired = [.. wanted.Select(x => Employee.Hire(x.EmployeeNumber, x.Profile, x.Engagement))];
                await Bulk.InsertAsync(db, hired, cancellation);
                await PlaceAsync(wanted, hired, cancellation);
                await lines.RewriteAsync([.. hired.Select(x => x.Id)], cancellation);
                await follow.RunAsync([.. hired.Select(x => x.Id)], cancellation);
                return hired;
            },
            cancellation);

    private async Task RefuseTakenAsync(IReadOnlyList<NewEmployee> wanted, CancellationToken cancellation)
    {
        var keys = wanted.Select(x => PlainText.Key(x.EmployeeNumber)).ToList();
        var known = await IdsAsync(keys, cancellation);
        var seen = new HashSet<string>(known.Keys, StringComparer.Ordinal);
        if (keys.Find(x => !seen.Add(x)) is { } taken)
        {
            throw EmployeeRefusals.NumberTaken.At("employeeNumber", ("employeeNumber", taken));
        }
    }

    private async Task PlaceAsync(IReadOnlyList<NewEmployee> wanted, IReadOnlyList<Employee> hired, CancellationToken cancellation)
    {
        var ids = hired.ToDictionary(x => x.EmployeeNumber, x => x.Id, StringComparer.Ordinal);
        var elsewhere = wanted.Select(x => x.SupervisorNumber).OfType<string>().Select(PlainText.Key).Distinct().Where(x => !ids.ContainsKey(x));
        foreach (var (number, id) in await IdsAsync([.. elsewhere], cancellation))
        {
            ids.Add(number, id);
        }

        var assignments = new List<Assignment>(hired.Count);
        foreach (var (employee, from) in hired.Zip(wanted))
        {
            var timeline = new AssignmentTimeline(employee, []);
            timeline.Start(from.Placement with { SupervisorId = SupervisorOf(from, ids) });
            assignments.AddRange(timeline.Added);
        }

        await Bulk.InsertAsync(db, assignments, cancellation);
    }

    private static long? SupervisorOf(NewEmployee person, Dictionary<string, long> ids) =>
        person.SupervisorNumber is not { } number ? person.Placement.SupervisorId
            : ids.TryGetValue(PlainText.Key(number), out var id) ? id
            : throw AssignmentRefusals.SupervisorUnknown.At("supervisorId", ("supervisor", number));

    private async Task<Dictionary<string, long>> IdsAsync(IReadOnlyCollection<string> numbers, CancellationToken cancellation)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var some in numbers.Chunk(Some))
        {
            foreach (var known in await db.Employees.Where(x => some.Contains(x.EmployeeNumber))
                .Select(x => new { x.EmployeeNumber, x.Id }).ToListAsync(cancellation))
            {
                found[known.EmployeeNumber] = known.Id;
            }
        }

        return found;
    }
}
