using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>A department; departments form a tree without loops.</summary>
public sealed class Department : IVersioned
{
    private Department()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique.</summary>
    public string Code { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameEn { get; private set; }

    /// <summary>The department above; none for the top.</summary>
    public long? ParentId { get; private set; }

    /// <summary>The employee who heads it.</summary>
    public long? HeadId { get; private set; }

    public DateTimeOffset? RetiredAt { get; private set; }

    public int Version { get; private set; }

    public static Department Create(string code, Bilingual name, long? parentId = null, long? headId = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Department
        {
            Code = PlainText.Key(code),
            NameZh = PlainText.Of(name.Zh),
            NameEn = PlainText.OrNull(name.En),
            ParentId = parentId,
            HeadId = headId,
        };
    }

    /// <summary>Another name, parent or head. <paramref name="parents"/> holds the parent of every department.
    /// Refused: a parent that is the department itself or stands below it; a retired department.</summary>
    public void Edit(Bilingual name, long? parentId, long? headId, IReadOnlyDictionary<long, long?> parents)
    {
        ArgumentNullException.ThrowIfNull(name);
        RefuseRetired();
        RefuseLoop(parentId, parents);
        (NameZh, NameEn, ParentId, HeadId) = (PlainText.Of(name.Zh), PlainText.OrNull(name.En), parentId, headId);
    }

    /// <summary>Keeps the department for the past and takes it out of every choice.</summary>
    public void Retire(DateTimeOffset now)
    {
        RefuseRetired();
        RetiredAt = now;
    }

    private void RefuseRetired()
    {
        if (RetiredAt is not null)
        {
            throw DepartmentRefusals.Retired.With(("code", Code));
        }
    }

    private void RefuseLoop(long? parentId, IReadOnlyDictionary<long, long?> parents)
    {
        ArgumentNullException.ThrowIfNull(parents);
        var path = new List<long> { Id };
        for (var above = parentId; above is not null; above = parents.GetValueOrDefault(above.Value))
        {
            path.Add(above.Value);
            if (above == Id || path.Count > parents.Count + 2)
            {
                throw DepartmentRefusals.Loop.At("parentId", ("code", Code), ("path", string.Join(" → ", path)));
            }
        }
    }
}
