namespace Training.Api.Localization;

/// <summary>A value of a sentence that reads differently in each language.</summary>
internal interface ILocalText
{
    string In(Language language);
}
