using Training.Domain.People;
using Kept = Training.Domain.People.Language;

namespace Training.Api.Imports.Employees;

/// <summary>The columns of the employee import, in the order of its template.</summary>
internal static class EmployeeColumns
{
    private static readonly ImportColumns Make = new("employees");

    public static readonly ImportColumn<string> Number = Make.Key("employeeNumber", required: true, example: _ => "007", aliases: ["员工编号", "员工号", "Staff number"]);
    public static readonly ImportColumn<string> NameZh = Make.Text("nameZh", 60, required: true, example: _ => "张伟", aliases: ["姓名", "Name"]);
    public static readonly ImportColumn<string> NameLatin = Make.Text("nameLatin", 100, example: _ => "Zhang Wei", aliases: ["英文名"]);
    public static readonly ImportColumn<string> NameReading = Make.Text("nameReading", 60);
    public static readonly ImportColumn<string> WorkEmail = Make.Text("workEmail", 254, example: _ => "zhang.wei@example.com", aliases: ["邮箱", "Email"]);
    public static readonly ImportColumn<string> Mobile = Make.Text("mobile", 40, example: _ => "13800000000", aliases: ["手机", "手机号", "Phone"]);
    public static readonly ImportColumn<string> WorkPlace = Make.Key("workPlaceCode");
    public static readonly ImportColumn<Kept?> Language = Make.Choice<Kept>("language", example: Kept.ZhCn);
    public static readonly ImportColumn<string> Department = Make.Key("departmentCode", required: true, example: _ => "CS");
    public static readonly ImportColumn<string> Position = Make.Key("positionCode", required: true, example: _ => "CS-AGENT");
    public static readonly ImportColumn<string> Supervisor = Make.Key("supervisorNumber", example: _ => "001", aliases: ["上级工号", "Supervisor"]);
    public static readonly ImportColumn<DateOnly?> HiredOn = Make.Day("hiredOn", required: true, example: new(2026, 3, 1), aliases: ["入职时间"]);
    public static readonly ImportColumn<ContractKind?> Contract = Make.Choice<ContractKind>("contractKind", example: ContractKind.OpenEnded, aliases: ["合同类型"]);
    public static readonly ImportColumn<decimal?> WorkShare = Make.Decimal("workShare", 2, example: 1m);
    public static readonly ImportColumn<DateOnly?> ProbationEndsOn = Make.Day("probationEndsOn", example: new(2026, 5, 31));

    /// <summary>From when a changed department, position or supervisor holds; today where it is empty.</summary>
    public static readonly ImportColumn<DateOnly?> PlacedFrom = Make.Day("placedFrom");

    public static IReadOnlyList<ImportColumn> All { get; } =
    [
        Number, NameZh, NameLatin, NameReading, WorkEmail, Mobile, WorkPlace, Language, Department, Position, Supervisor,
        HiredOn, Contract, WorkShare, ProbationEndsOn, PlacedFrom,
    ];
}
