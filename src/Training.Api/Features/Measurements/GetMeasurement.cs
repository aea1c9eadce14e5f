using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Queries;
using Training.Domain.Kpis;
using Training.Domain.Rules;

namespace Training.Api.Features.Measurements;

/// <summary>A figure, what became of it, and what was proposed after the data cut-off of its quarter.</summary>
/// <param name="History">Since it was recorded, from the first on.</param>
/// <param name="Corrections">Proposed for it, from the first on, whether or not HR accepted them: to HR all, to others those that they proposed.</param>
public sealed record MeasurementDetail(
    MeasurementResponse Measurement, IReadOnlyList<MeasurementStep> History, IReadOnlyList<CorrectionResponse> Corrections, int Version) : IVersioned;

/// <summary>A figure as it became.</summary>
/// <param name="By">Who did it, by user name; none for a job.</param>
/// <param name="Act">Through which act.</param>
public sealed record MeasurementStep(DateTimeOffset At, string? By, string Act, decimal Value, int? SampleSize);

internal static class GetMeasurement
{
    /// <summary>One figure with its history.</summary>
    internal static async Task<MeasurementDetail> HandleAsync(long id, Visible visible, OnCorrection on, TrainingDb db, CancellationToken cancellation)
    {
        var found = await MeasurementRow.Of(visible.Measurements().Where(x => x.Id == id), db).Select(MeasurementRow.Answer).OneAsync(cancellation);
        var place = new MeasuredPlace(found.Employee?.Id, found.Department?.Id, found.Kpi.Id, found.PeriodFrom, found.PeriodTo);
        var corrections = await on.ReadAsync(visible.Corrections().At(place), cancellation);
        return new(found, await HistoryAsync(id, db, cancellation), corrections, found.Version);
    }

    private static async Task<IReadOnlyList<MeasurementStep>> HistoryAsync(long id, TrainingDb db, CancellationToken cancellation)
    {
        var (entity, key) = (AuditTrail.NameOf(db.Model.FindEntityType(typeof(Measurement))!), id.ToString(CultureInfo.InvariantCulture));
        var rows = await db.AuditEntries.AsNoTracking().Where(x => x.RootEntity == entity && x.RootId == key && x.Change != AuditChange.Removed)
            .OrderBy(x => x.Id)
            .Select(x => new { x.At, By = db.Users.Where(y => y.Id == x.AccountId).Select(y => y.UserName).FirstOrDefault(), x.Act, x.After })
            .ToListAsync(cancellation);
        var (steps, figure) = (new List<MeasurementStep>(), default(MeasuredValue));
        foreach (var row in rows)
        {
            figure = Read(row.After, figure);
            steps.Add(new(row.At, row.By, row.Act, figure.Value, figure.SampleSize));
        }

        return steps;
    }

    /// <summary>The audit names the members that changed; the others are as before.</summary>
    private static MeasuredValue Read(string? after, MeasuredValue before)
    {
        using var members = JsonDocument.Parse(after ?? "{}");
        var value = members.RootElement.TryGetProperty("value", out var changed) ? changed.GetDecimal() : before.Value;
        var size = members.RootElement.TryGetProperty("sampleSize", out var sample)
            ? sample.ValueKind == JsonValueKind.Null ? (int?)null : sample.GetInt32()
            : before.SampleSize;
        return new(value, size);
    }
}
