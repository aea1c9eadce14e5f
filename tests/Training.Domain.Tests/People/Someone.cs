using System.Reflection;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Tests.People;

/// <summary>People as the tests need them.</summary>
internal static class Someone
{
    public static readonly DateOnly HiredOn = new(2026, 1, 1);

    public static readonly EmployeeProfile Profile =
        new(new PersonName("张伟", "Zhang Wei", null, "zhangwei", "张伟 zhang wei zw"), null, null, null, Language.ZhCn);

    public static Engagement Full(DateOnly hiredOn, DateOnly? probationEndsOn = null) =>
        new(hiredOn, ContractKind.OpenEnded, 1m, probationEndsOn);

    public static Employee Hired(DateOnly? hiredOn = null, DateOnly? probationEndsOn = null, long id = 1) =>
        Employee.Hire("0042", Profile, Full(hiredOn ?? HiredOn, probationEndsOn)).WithId(id);

    /// <summary>The entity as the store would give it back.</summary>
    public static T WithId<T>(this T entity, long id)
        where T : class
    {
        typeof(T).GetProperty("Id", BindingFlags.Public | BindingFlags.Instance)!.SetValue(entity, id);
        return entity;
    }

    public static RuleViolation Refuses(Refusal refusal, Action act)
    {
        var violation = Assert.Throws<RuleViolation>(act);
        Assert.Equal(refusal, violation.Refusal);
        return violation;
    }
}
