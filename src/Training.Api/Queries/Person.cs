using Training.Domain.Rules;

namespace Training.Api.Queries;

/// <summary>A person as other records name them.</summary>
public sealed record Person(long Id, string EmployeeNumber, string NameZh, string? NameLatin);

/// <summary>A department, position or work place as other records name it.</summary>
public sealed record Named(long Id, string Code, Bilingual Name);
