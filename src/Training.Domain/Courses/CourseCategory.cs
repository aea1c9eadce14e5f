namespace Training.Domain.Courses;

/// <summary>Where a course of the catalogue comes from and what it is for.</summary>
public enum CourseCategory
{
    /// <summary>A function of the occupational standard, level 3 (the lowest).</summary>
    StandardLevel3,

    /// <summary>A function of the occupational standard, level 2.</summary>
    StandardLevel2,

    /// <summary>A function of the occupational standard, level 1 (the highest).</summary>
    StandardLevel1,

    /// <summary>Ethics and general foundations, common to every level.</summary>
    Basics,

    /// <summary>Service concepts, principles and systems.</summary>
    KnowledgeBase,

    /// <summary>Talking and writing to customers.</summary>
    Communication,

    /// <summary>Complaints and disputes.</summary>
    Complaint,

    /// <summary>Conduct and confidentiality.</summary>
    Discipline,

    /// <summary>A training outline of the company.</summary>
    TrainingOutline,

    /// <summary>A chapter of a book.</summary>
    Book,
}

/// <summary>The unit of a length of time in a course or a plan. A week is seven calendar days.</summary>
public enum LengthUnit
{
    Days,
    Weeks,
}
