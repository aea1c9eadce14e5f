namespace Training.Domain.Courses;

/// <summary>That a course serves a function of an occupational standard. A function is named by its code, which is the same in
/// every edition of the standard.</summary>
public sealed class CourseFunction
{
    internal CourseFunction(string functionCode) => FunctionCode = functionCode;

    private CourseFunction()
    {
    }

    public long Id { get; private set; }

    public long CourseId { get; private set; }

    /// <summary>Standard, level and number: <c>CSM-3-1</c>; once in the course.</summary>
    public string FunctionCode { get; private set; } = "";
}
