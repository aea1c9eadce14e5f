using Training.Api.Localization;

namespace Training.Api.Imports;

/// <summary>Headers to be named in a sentence, in the reader's language.</summary>
internal sealed class ColumnNames(IEnumerable<ImportColumn> columns) : ILocalText
{
    public string In(Language language) => TextForm.Of(columns.Select(x => x.Header(language)), language);
}
