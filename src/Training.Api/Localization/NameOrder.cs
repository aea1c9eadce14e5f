using System.Globalization;
using Training.Domain.Rules;

namespace Training.Api.Localization;

/// <summary>The order in which names are listed: as zh-CN readers expect it (by pinyin). The key is kept in a column and
/// compared byte by byte, so that every store lists alike.</summary>
internal static class NameOrder
{
    private static readonly Lazy<CompareInfo> Compare = new(() => CultureInfo.GetCultureInfo("zh-CN").CompareInfo);

    /// <summary>Names that are the same for as long as this are listed in any order.</summary>
    public const int Longest = 2000;

    /// <summary>The sort key as hexadecimal text. <paramref name="reading"/> replaces the name where its characters have a
    /// second pronunciation: it is written with characters that sound right (单 as a family name: 善).</summary>
    public static string SortKey(string name, string? reading = null) =>
        PlainText.Cut(Convert.ToHexString(Compare.Value.GetSortKey(PlainText.OrNull(reading) ?? PlainText.Of(name)).KeyData), Longest);

    /// <summary>Fails with a plain sentence when the machine cannot order Chinese names; called at start.</summary>
    public static void RequireIcu()
    {
        if (!CanOrder())
        {
            throw new InvalidOperationException(
                "Chinese names cannot be ordered on this machine: the ICU library is missing or globalization is switched "
                + "off. Install it (Debian 12: apt-get install libicu72) and leave DOTNET_SYSTEM_GLOBALIZATION_INVARIANT unset.");
        }
    }

    private static bool CanOrder()
    {
        try
        {
            // By pinyin 阿 (a) < 李 (li) < 张 (zhang); by code point 张 comes before 李.
            return string.CompareOrdinal(SortKey("阿"), SortKey("李")) < 0
                && string.CompareOrdinal(SortKey("李"), SortKey("张")) < 0;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
