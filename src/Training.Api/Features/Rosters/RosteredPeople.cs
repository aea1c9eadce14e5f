using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Domain.Calendars;
using Training.Domain.Rules;

namespace Training.Api.Features.Rosters;

/// <summary>Finds the roster entries of an act over many people and days, in the order in which requests are refused, in a number of
/// queries that does not grow with them.</summary>
internal sealed class RosteredPeople(TrainingDb db, Visible visible, Relations relations, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>Entries that one act sets or clears at most.</summary>
    public const int MostEntries = 1000;

    /// <summary>Refuses people of whom the caller may not know, the caller themselves, and, unless by HR, who is not a direct report of
    /// the caller or of somebody whose deputy the caller is today; naming the first in the list.</summary>
    public async Task RequireAsync(IReadOnlyList<long> employeeIds, CancellationToken cancellation)
    {
        var asked = employeeIds.Distinct().ToList();
        var known = await visible.Employees().Where(x => asked.Contains(x.Id)).Select(x => x.Id).ToHashSetAsync(cancellation);
        RefuseFirst(employeeIds, x => !known.Contains(x), CommonRefusals.Unknown);
        RefuseFirst(employeeIds, caller.Is, AccessRefusals.OwnRecord);
        if (!caller.IsHumanResources)
        {
            var direct = await relations.DirectReportsAmongAsync(asked, clock.Today, cancellation);
            RefuseFirst(employeeIds, x => !direct.Contains(x), AccessRefusals.NotInRelation);
        }
    }

    /// <summary>The entries that there are for these people on these days.</summary>
    public IQueryable<RosterEntry> Entries(IReadOnlyList<long> employeeIds, IReadOnlyList<DateOnly> days)
    {
        var (people, wanted) = (employeeIds.Distinct().ToList(), days.Distinct().ToList());
        return db.RosterEntries.Where(x => people.Contains(x.EmployeeId) && wanted.Contains(x.Day));
    }

    /// <summary>Refuses more entries than one act takes; a person or day that is given twice counts once.</summary>
    public static void RefuseTooMany(IReadOnlyList<long> employeeIds, IReadOnlyList<DateOnly> days)
    {
        var (people, wanted) = (employeeIds.Distinct().Count(), days.Distinct().Count());
        if (people * wanted > MostEntries)
        {
            throw RosterRefusals.TooMany.At("days", ("people", people), ("days", wanted), ("entries", people * wanted), ("most", MostEntries));
        }
    }

    private static void RefuseFirst(IReadOnlyList<long> employeeIds, Func<long, bool> isWrong, Refusal refusal)
    {
        foreach (var (index, id) in employeeIds.Index())
        {
            if (isWrong(id))
            {
                throw refusal.At($"employeeIds[{index}]");
            }
        }
    }
}
