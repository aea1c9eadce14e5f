namespace Training.Api.Localization;

/// <summary>What a course is listed and found by.</summary>
internal static class CourseText
{
    public static string SortKey(string nameZh) => NameOrder.SortKey(nameZh);

    /// <summary>Names, code, and the initials of both names: 客户服务概述 is found by 客户, <c>khfw</c>, <c>overview</c>.</summary>
    public static string SearchText(string nameZh, string? nameEn, string code) =>
        Localization.SearchText.Of(nameZh, nameEn, code, PinyinInitials.Of(nameZh));
}
