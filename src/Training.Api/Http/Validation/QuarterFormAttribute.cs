using Training.Api.Errors;
using Training.Domain.Calendars;

namespace Training.Api.Http.Validation;

/// <summary>A quarter of the calendar year as <c>2026Q4</c>.</summary>
public sealed class QuarterFormAttribute : ShapeAttribute
{
    internal override Fault Describe() => new("fault.quarter");

    internal override bool Holds(object value) => value is string text && Quarter.Parse(text) is not null;
}
