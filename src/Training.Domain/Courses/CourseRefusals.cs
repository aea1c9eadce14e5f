using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>Why an act on a course is refused.</summary>
public static class CourseRefusals
{
    public static readonly Refusal CodeTaken = Refusal.State("course.codeTaken");
    public static readonly Refusal Retired = Refusal.State("course.retired");
    public static readonly Refusal NothingToPublish = Refusal.State("course.nothingToPublish");
    public static readonly Refusal PrerequisiteRetired = Refusal.State("course.prerequisiteRetired");
    public static readonly Refusal SuccessorRetired = Refusal.State("course.successorRetired");

    /// <summary>Values: path, the codes from the course round to itself.</summary>
    public static readonly Refusal PrerequisiteLoop = Refusal.State("course.prerequisiteLoop");

    /// <summary>The material has no file but a link.</summary>
    public static readonly Refusal MaterialIsLink = Refusal.State("course.materialIsLink");
    public static readonly Refusal TooManyMaterials = Refusal.State("course.tooManyMaterials");
    public static readonly Refusal TooManyModules = Refusal.State("course.tooManyModules");
    public static readonly Refusal TooManyQuestions = Refusal.State("course.tooManyQuestions");

    /// <summary>A question is about the module that is to go.</summary>
    public static readonly Refusal ModuleHasQuestions = Refusal.State("course.moduleHasQuestions");
    public static readonly Refusal FunctionUnknown = Refusal.Content("course.functionUnknown");
    public static readonly Refusal QuestionNumberTwice = Refusal.Content("course.questionNumberTwice");
    public static readonly Refusal QuestionNumberOutOfRange = Refusal.Content("course.questionNumberOutOfRange");
    public static readonly Refusal QuestionModuleUnknown = Refusal.Content("course.questionModuleUnknown");
    public static readonly Refusal QuestionOptionsTooFew = Refusal.Content("course.questionOptionsTooFew");
    public static readonly Refusal QuestionNotOneRight = Refusal.Content("course.questionNotOneRight");
    public static readonly Refusal QuestionNoneRight = Refusal.Content("course.questionNoneRight");
    public static readonly Refusal QuestionAnswerMissing = Refusal.Content("course.questionAnswerMissing");
    public static readonly Refusal QuestionAnswerNotOfKind = Refusal.Content("course.questionAnswerNotOfKind");
    public static readonly Refusal PrerequisiteUnknown = Refusal.Content("course.prerequisiteUnknown");
    public static readonly Refusal SuccessorUnknown = Refusal.Content("course.successorUnknown");
    public static readonly Refusal SuccessorSelf = Refusal.Content("course.successorSelf");
    public static readonly Refusal PassMarkMissing = Refusal.Content("course.passMarkMissing");
    public static readonly Refusal PassMarkWithoutRule = Refusal.Content("course.passMarkWithoutRule");
    public static readonly Refusal PassMarkOutOfRange = Refusal.Content("course.passMarkOutOfRange");
    public static readonly Refusal LinkNotWeb = Refusal.Content("course.linkNotWeb");
    public static readonly Refusal StandardLevelOutOfRange = Refusal.Content("course.standardLevelOutOfRange");
    public static readonly Refusal HoursOutOfRange = Refusal.Content("course.hoursOutOfRange");
    public static readonly Refusal LengthOutOfRange = Refusal.Content("course.lengthOutOfRange");
    public static readonly Refusal ValidityOutOfRange = Refusal.Content("course.validityOutOfRange");
    public static readonly Refusal ModuleNumberTwice = Refusal.Content("course.moduleNumberTwice");
    public static readonly Refusal ModuleNumberOutOfRange = Refusal.Content("course.moduleNumberOutOfRange");
}
