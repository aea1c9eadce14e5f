using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.People;

namespace Training.Api.Queries;

/// <summary>What a placement or profile refers to, checked before it is kept.</summary>
internal static class Placements
{
    /// <summary>How many ids one query asks for.</summary>
    private const int Some = 1000;

    /// <summary>Refuses departments, positions and supervisors that do not exist, and departments and positions that are
    /// retired.</summary>
    public static async Task RequireAsync(this TrainingDb db, IReadOnlyCollection<Placement> placements, CancellationToken cancellation)
    {
        var departments = await db.Departments.AsNoTracking().ToDictionaryAsync(x => x.Id, x => new { x.Code, x.RetiredAt }, cancellation);
        var positions = await db.Positions.AsNoTracking().ToDictionaryAsync(x => x.Id, x => new { x.Code, x.RetiredAt }, cancellation);
        foreach (var id in placements.Select(x => x.DepartmentId).Distinct())
        {
            var found = departments.GetValueOrDefault(id) ?? throw AssignmentRefusals.DepartmentUnknown.At("departmentId", ("id", id));
            if (found.RetiredAt is not null)
            {
                throw DepartmentRefusals.Retired.At("departmentId", ("code", found.Code));
            }
        }

        foreach (var id in placements.Select(x => x.PositionId).Distinct())
        {
            var found = positions.GetValueOrDefault(id) ?? throw AssignmentRefusals.PositionUnknown.At("positionId", ("id", id));
            if (found.RetiredAt is not null)
            {
                throw PositionRefusals.Retired.At("positionId", ("code", found.Code));
            }
        }

        await db.RequireSupervisorsAsync([.. placements.Select(x => x.SupervisorId).OfType<long>().Distinct()], cancellation);
    }

    /// <summary>Refuses a work place that does not exist.</summary>
    public static async Task RequireWorkPlacesAsync(this TrainingDb db, IEnumerable<long?> workPlaces, CancellationToken cancellation)
    {
        var wanted = workPlaces.OfType<long>().Distinct().ToList();
        if (wanted.Count == 0)
        {
            return;
        }

        var known = await db.WorkPlaces.Select(x => x.Id).ToHashSetAsync(cancellation);
        foreach (var unknown in wanted.Where(x => !known.Contains(x)))
        {
            throw EmployeeRefusals.WorkPlaceUnknown.At("workPlaceId", ("id", unknown));
        }
    }

    private static async Task RequireSupervisorsAsync(this TrainingDb db, IReadOnlyList<long> supervisors, CancellationToken cancellation)
    {
        foreach (var some in supervisors.Chunk(Some))
        {
            var known = await db.Employees.Where(x => some.Contains(x.Id)).Select(x => x.Id).ToListAsync(cancellation);
            foreach (var unknown in some.Except(known))
            {
                throw AssignmentRefusals.SupervisorUnknown.At("supervisorId", ("supervisor", unknown));
            }
        }
    }
}
