using Microsoft.AspNetCore.Mvc;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Http;
using Training.Api.Http.Lists;
using Training.Domain.Plans;

namespace Training.Api.Features.Completions;

/// <summary>Which completions.</summary>
/// <param name="EmployeeId">Of this person.</param>
/// <param name="CourseId">Of this course.</param>
/// <param name="Result">With this result.</param>
/// <param name="CompletedFrom">Completed on this day or later.</param>
/// <param name="CompletedTo">Completed on this day or earlier.</param>
public sealed record CompletionFilter(
    [FromQuery(Name = "employeeId")] long? EmployeeId = null,
    [FromQuery(Name = "courseId")] long? CourseId = null,
    [FromQuery(Name = "result")] Choice<CompletionResult>? Result = null,
    [FromQuery(Name = "completedFrom")] DateOnly? CompletedFrom = null,
    [FromQuery(Name = "completedTo")] DateOnly? CompletedTo = null);

internal static class ListCompletions
{
    private static readonly Sorts<CompletionRow> Fields = new(x => x.Completion.Id, "-completedOn")
    {
        { "completedOn", x => x.Completion.CompletedOn },
        { "recordedAt", x => x.Completion.RecordedAt },
        { "name", x => x.Person.NameSortKey },
        { "employeeNumber", x => x.Person.EmployeeNumber },
        { "courseCode", x => x.Course.Code },
    };

    /// <summary>The completions of the people whom the caller may see today, and of those who were below the caller on the
    /// day of completion. <c>q</c> looks in name and number of the person.</summary>
    internal static ListOf<CompletionResponse> Handle(
        [AsParameters] CompletionFilter filter, [AsParameters] SearchRequest list, Visible visible, TrainingDb db)
    {
        var completions = visible.Completions().Where(x =>
            (filter.EmployeeId == null || x.EmployeeId == filter.EmployeeId)
            && (filter.CourseId == null || x.CourseId == filter.CourseId)
            && (filter.CompletedFrom == null || x.CompletedOn >= filter.CompletedFrom)
            && (filter.CompletedTo == null || x.CompletedOn <= filter.CompletedTo));
        if (filter.Result is { Value: var result })
        {
            completions = completions.Where(x => x.Result == result);
        }

        var rows = CompletionRow.Of(completions, db);
        if (list.Typed is { } typed)
        {
            rows = rows.Where(x => x.Person.SearchText.Contains(typed));
        }

        return ListOf.From(rows, Fields, CompletionRow.Answer, list);
    }
}
