using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.Employees;

/// <summary>Reads a person as the caller may see them.</summary>
internal sealed class ShowEmployee(TrainingDb db, Visible visible, Relations relations, CurrentPerson caller, OrganisationClock clock)
{
    public async Task<EmployeeResponse> RunAsync(long id, CancellationToken cancellation)
    {
        var employee = await visible.Employees().AsNoTracking().Where(x => x.Id == id).Whole().OneAsync(cancellation);
        var placed = await db.Assignments.AsNoTracking()
            .Where(x => x.EmployeeId == id && x.From <= clock.Today && (x.To == null || x.To >= clock.Today))
            .WithPlaces(db).SingleOrDefaultAsync(cancellation);
        var workPlace = await db.WorkPlaces.Where(x => x.Id == employee.WorkPlaceId)
            .Select(x => new Named(x.Id, x.Code, new Bilingual(x.NameZh, x.NameEn))).SingleOrDefaultAsync(cancellation);
        var relation = await relations.ToAsync(id, clock.Today, cancellation);
        var reader = new PeriodReader(caller.IsHumanResources && relation != Relation.Own, relation != Relation.Own);
        var people = await DecidersAsync(employee, cancellation);
        return Of(
            employee,
            placed,
            workPlace,
            [.. employee.Periods.OrderBy(x => x.HiredOn).Select(x => PeriodResponse.Of(x, reader, people))],
            [.. ActsOn(employee, relation)]);
    }

    /// <summary>Who proposed or decided in the probations, by id.</summary>
    private async Task<IReadOnlyDictionary<long, Person>> DecidersAsync(Employee employee, CancellationToken cancellation)
    {
        var ids = employee.Periods.Select(x => x.Probation)
            .SelectMany(x => new[] { x.ProposedById, x.ProposedForId, x.DecidedById }).OfType<long>().Distinct().ToList();
        return await db.Employees.Where(x => ids.Contains(x.Id))
            .Select(x => new Person(x.Id, x.EmployeeNumber, x.NameZh, x.NameLatin)).ToDictionaryAsync(x => x.Id, cancellation);
    }

    private EmployeeResponse Of(
        Employee x, Placed? placed, Named? workPlace, IReadOnlyList<PeriodResponse> periods, IReadOnlyList<EmployeeAct> acts) => new(
        x.Id,
        x.EmployeeNumber,
        x.NameZh,
        x.NameLatin,
        x.NameReading,
        x.WorkEmail,
        x.Mobile,
        workPlace,
        x.Language,
        EmploymentStates.Of(x, clock.Today),
        placed is null ? null : new(placed.Department.Id, placed.Department.Code, new(placed.Department.NameZh, placed.Department.NameEn)),
        placed is null ? null : new(placed.Position.Id, placed.Position.Code, new(placed.Position.NameZh, placed.Position.NameEn)),
        placed?.Supervisor is { } above ? new(above.Id, above.EmployeeNumber, above.NameZh, above.NameLatin) : null,
        periods,
        [.. x.Educations.OrderBy(y => y.Id).Select(EducationRecord.Of)],
        [.. x.Titles.OrderBy(y => y.Id).Select(TitleRecord.Of)],
        [.. x.EarlierCertificates.OrderBy(y => y.Id).Select(CertificateRecord.Of)],
        acts,
        x.Version);

    private IEnumerable<EmployeeAct> ActsOn(Employee employee, Relation relation)
    {
        var probation = employee.LatestPeriod.Probation;
        var isOnProbation = probation.State is ProbationState.Running or ProbationState.Extended;
        if (relation == Relation.Own)
        {
            yield return EmployeeAct.SetLanguage;
            yield break;
        }

        if (caller.IsHumanResources)
        {
            yield return EmployeeAct.EditProfile;
            yield return EmployeeAct.EditRecords;
            yield return employee.LatestPeriod.LeftOn is null ? EmployeeAct.EndEmployment : EmployeeAct.Rehire;
            yield return EmployeeAct.CorrectEmployment;
            yield return EmployeeAct.ChangeAssignment;
        }

        if (relation == Relation.DirectReport && isOnProbation)
        {
            yield return EmployeeAct.ProposeProbation;
        }

        if (caller is { IsHumanResources: true, EmployeeId: not null } && isOnProbation && probation.ProposedOutcome is not null)
        {
            yield return EmployeeAct.DecideProbation;
        }
    }
}
