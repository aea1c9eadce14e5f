using System.IO.Compression;
using Training.Api.Tests.Hosting;

namespace Training.Api.Tests.Imports;

public sealed class Import_templates(TrainingApp app) : IClassFixture<TrainingApp>
{
    [Theory]
    [InlineData("/employees/import-template", "CS-AGENT")]
    [InlineData("/leave/import-template", "年假")]
    [InlineData("/completions/import-template", "合格")]
    [InlineData("/calendar-days/import-template", "法定节假日")]
    public async Task Every_template_offers_what_its_columns_take(string path, string choice)
    {
        var template = await (await app.AsAsync(Role.HumanResources)).WorkbookAsync(path, "zh-CN");

        using var parts = new ZipArchive(new MemoryStream(template));
        var texts = parts.Entries.Where(x => x.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(x =>
        {
            using var reader = new StreamReader(x.Open());
            return reader.ReadToEnd();
        }).ToList();
        Assert.Contains(texts, x => x.Contains("<dataValidation ", StringComparison.Ordinal) && x.Contains("type=\"list\"", StringComparison.Ordinal));
        Assert.Contains(texts, x => x.Contains(choice, StringComparison.Ordinal));
    }
}
