using System.Globalization;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>A made-up person, and how employment went on.</summary>
/// <param name="Leaving">None: still employed.</param>
/// <param name="Return">A later employment under the same number.</param>
internal sealed record MadeUpPerson(NewEmployee Person, Leaving? Leaving, Engagement? Return);

/// <summary>Where made-up people are placed: the ids of the departments by their place in the shape, of work places and of
/// positions.</summary>
internal sealed record MadeUpPlaces(IReadOnlyList<long> Departments, IReadOnlyList<long> WorkPlaces, long Manager, long Supervisor, IReadOnlyList<long> Staff);

/// <summary>Makes people up: plausible names in both scripts, hired over the last eight years, supervisors before those below
/// them, some of the staff gone and some of these back. The same seed, day and shape make the same people.</summary>
internal sealed class MadeUpPeople(CompanyShape shape, int seed, DateOnly today)
{
    private const int Years = 8;

    /// <summary>Days within which the supervisors of one level are hired, level after level.</summary>
    private const int DaysPerLevel = 150;

    private static readonly (string Zh, string Latin)[] Families = Pairs(
        "王 Wang 李 Li 张 Zhang 刘 Liu 陈 Chen 杨 Yang 黄 Huang 赵 Zhao 吴 Wu 周 Zhou 徐 Xu 孙 Sun 马 Ma 朱 Zhu 胡 Hu 郭 Guo 何 He 林 Lin 高 Gao "
        + "罗 Luo 郑 Zheng 梁 Liang 谢 Xie 宋 Song 唐 Tang 许 Xu 韩 Han 冯 Feng 邓 Deng 曹 Cao 彭 Peng 曾 Zeng 肖 Xiao 田 Tian 董 Dong 潘 Pan "
        + "袁 Yuan 蔡 Cai 蒋 Jiang 余 Yu 欧阳 Ouyang 上官 Shangguan");

    private static readonly (string Zh, string Latin)[] Given = Pairs(
        "伟 wei 芳 fang 娜 na 敏 min 静 jing 丽 li 强 qiang 磊 lei 军 jun 洋 yang 勇 yong 艳 yan 杰 jie 娟 juan 涛 tao 明 ming 超 chao 秀 xiu 霞 xia "
        + "平 ping 刚 gang 桂 gui 文 wen 英 ying 华 hua 玉 yu 建 jian 国 guo 红 hong 春 chun 梅 mei 海 hai 燕 yan 晨 chen 思 si 雨 yu 佳 jia 欣 xin "
        + "子 zi 涵 han 浩 hao 宇 yu 婷 ting 晓 xiao 慧 hui 志 zhi 鹏 peng 雪 xue 琳 lin 俊 jun");

    private static readonly string[] Reasons = ["个人发展", "合同到期", "家庭原因", "另谋高就"];

    private readonly Random _random = new(seed);

    /// <param name="numberOf">The employee number by place in the shape.</param>
    /// <param name="places">Where they work.</param>
    /// <returns>In the order of the shape.</returns>
    public IReadOnlyList<MadeUpPerson> Make(Func<int, string> numberOf, MadeUpPlaces places) =>
        [.. Enumerable.Range(0, shape.People).Select(x => MakeOne(x, numberOf, places))];

    private MadeUpPerson MakeOne(int place, Func<int, string> numberOf, MadeUpPlaces places)
    {
        var number = numberOf(place);
        var (family, given) = (Pick(Families), Name());
        var department = CompanyShape.DepartmentOf(place);
        // An address that nobody has, and no mobile number, which somebody might have.
        var profile = new EmployeeProfile(
            PersonNames.Of(number, family.Zh + given.Zh, $"{family.Latin} {given.Latin}", null),
            $"{given.Latin}.{family.Latin}.{number}@example.com".ToLowerInvariant(),
            null,
            places.WorkPlaces[department % places.WorkPlaces.Count],
            Chance(15) ? Language.En : Language.ZhCn);
        var hiredOn = HiredOn(place);
        var placement = new Placement(places.Departments[department], PositionOf(place, places), null);
        var supervisor = shape.SupervisorOf(place) is { } above ? numberOf(above) : null;
        var leaving = CompanyShape.IsStaff(place) && Chance(10) ? LeavingOf(hiredOn) : null;
        return new(
            new NewEmployee(number, profile, EngagementOf(hiredOn), placement, supervisor),
            leaving,
            leaving is not null && Chance(25) ? ReturnAfter(leaving.LeftOn) : null);
    }

    private (string Zh, string Latin) Name()
    {
        var first = Pick(Given);
        var second = Chance(70) ? Pick(Given) : default;
        return (first.Zh + second.Zh, CultureInfo.InvariantCulture.TextInfo.ToTitleCase(first.Latin + second.Latin));
    }

    private long PositionOf(int place, MadeUpPlaces places) =>
        CompanyShape.IsStaff(place) ? places.Staff[_random.Next(places.Staff.Count)]
            : CompanyShape.IsHead(place) && shape.LevelOf(place) < 2 ? places.Manager
            : places.Supervisor;

    private DateOnly HiredOn(int place)
    {
        var first = today.AddYears(-Years);
        var level = shape.LevelOf(place);
        return first.AddDays(CompanyShape.IsStaff(place)
            ? _random.Next(DaysPerLevel * level, today.DayNumber - first.DayNumber)
            : (DaysPerLevel * level) + _random.Next(DaysPerLevel));
    }

    private Engagement EngagementOf(DateOnly hiredOn)
    {
        var kind = _random.Next(100) switch { < 65 => ContractKind.OpenEnded, < 90 => ContractKind.FixedTerm, < 95 => ContractKind.Agency, _ => ContractKind.PartTime };
        var probationEndsOn = hiredOn.AddMonths(3).AddDays(-1);
        return new(hiredOn, kind, kind == ContractKind.PartTime ? 0.5m : 1m, probationEndsOn < today ? null : probationEndsOn);
    }

    /// <summary>At least 60 days after the first, and before today.</summary>
    private Leaving? LeavingOf(DateOnly hiredOn)
    {
        var days = today.DayNumber - hiredOn.DayNumber;
        return days > 61 ? new(hiredOn.AddDays(_random.Next(60, days)), Pick(Reasons)) : null;
    }

    private Engagement? ReturnAfter(DateOnly leftOn)
    {
        var day = leftOn.AddDays(_random.Next(30, 400));
        return day < today ? EngagementOf(day) : null;
    }

    private bool Chance(int percent) => _random.Next(100) < percent;

    private T Pick<T>(T[] among) => among[_random.Next(among.Length)];

    private static (string Zh, string Latin)[] Pairs(string words) =>
        [.. words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2).Select(x => (PlainText.Of(x[0]), x[1]))];
}
