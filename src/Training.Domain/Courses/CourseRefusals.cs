using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>Why an act on a course is refused.</summary>
public static class CourseRefusals
{
    public static readonly Refusal CodeTaken = Refusal.State("course.codeTaken");
    public static readonly Refusal Retired = Refusal.State("course.retired");
    public static readonly Refusal StandardLevelOutOfRange = Refusal.Content("course.standardLevelOutOfRange");
    public static readonly Refusal HoursOutOfRange = Refusal.Content("course.hoursOutOfRange");
    public static readonly Refusal LengthOutOfRange = Refusal.Content("course.lengthOutOfRange");
    public static readonly Refusal ValidityOutOfRange = Refusal.Content("course.validityOutOfRange");
    public static readonly Refusal ModuleNumberTwice = Refusal.Content("course.moduleNumberTwice");
    public static readonly Refusal ModuleNumberOutOfRange = Refusal.Content("course.moduleNumberOutOfRange");
}
