using System.Collections.Frozen;
using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Training.Api.Access;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Domain.Appraisals;

namespace Training.Api.Audit;

/// <summary>Which values of audit rows one reader may not know.</summary>
/// <param name="Confidential">By the kind of row, the members that are hidden in every row of it.</param>
/// <param name="HiddenRows">Rows by kind and id of which every value is hidden.</param>
/// <param name="HiddenKinds">Kinds of rows of which every value is hidden.</param>
internal sealed record AuditMask(
    FrozenDictionary<string, FrozenSet<string>> Confidential, FrozenSet<(string Entity, string Id)> HiddenRows, FrozenSet<string> HiddenKinds)
{
    public const string BaseWage = "baseWage";
    private const string Hidden = "***";

    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The values as the reader may know them. Static, so that a query can call it on what it has read.</summary>
    public static string? Apply(AuditMask mask, string entity, string id, string? values)
    {
        var all = mask.HiddenKinds.Contains(entity) || mask.HiddenRows.Contains((entity, id));
        if (values is null || (!all && !mask.Confidential.ContainsKey(entity)) || JsonNode.Parse(values) is not JsonObject members)
        {
            return values;
        }

        var hidden = mask.Confidential.GetValueOrDefault(entity);
        foreach (var name in members.Select(x => x.Key).Where(x => all || hidden!.Contains(x)).ToList())
        {
            members[name] = Hidden;
        }

        return members.ToJsonString(Json);
    }

    /// <summary>Whether the values of a row tell the reader somebody's pay.</summary>
    public bool ShowsBaseWage(string entity, string id) =>
        entity == BaseWage && !HiddenKinds.Contains(entity) && !HiddenRows.Contains((entity, id));

    public static string Name(AuditChange change) => JsonNamingPolicy.CamelCase.ConvertName(change.ToString());
}

/// <summary>Works out the mask of the person who asks.</summary>
internal sealed class AuditMasks(TrainingDb db, CurrentPerson caller, OrganisationClock clock)
{
    private const string BaseWage = AuditMask.BaseWage;

    /// <summary>What is written in appraisals: by whom it is read, and when, is decided there.</summary>
    private static readonly Type[] OfAppraisals =
        [typeof(AppraisalSegment), typeof(SelfReview), typeof(AppraisalResult), typeof(AppraisalAdjustment), typeof(ItemSetAside),
            typeof(AppraisalNote), typeof(OwnGoal), typeof(ImprovementPlan), typeof(Appraisal), typeof(Appeal), typeof(AppraisalInterview),
            typeof(CeilingLift)];

    /// <summary>HR: the base wages of the people above them, and what is written in appraisals. Others: every confidential member, and base wages altogether.</summary>
    public async Task<AuditMask> OfCallerAsync(CancellationToken cancellation)
    {
        if (!caller.IsHumanResources)
        {
            return new AuditMask(ConfidentialMembers(_ => true), FrozenSet<(string, string)>.Empty, new[] { BaseWage }.ToFrozenSet());
        }

        var wages = await WagesOfThoseAboveAsync(cancellation);
        return new AuditMask(
            ConfidentialMembers(x => OfAppraisals.Contains(x.ClrType)), wages.Select(x => (BaseWage, x)).ToFrozenSet(), FrozenSet<string>.Empty);
    }

    private FrozenDictionary<string, FrozenSet<string>> ConfidentialMembers(Func<IEntityType, bool> of) => db.Model.GetEntityTypes().Where(of)
        .Select(type => (
            Name: AuditTrail.NameOf(type),
            Members: type.GetFlattenedProperties().Where(x => x.FindAnnotation(AuditMarks.ConfidentialMark) is not null)
                .Select(x => x.MemberName()).ToFrozenSet(StringComparer.Ordinal)))
        .Where(x => x.Members.Count > 0)
        .ToFrozenDictionary(x => x.Name, x => x.Members, StringComparer.Ordinal);

    /// <summary>The ids as the audit has them. The row of a wage's removal names the person, for wages that are no longer kept.</summary>
    private async Task<IReadOnlyList<string>> WagesOfThoseAboveAsync(CancellationToken cancellation)
    {
        var (self, today) = (caller.EmployeeId, clock.Today);
        var above = await db.ReportingLines
            .Where(x => x.EmployeeId == self && x.From <= today && (x.To == null || x.To >= today))
            .Select(x => x.SupervisorId).ToListAsync(cancellation);
        if (above.Count == 0)
        {
            return [];
        }

        var removed = await db.AuditEntries.AsNoTracking()
            .Where(x => x.RootEntity == BaseWage && x.Change == AuditChange.Removed)
            .Select(x => new { x.RootId, x.Before })
            .ToListAsync(cancellation);
        var kept = await db.BaseWages.Where(x => above.Contains(x.EmployeeId)).Select(x => x.Id).ToListAsync(cancellation);

        return
        [
            .. removed.Where(x => above.Contains(EmployeeOf(x.Before))).Select(x => x.RootId),
            .. kept.Select(x => x.ToString(CultureInfo.InvariantCulture)),
        ];
    }

    private static long EmployeeOf(string? values) =>
        values is not null && JsonNode.Parse(values)?["employeeId"] is JsonValue id && id.TryGetValue<long>(out var employeeId) ? employeeId : 0;
}
