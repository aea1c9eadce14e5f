using Training.Domain.Kpis;

namespace Training.Api.Access;

/// <summary>By what people are scored.</summary>
internal sealed partial class Visible
{
    /// <summary>Templates: to HR all; to others what was published.</summary>
    public IQueryable<KpiTemplate> KpiTemplates() =>
        caller.IsHumanResources ? db.KpiTemplates : db.KpiTemplates.Where(x => x.State != KpiTemplateState.Draft);
}
