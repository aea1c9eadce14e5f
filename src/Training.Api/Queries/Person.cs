using Training.Api.Localization;
using Training.Domain.Rules;

namespace Training.Api.Queries;

/// <summary>A person as other records name them.</summary>
public sealed record Person(long Id, string EmployeeNumber, string NameZh, string? NameLatin)
{
    /// <summary>The name as it is printed for who reads the language: beside a Latin name the Chinese one stands too.</summary>
    internal string In(Language language) => language == Language.English && NameLatin is not null ? $"{NameLatin} ({NameZh})" : NameZh;
}

/// <summary>A department, position or work place as other records name it.</summary>
public sealed record Named(long Id, string Code, Bilingual Name);
