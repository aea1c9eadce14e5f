using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Domain.Appraisals;
using Training.Domain.Calendars;

namespace Training.Api.Tests.Walks;

internal sealed partial class Crowd
{
    /// <summary>Shared notes and own goals, so many, of one of the crowd, whose appraisal has a segment.</summary>
    private async Task AddAppraisalNotesAsync(TrainingDb db, IReadOnlyList<long> people)
    {
        var quarter = Quarter.Parse("2025Q4")!.Value;
        if (_done == 0)
        {
            _ids["ListOwnGoals"] = _ids["ListAppraisalNotes"] = await db.Appraisals
                .Where(x => x.CycleId == _ids["ListOpenSegments"] && x.EmployeeId == people[0]).Select(x => x.Id).SingleAsync();
        }

        var id = _ids["ListAppraisalNotes"];
        var appraisal = await db.Appraisals.SingleAsync(x => x.Id == id);
        db.AppraisalNotes.AddRange(New(people.Count).Select(i => AppraisalNote.Write(
            new(AppraisalNoteKind.Observation, quarter.FirstDay.AddDays(i % quarter.Days), $"众{i}", IsShared: true), new(_caller, null),
            new(appraisal, quarter, null, Today), app.Clock.GetUtcNow())));
        db.OwnGoals.AddRange(New(people.Count).Select(i => OwnGoal.Set(id, new($"众{i}", null, [new(null, "一", null)]), quarter, app.Clock.GetUtcNow())));
        await db.FlushAsync(CancellationToken.None);
    }
}
