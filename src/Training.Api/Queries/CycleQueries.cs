using Microsoft.EntityFrameworkCore;
using Training.Domain.Appraisals;

namespace Training.Api.Queries;

internal static class CycleQueries
{
    /// <summary>Held by every write that makes or edits cycles and their appraisals, segments, reviews, set-asides and adjustments: there is
    /// one cycle for a quarter and one appraisal for each person in it, and the stage of an appraisal follows from all of these.</summary>
    public const string Lock = "appraisal-cycles";

    /// <summary>With its templates.</summary>
    public static IQueryable<AppraisalCycle> Whole(this IQueryable<AppraisalCycle> cycles) => cycles.Include(x => x.Templates).AsSingleQuery();
}
