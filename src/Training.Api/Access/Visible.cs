using Training.Api.Data;
using Training.Domain.Calendars;
using Training.Domain.People;
using Training.Domain.Plans;
using Training.Domain.Standards;

namespace Training.Api.Access;

/// <summary>What the person who asks may know of. Every read of a person's records starts here; what is not in the query
/// does not exist for the caller. Lines are joined on the day that decides for the record.</summary>
internal sealed partial class Visible(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    /// <summary>Everybody to HR; to others themselves, who stands below them today, and who stands below somebody whose deputy
    /// they are today, unless these stand above them.</summary>
    public IQueryable<Employee> Employees()
    {
        if (caller.IsHumanResources)
        {
            return db.Employees;
        }

        var known = Known();
        return db.Employees.Where(x => known.Contains(x.Id));
    }

    /// <summary>The caller and who stands below them: one set of ids, from few to many, so that the store reads these people, and does
    /// not ask about everybody whether they are among them.</summary>
    private IQueryable<long> Known()
    {
        var self = caller.EmployeeId ?? 0;
        return db.Employees.Where(x => x.Id == self).Select(x => x.Id).Concat(LinesToday().Select(x => x.EmployeeId));
    }

    /// <summary>Who stands below the caller, or below somebody whose deputy they are, today, themselves left out; direct reports
    /// alone when asked.</summary>
    public IQueryable<Employee> Team(bool directOnly = false)
    {
        var (self, below) = (caller.EmployeeId ?? 0, Below(directOnly));
        return db.Employees.Where(x => x.Id != self && below.Contains(x.Id));
    }

    /// <summary>The training items of <see cref="Team"/>.</summary>
    public IQueryable<TrainingItem> TeamItems(bool directOnly)
    {
        var (self, below) = (caller.EmployeeId ?? 0, Below(directOnly));
        return db.TrainingItems.Where(x => x.EmployeeId != self && below.Contains(x.EmployeeId));
    }

    private IQueryable<long> Below(bool directOnly) => LinesToday().Where(x => !directOnly || x.IsDirect).Select(x => x.EmployeeId);

    /// <summary>From the seats of the caller to everybody below them, without the people above the caller: nobody gets to see
    /// these as a deputy.</summary>
    private IQueryable<ReportingLine> LinesToday()
    {
        var (today, seats, above) = (clock.Today, Seats(), AboveToday());
        return db.ReportingLines.Where(x => x.From <= today && (x.To == null || x.To >= today)
            && seats.Contains(x.SupervisorId) && !above.Contains(x.EmployeeId));
    }

    /// <summary>The supervisors for whom the caller sees a team today: themselves, and those who named them their deputy.</summary>
    private IQueryable<long> Seats()
    {
        var (self, today) = (caller.EmployeeId ?? 0, clock.Today);
        return db.Employees.Where(x => x.Id == self).Select(x => x.Id)
            .Concat(db.Delegations.Where(x => x.DeputyId == self && x.From <= today && x.To >= today).Select(x => x.SupervisorId));
    }

    /// <summary>Assignments of the people who are visible today.</summary>
    public IQueryable<Assignment> Assignments() => db.Assignments.Where(x => Employees().Any(e => e.Id == x.EmployeeId));

    /// <summary>Leave of the people who are visible today.</summary>
    public IQueryable<LeaveRecord> LeaveRecords() => db.LeaveRecords.Where(x => Employees().Any(e => e.Id == x.EmployeeId));

    /// <summary>Roster entries of the people who are visible today.</summary>
    public IQueryable<RosterEntry> RosterEntries()
    {
        var known = Known();
        return caller.IsHumanResources ? db.RosterEntries : db.RosterEntries.Where(x => known.Contains(x.EmployeeId));
    }

    /// <summary>Whose pay: to Payroll everybody's; to HR that of people who do not stand above them in their line today; to
    /// anybody their own.</summary>
    public IQueryable<Employee> Paid()
    {
        var self = caller.EmployeeId ?? 0;
        if (caller.IsPayroll)
        {
            return db.Employees;
        }

        return caller.IsHumanResources ? NotAbove() : db.Employees.Where(x => x.Id == self);
    }

    /// <summary>Whose scores: to HR those of people who do not stand above them in their line today; to others their own and those of
    /// who stands below them.</summary>
    public IQueryable<Employee> Scored() => caller.IsHumanResources ? NotAbove() : Employees();

    /// <summary>Everybody but those who stand above the caller today.</summary>
    private IQueryable<Employee> NotAbove()
    {
        var above = AboveToday();
        return db.Employees.Where(x => !above.Contains(x.Id));
    }

    /// <summary>Those who stand above the caller today.</summary>
    private IQueryable<long> AboveToday()
    {
        var (self, today) = (caller.EmployeeId ?? 0, clock.Today);
        return db.ReportingLines.Where(x => x.EmployeeId == self && x.From <= today && (x.To == null || x.To >= today)).Select(x => x.SupervisorId);
    }

    /// <summary>Base wages of those whose pay is visible.</summary>
    public IQueryable<BaseWage> BaseWages() => db.BaseWages.Where(x => Paid().Any(e => e.Id == x.EmployeeId));

    /// <summary>Delegations: to HR all; to others those they gave or hold.</summary>
    public IQueryable<Delegation> Delegations()
    {
        var self = caller.EmployeeId ?? 0;
        return caller.IsHumanResources ? db.Delegations : db.Delegations.Where(x => x.SupervisorId == self || x.DeputyId == self);
    }

    /// <summary>Rule documents: to HR all; to others the published ones that are meant for them.
    /// <paramref name="departments"/> is the caller's department today and all above it.</summary>
    public IQueryable<DocumentVersion> Documents(IReadOnlyCollection<long> departments) => caller.IsHumanResources
        ? db.DocumentVersions
        : db.DocumentVersions.Where(x => x.PublishedAt != null
            && (!x.Audience.Any() || x.Audience.Any(y => departments.Contains(y.DepartmentId))));

    /// <summary>Occupational standards: to HR all; to others those with an edition in force.</summary>
    public IQueryable<Standard> Standards() =>
        caller.IsHumanResources ? db.Standards : db.Standards.Where(x => x.Editions.Any(y => y.PublishedAt != null));

    /// <summary>Plans with all that belongs to them: to HR and to approvers all; to others those they wrote.</summary>
    public IQueryable<Plan> Plans()
    {
        var (account, self) = (caller.AccountId, caller.EmployeeId);
        return caller.IsHumanResources || caller.IsApprover
            ? db.Plans
            : db.Plans.Where(x => x.AuthorAccountId == account || (self != null && x.AuthorEmployeeId == self));
    }

    /// <summary>Plans to be read: <see cref="Plans"/>, and those that ask, or asked, something of the people who are visible today.</summary>
    public IQueryable<Plan> ReadablePlans()
    {
        var (known, own) = (Known(), Plans().Select(x => x.Id));
        var asking = db.TrainingItems.Where(x => known.Contains(x.EmployeeId)).Select(x => x.PlanId);
        return caller.IsHumanResources || caller.IsApprover ? db.Plans : db.Plans.Where(x => own.Contains(x.Id) || asking.Contains(x.Id));
    }

    /// <summary>Training items of the people who are visible today.</summary>
    public IQueryable<TrainingItem> TrainingItems()
    {
        var known = Known();
        return caller.IsHumanResources ? db.TrainingItems : db.TrainingItems.Where(x => known.Contains(x.EmployeeId));
    }

    /// <summary>Completions of the people who are visible today, or were below the caller on the day of completion.</summary>
    public IQueryable<Completion> Completions()
    {
        var self = caller.EmployeeId ?? 0;
        return db.Completions.Where(x => Employees().Any(e => e.Id == x.EmployeeId) || db.ReportingLines.Any(line =>
            line.SupervisorId == self && line.EmployeeId == x.EmployeeId && line.From <= x.CompletedOn
            && (line.To == null || line.To >= x.CompletedOn)));
    }
}
