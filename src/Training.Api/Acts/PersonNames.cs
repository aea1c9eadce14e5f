using Training.Api.Localization;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Acts;

/// <summary>Names as people are listed and searched by them.</summary>
internal static class PersonNames
{
    /// <param name="employeeNumber">People are searched by it too, and by a letter for each character: 钱小红 by <c>qxh</c>.</param>
    /// <param name="reading">How the Chinese name is read, where that differs from the usual reading.</param>
    public static PersonName Of(string employeeNumber, string zh, string? latin, string? reading) => new(
        zh, latin, reading, NameOrder.SortKey(zh, reading), SearchText.Of(zh, latin, PlainText.Key(employeeNumber), PinyinInitials.Of(reading ?? zh)));
}
