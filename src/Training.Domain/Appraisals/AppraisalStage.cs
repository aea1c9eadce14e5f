namespace Training.Domain.Appraisals;

/// <summary>How far the appraisal of a person has come.</summary>
public enum AppraisalStage
{
    /// <summary>Targets are being agreed.</summary>
    Targets,
}

/// <summary>Whether a segment has its score.</summary>
public enum AppraisalSegmentState
{
    /// <summary>Its supervisor has still to score it.</summary>
    Open,
}

/// <summary>Why somebody has no appraisal in a cycle.</summary>
public enum LeftOutReason
{
    /// <summary>The population rule leaves out their contract or their probation.</summary>
    OutsidePopulation,

    /// <summary>None of their positions in the quarter has a template in the cycle.</summary>
    NoTemplate,

    /// <summary>Nobody stands above them in any of their places.</summary>
    NobodyAbove,
}
