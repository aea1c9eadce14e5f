using System.Globalization;
using System.Text;

namespace Training.Api.Localization;

/// <summary>The first letters of a Chinese text's reading: 客户服务概述 gives <c>khfwgs</c>. Read off the order of zh-CN, in which
/// characters stand by pinyin; of several readings it is the usual one.</summary>
internal static class PinyinInitials
{
    /// <summary>The first character of each letter in that order; none begin with i, u or v.</summary>
    private const string Firsts = "阿八嚓咑妸发旮哈丌咔垃妈拿噢妑七呥仨他屲夕丫帀";
    private const string Letters = "abcdefghjklmnopqrstwxyz";

    private static readonly CompareInfo Order = CultureInfo.GetCultureInfo("zh-CN").CompareInfo;

    /// <summary>Letters and digits of the text stay; everything else is left out.</summary>
    public static string Of(string text)
    {
        var initials = new StringBuilder(text.Length);
        foreach (var character in SearchText.Form(text))
        {
            if (IsHan(character))
            {
                initials.Append(InitialOf(character));
            }
            else if (char.IsAsciiLetterOrDigit(character))
            {
                initials.Append(character);
            }
        }

        return initials.ToString();
    }

    private static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fff';

    private static char InitialOf(char character)
    {
        var (low, high) = (0, Letters.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            if (Order.Compare(Firsts[middle].ToString(), character.ToString()) <= 0)
            {
                low = middle;
            }
            else
            {
                high = middle - 1;
            }
        }

        return Letters[low];
    }
}
