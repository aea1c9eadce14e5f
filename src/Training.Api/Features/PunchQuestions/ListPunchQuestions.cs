using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Incentives;

namespace Training.Api.Features.PunchQuestions;

/// <summary>Which questions.</summary>
/// <param name="EmployeeId">About this person.</param>
/// <param name="State">That stand so.</param>
/// <param name="DayFrom">Of this day or later.</param>
/// <param name="DayTo">Of this day or earlier.</param>
public sealed record PunchQuestionFilter(
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "state")] Choice<PunchQuestionState>? State = null,
    [FromQuery(Name = "dayFrom")] DateOnly? DayFrom = null,
    [FromQuery(Name = "dayTo")] DateOnly? DayTo = null);

internal static class ListPunchQuestions
{
    private static readonly Sorts<PunchQuestionRow> Fields = new(x => x.Question.Id, "day,name")
    {
        { "day", x => x.Question.Day },
        { "askedAt", x => x.Question.AskedAt },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
    };

    /// <summary>Questions about shifts with a missing punch: to HR all; to supervisors those about the people who stood below them on that
    /// day. <c>q</c> looks in name and number of the person.</summary>
    internal static ListOf<PunchQuestionListItem> Handle(
        [AsParameters] PunchQuestionFilter filter, [AsParameters] SearchRequest list, Visible visible, TrainingDb db)
    {
        var questions = visible.PunchQuestions().Where(x => (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId)
            && (filter.DayFrom == null || x.Day >= filter.DayFrom)
            && (filter.DayTo == null || x.Day <= filter.DayTo));
        if (filter.State is { Value: var state })
        {
            questions = questions.Where(x => x.State == state);
        }

        if (list.Typed is { } typed)
        {
            questions = questions.Where(x => db.Employees.Any(y => y.Id == x.EmployeeId && y.SearchText.Contains(typed)));
        }

        return ListOf.From(
            questions,
            PunchQuestionRow.Of(questions, db),
            Fields,
            x => new PunchQuestionListItem(
                x.Question.Id, x.Person.Id, x.Person.EmployeeNumber, x.Person.NameZh, x.Person.NameLatin, x.Question.Day, x.Question.Missing,
                x.Question.State, x.Question.AskedAt, x.Question.Answer, x.Question.Minutes, x.Question.EventId, x.Question.AnsweredAt,
                x.Question.Version),
            list);
    }
}
