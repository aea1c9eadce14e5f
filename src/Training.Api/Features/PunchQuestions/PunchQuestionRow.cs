using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Incentives;
using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Api.Features.PunchQuestions;

/// <summary>A question with its person.</summary>
internal sealed class PunchQuestionRow
{
    public required PunchQuestion Question { get; init; }

    public required Employee Person { get; init; }

    public static IQueryable<PunchQuestionRow> Of(IQueryable<PunchQuestion> questions, TrainingDb db) =>
        from question in questions.AsNoTracking()
        join person in db.Employees on question.EmployeeId equals person.Id
        select new PunchQuestionRow { Question = question, Person = person };
}

/// <summary>A question about a shift with a missing punch, in a list.</summary>
/// <param name="Day">The day on which the shift starts.</param>
/// <param name="Missing">Which punch is not there.</param>
/// <param name="Minutes">Minutes late, as answered.</param>
/// <param name="EventId">The lateness that came of the answer.</param>
public sealed record PunchQuestionListItem(
    long Id,
    long EmployeeId,
    string EmployeeNumber,
    string NameZh,
    string? NameLatin,
    DateOnly Day,
    MissingPunch Missing,
    PunchQuestionState State,
    DateTimeOffset AskedAt,
    PunchAnswer? Answer,
    int? Minutes,
    long? EventId,
    DateTimeOffset? AnsweredAt,
    int Version);

/// <summary>A question about a shift with a missing punch.</summary>
/// <param name="Day">The day on which the shift starts.</param>
/// <param name="Missing">Which punch is not there.</param>
/// <param name="Minutes">Minutes late, as answered.</param>
/// <param name="AnsweredFor">The supervisor in whose place a deputy answered.</param>
/// <param name="EventId">The lateness that came of the answer.</param>
/// <param name="AllowedActions">What the caller can do to it now.</param>
public sealed record PunchQuestionResponse(
    long Id,
    Person Employee,
    DateOnly Day,
    MissingPunch Missing,
    PunchQuestionState State,
    DateTimeOffset AskedAt,
    PunchAnswer? Answer,
    int? Minutes,
    string? Note,
    Person? AnsweredBy,
    Person? AnsweredFor,
    DateTimeOffset? AnsweredAt,
    long? EventId,
    IReadOnlyList<PunchQuestionAct> AllowedActions,
    int Version) : IVersioned;
