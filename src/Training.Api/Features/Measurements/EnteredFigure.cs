using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Errors;
using Training.Api.Queries;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Measurements;

/// <summary>What became of a figure that was entered.</summary>
public enum EnteredState
{
    /// <summary>It is as was entered.</summary>
    Recorded,

    /// <summary>The data cut-off of its quarter is over: it waits for HR as a correction, and nothing has changed.</summary>
    Queued,
}

/// <summary>A figure that was entered.</summary>
/// <param name="State">Recorded, or queued where the data cut-off of its quarter is over.</param>
/// <param name="Measurement">The figure as it is now; none where it is gone or there is none yet.</param>
/// <param name="Correction">The correction that waits for HR, where it was queued.</param>
public sealed record EnteredFigure(EnteredState State, MeasurementResponse? Measurement, CorrectionResponse? Correction);

/// <summary>What acts on a single figure have in common.</summary>
internal sealed class OnFigure(
    TrainingDb db, Visible visible, CurrentPerson caller, Relations relations, OrganisationClock clock, EnterFigures enter)
{
    /// <summary>Refuses who may not enter figures of the person for the period: oneself; unless by HR, who is not the person's direct
    /// supervisor, or their deputy, on the period's last day, or today where that is to come.</summary>
    public async Task RequireAsync(long employeeId, MeasuredPeriod period, CancellationToken cancellation)
    {
        if (caller.IsHumanResources)
        {
            caller.RefuseOwn(employeeId);
            return;
        }

        var day = period.To < clock.Today ? period.To : clock.Today;
        switch (await relations.ToAsync(employeeId, day, cancellation))
        {
            case Relation.DirectReport:
                return;
            case Relation.Own:
                throw AccessRefusals.OwnRecord.With();
            case Relation.Below:
                throw AccessRefusals.NotInRelation.With();
            default:
                throw await visible.Employees().AnyAsync(x => x.Id == employeeId, cancellation)
                    ? AccessRefusals.NotInRelation.With()
                    : CommonRefusals.Unknown.With();
        }
    }

    /// <summary>A figure, tracked, that the caller may act on.</summary>
    public async Task<Measurement> LoadAsync(long id, CancellationToken cancellation)
    {
        var figure = await visible.Measurements().OneAsync(id, cancellation);
        if (figure.EmployeeId is { } person)
        {
            await RequireAsync(person, figure.Period, cancellation);
        }
        else
        {
            RequireOfDepartment();
        }

        if (figure.Source is MeasurementSource.Events or MeasurementSource.Training)
        {
            var code = await db.Kpis.Where(x => x.Id == figure.KpiId).Select(x => x.Code).SingleAsync(cancellation);
            throw MeasurementRefusals.ComesByItself.With(("code", code), ("source", figure.Source));
        }

        return figure;
    }

    /// <summary>Refuses to all but HR.</summary>
    public void RequireOfDepartment()
    {
        if (!caller.IsHumanResources)
        {
            throw AccessRefusals.NotInRelation.With();
        }
    }

    /// <summary>Refuses one's own figures, and those of a department that one heads today or headed on the last day of their period: they
    /// count as the head's.</summary>
    public async Task RefuseOwnAsync(MeasuredPlace place, CancellationToken cancellation)
    {
        if (place.EmployeeId is { } person)
        {
            caller.RefuseOwn(person);
        }
        else if ((await db.OwnDepartmentsAsync(caller.EmployeeId, clock.Today, cancellation)).Include(place.DepartmentId, place.To))
        {
            throw AccessRefusals.OwnRecord.With();
        }
    }

    /// <summary>Refuses a second correction for the place while one waits.</summary>
    public async Task RefuseWaitingAsync(MeasuredPlace place, CancellationToken cancellation)
    {
        if (await db.Corrections.AsNoTracking().At(place).Where(x => x.State == CorrectionState.Queued).FirstOrDefaultAsync(cancellation) is { } waiting)
        {
            throw MeasurementRefusals.Waiting.With(("value", waiting.NewValue));
        }
    }

    /// <summary>Enters the one figure. Refused as the rules say, naming the member as a request for one figure does.</summary>
    public async Task<EnteredFigure> EnterAsync(FigureEntry entry, bool isNew, bool isConfirmed, string? reason, CancellationToken cancellation)
    {
        await db.LockAsync(EnterFigures.Lock, cancellation);
        var terms = new FigureTerms(
            MeasurementSource.Manual, isConfirmed, LeavesOutOwn: false, ByHand: !caller.IsHumanResources, IsChange: !isNew, reason);
        var planned = await enter.PlanAsync([entry], terms, cancellation);
        var figure = planned[0];
        if (figure.Faults is [var fault, ..])
        {
            throw fault.Field is { } field ? fault.Refusal.At(Renamed(field), [.. fault.Values]) : fault;
        }

        if (isNew && figure.Kept is { } kept)
        {
            throw MeasurementRefusals.Exists.At("period", ("id", kept.Id), ("value", kept.Figure.Value));
        }

        await enter.ApplyAsync(planned, terms, cancellation);
        await db.FlushAsync(cancellation);
        return await AnswerAsync(figure.Place, await WaitingAsync(figure, cancellation), cancellation);
    }

    /// <summary>The correction that was queued for the figure, now or when it was sent before.</summary>
    private async Task<long?> WaitingAsync(PlannedFigure figure, CancellationToken cancellation) => figure.Outcome switch
    {
        FigureOutcome.Queued => ((Correction)figure.Made!).Id,
        FigureOutcome.Same when figure.Kept?.Figure != figure.Figure => await db.Corrections.At(figure.Place)
            .Where(x => x.State == CorrectionState.Queued).Select(x => x.Id).SingleAsync(cancellation),
        _ => null,
    };

    /// <summary>The figure of the place, and the correction that was queued for it.</summary>
    public async Task<EnteredFigure> AnswerAsync(MeasuredPlace place, long? correctionId, CancellationToken cancellation)
    {
        var measurement = await MeasurementRow.Of(db.Measurements.At(place), db).Select(MeasurementRow.Answer).SingleOrDefaultAsync(cancellation);
        var correction = correctionId is null ? null : await CorrectionAsync(correctionId.Value, cancellation);
        return new(correction is null ? EnteredState.Recorded : EnteredState.Queued, measurement, correction);
    }

    public Task<CorrectionResponse> CorrectionAsync(long id, CancellationToken cancellation) =>
        CorrectionRow.Of(db.Corrections.Where(x => x.Id == id), db).Select(CorrectionRow.Answer).SingleAsync(cancellation);

    private static string Renamed(string field) => field switch
    {
        "employeeNumber" => "employeeId",
        "departmentCode" => "departmentId",
        "kpiCode" => "kpiId",
        _ => field,
    };
}
