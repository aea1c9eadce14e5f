using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Audit;
using Training.Api.Data;
using Training.Api.Queries;
using Training.Domain.Appraisals;

namespace Training.Api.Features.Appraisals;

/// <summary>Answers how a score stands in calibration.</summary>
internal sealed class Calibrating(TrainingDb db, CurrentPerson caller, LookupNotes lookups)
{
    public async Task<CalibrationResponse> ShowAsync(Appraisal appraisal, OutcomeReceipt outcome, CancellationToken cancellation)
    {
        lookups.NoteScores(caller.AccountId, [appraisal.EmployeeId]);
        var id = appraisal.Id;
        var adjustments = await (
            from adjustment in db.AppraisalAdjustments.AsNoTracking()
            where adjustment.AppraisalId == id
            join account in db.Users on adjustment.AccountId equals account.Id
            join person in db.Employees on account.EmployeeId equals (long?)person.Id into people
            from person in people.DefaultIfEmpty()
            orderby adjustment.Id
            select new AdjustmentResponse(
                adjustment.Id, adjustment.Points, adjustment.Reason,
                person == null ? null : new Person(person.Id, person.EmployeeNumber, person.NameZh, person.NameLatin), adjustment.SignedAt,
                adjustment.WithdrawnAt, adjustment.WithdrawnReason)).ToListAsync(cancellation);
        var lifted = await db.CeilingLifts.AsNoTracking().Where(x => x.AppraisalId == id).OrderBy(x => x.Id)
            .Select(x => new LiftedCeilingResponse(x.Id, x.KpiId, x.EventId, x.Reason, x.SignedAt, x.WithdrawnAt, x.WithdrawnReason)).ToListAsync(cancellation);
        return new(
            id, appraisal.Stage, outcome.Total, outcome.Adjusted, outcome.Final, outcome.Band, outcome.Grade, outcome.Unrated,
            [.. outcome.Ceilings.Select(x => new CeilingResponse(x.Grade, x.KpiId, x.EventId, x.Lifted is not null)).Distinct()], adjustments, lifted,
            appraisal.Version);
    }
}
