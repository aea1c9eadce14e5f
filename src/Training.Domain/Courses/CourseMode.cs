namespace Training.Domain.Courses;

/// <summary>How a course is taught, for the greater part.</summary>
public enum CourseMode
{
    Classroom,
    Online,

    /// <summary>At a simulated work place.</summary>
    Simulation,
    RolePlay,

    /// <summary>Cases are discussed.</summary>
    Case,
    GroupWork,
    SelfStudy,
}

/// <summary>What makes a course completed.</summary>
public enum CompletionRule
{
    /// <summary>Having taken part.</summary>
    Participation,

    /// <summary>Something that shows it has to be named.</summary>
    Evidence,

    /// <summary>A score of at least the pass mark.</summary>
    PassMark,
}
