using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http.Lists;
using Training.Api.Localization;
using Training.Api.Queries;
using Training.Domain.People;
using Training.Domain.Plans;
using Language = Training.Api.Localization.Language;

namespace Training.Api.Features.Plans;

/// <summary>Somebody in the audience of a plan; <c>reason</c> says in the reader's language which conditions they meet.</summary>
public sealed record PlanAudienceItem(
    long Id,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    string DepartmentCode,
    string DepartmentNameZh,
    string? DepartmentNameEn,
    string PositionCode,
    string PositionNameZh,
    string? PositionNameEn,
    DateOnly HiredOn,
    ContractKind ContractKind,
    string Reason);

internal static class ListPlanAudience
{
    private sealed class Row
    {
        public required AudienceFacts Facts { get; init; }

        public required Employee Person { get; init; }

        public required Department Department { get; init; }

        public required Position Position { get; init; }
    }

    private static readonly Sorts<Row> Fields = new(x => x.Person.Id, "departmentCode,name")
    {
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "departmentCode", x => x.Department.Code },
        { "positionCode", x => x.Position.Code },
        { "hiredOn", x => x.Facts.HiredOn },
    };

    /// <summary>Whom the audience rule of the plan admits on a day (today unless <c>on</c> is given) and why, of those whom the
    /// caller may see. A preview: it gives nobody anything.</summary>
    internal static async Task<ListOf<PlanAudienceItem>> HandleAsync(
        long id,
        [FromQuery(Name = "on")] DateOnly? day,
        [AsParameters] ListRequest list,
        HttpContext context,
        Visible visible,
        TrainingDb db,
        OrganisationClock clock,
        CancellationToken cancellation)
    {
        var plan = await visible.Plans().AsNoTracking().Where(x => x.Id == id).OneAsync(cancellation);
        var (rule, language) = (plan.Audience, ReaderLanguage.Of(context));
        var rows =
            from facts in await db.AudienceAsync(rule, day ?? clock.Today, cancellation)
            join person in visible.Employees() on facts.EmployeeId equals person.Id
            join department in db.Departments on facts.DepartmentId equals department.Id
            join position in db.Positions on facts.PositionId equals position.Id
            select new Row { Facts = facts, Person = person, Department = department, Position = position };
        return ListOf.From(
            rows,
            Fields,
            x => new PlanAudienceItem(
                x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Department.Code, x.Department.NameZh,
                x.Department.NameEn, x.Position.Code, x.Position.NameZh, x.Position.NameEn, x.Facts.HiredOn, x.Facts.ContractKind,
                ReasonOf(language, rule, x.Department.Id, x.Department.Code, x.Position.Code, x.Facts.HiredOn, x.Facts.ContractKind)),
            list);
    }

    private static string ReasonOf(
        Language language, AudienceRule rule, long departmentId, string departmentCode, string positionCode, DateOnly hiredOn, ContractKind kind)
    {
        (string, object?)[] values = [("department", departmentCode), ("position", positionCode), ("hiredOn", hiredOn), ("kind", kind)];
        return string.Join(
            language == Language.Chinese ? "；" : "; ",
            rule.Reasons(departmentId).Select(x => Texts.Of(language, Texts.CodeOf(typeof(AudienceReason), x.ToString()), values)));
    }
}
