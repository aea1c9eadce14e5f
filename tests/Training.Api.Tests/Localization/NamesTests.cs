using CsCheck;
using Training.Api.Acts;
using Training.Api.Localization;

namespace Training.Api.Tests.Localization;

public sealed class NamesTests
{
    [Fact]
    public void Names_are_listed_by_pinyin()
    {
        string[] names = ["张伟", "李娜", "王芳", "陈静", "阿明", "赵磊"];

        var listed = names.OrderBy(x => NameOrder.SortKey(x), StringComparer.Ordinal);

        Assert.Equal(["阿明", "陈静", "李娜", "王芳", "张伟", "赵磊"], listed);
    }

    [Fact]
    public void A_reading_moves_a_name_to_where_it_is_heard()
    {
        // 单 is read dān as a word and shàn as a family name.
        Assert.True(string.CompareOrdinal(NameOrder.SortKey("单雄"), NameOrder.SortKey("李娜")) < 0);
        Assert.True(string.CompareOrdinal(NameOrder.SortKey("单雄", "善雄"), NameOrder.SortKey("李娜")) > 0);
    }

    [Theory]
    [InlineData("张")]
    [InlineData("张伟")]
    [InlineData("zw")]
    [InlineData("ZW")]
    [InlineData("ｚｗ")]
    [InlineData("wei")]
    [InlineData("zhangwei")]
    [InlineData("Zhang  Wei")]
    [InlineData("e０１7")]
    public void A_person_is_found_by_what_people_type(string typed) =>
        Assert.Contains(SearchText.Form(typed), SearchText.Of("张伟", "Zhang Wei", "E017"), StringComparison.Ordinal);

    [Theory]
    [InlineData("钱小红", null, "qxh")]
    [InlineData("欧阳娜娜", null, "oynn")]
    [InlineData("单雄", "善雄", "sx")]
    [InlineData("马丁", null, "md")]
    public void A_person_is_found_by_a_letter_for_each_character_as_it_is_read(string name, string? reading, string typed) =>
        Assert.Contains(typed, PersonNames.Of("E017", name, null, reading).SearchText.Split(' '));

    [Fact]
    public void A_person_is_not_found_by_other_initials() =>
        Assert.DoesNotContain(SearchText.Form("wz"), SearchText.Of("张伟", "Zhang Wei"), StringComparison.Ordinal);

    [Fact]
    public void The_searched_form_of_a_searched_form_is_itself() =>
        Gen.String[Gen.Char.Where(x => !char.IsSurrogate(x)), 0, 30].Sample(text =>
        {
            var form = SearchText.Form(text);

            Assert.Equal(form, SearchText.Form(form));
        });
}
