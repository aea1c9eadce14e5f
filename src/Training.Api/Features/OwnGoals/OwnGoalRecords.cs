using Training.Api.Http.Validation;
using Training.Api.Queries;
using Training.Domain.Appraisals;
using Training.Domain.Rules;

namespace Training.Api.Features.OwnGoals;

/// <summary>What can be done to a goal of one's own.</summary>
public enum OwnGoalAct
{
    Edit,
    Delete,
    CompleteMilestone,
    NoteProgress,
}

/// <summary>A milestone as it is set.</summary>
/// <param name="Text">What is reached with it.</param>
/// <param name="DueOn">Until when; not before the quarter.</param>
/// <param name="Number">That of a milestone there is; none: a new one.</param>
public sealed record OwnGoalMilestoneRequest(
    [NotBlank, TextLength(1, OwnGoal.MaxTitleLength)] string Text, DateOnly? DueOn = null, int? Number = null);

/// <summary>A goal of one's own.</summary>
/// <param name="Title">What is to be achieved.</param>
/// <param name="Milestones">1 to 20, in their order; those that are reached are given as they are.</param>
/// <param name="Text">What it is about.</param>
public sealed record OwnGoalRequest(
    [NotBlank, TextLength(1, OwnGoal.MaxTitleLength)] string Title,
    [ItemCount(1, OwnGoal.MaxMilestones)] IReadOnlyList<OwnGoalMilestoneRequest> Milestones,
    [TextLength(0, OwnGoal.MaxTextLength)] string? Text = null)
{
    internal OwnGoalContent Content() => new(Title, Text, [.. Milestones.Select(x => new OwnGoalStep(x.Number, x.Text, x.DueOn))]);
}

/// <summary>How a goal gets on.</summary>
public sealed record NoteProgressRequest([NotBlank, TextLength(1, OwnGoal.MaxTextLength)] string Text);

/// <summary>How a goal gets on.</summary>
/// <param name="By">Who says so.</param>
public sealed record OwnGoalProgressResponse(DateTimeOffset At, Person By, string Text);

/// <summary>A goal of one's own.</summary>
/// <param name="Milestones">In their order.</param>
/// <param name="Progress">The oldest first.</param>
/// <param name="IsDone">Every milestone is reached.</param>
/// <param name="AllowedActions">What the caller may do now.</param>
public sealed record OwnGoalResponse(
    long Id, long AppraisalId, string Title, string? Text, IReadOnlyList<OwnGoalMilestone> Milestones, IReadOnlyList<OwnGoalProgressResponse> Progress,
    bool IsDone, DateTimeOffset SetAt, IReadOnlyList<OwnGoalAct> AllowedActions, int Version) : IVersioned;

/// <summary>A goal of one's own in a list.</summary>
/// <param name="Milestones">How many there are.</param>
/// <param name="MilestonesDone">How many of them are reached.</param>
/// <param name="DueOn">Until when the next of the others is due.</param>
/// <param name="ProgressNotes">How many there are.</param>
public sealed record OwnGoalItem(
    long Id, string Title, int Milestones, int MilestonesDone, DateOnly? DueOn, bool IsDone, int ProgressNotes, DateTimeOffset SetAt, int Version);
