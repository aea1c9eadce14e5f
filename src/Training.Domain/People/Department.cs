using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>A department; departments form a tree without loops.</summary>
public sealed class Department : IVersioned
{
    private readonly List<DepartmentHead> _heads = [];

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

    /// <summary>Who headed it from which day to which; the spans do not overlap.</summary>
    public IReadOnlyCollection<DepartmentHead> Heads => _heads;

    public DateTimeOffset? RetiredAt { get; private set; }

    public int Version { get; private set; }

    public static Department Create(string code, Bilingual name, long? parentId = null)
    {
        ArgumentNullException.ThrowIfNull(name);
        return new Department
        {
            Code = PlainText.Key(code),
            NameZh = PlainText.Of(name.Zh),
            NameEn = PlainText.OrNull(name.En),
            ParentId = parentId,
        };
    }

    /// <summary>Another name or parent. <paramref name="parents"/> holds the parent of every department.
    /// Refused: a parent that is the department itself or stands below it; a retired department.</summary>
    public void Edit(Bilingual name, long? parentId, IReadOnlyDictionary<long, long?> parents)
    {
        ArgumentNullException.ThrowIfNull(name);
        RefuseRetired();
        RefuseLoop(parentId, parents);
        (NameZh, NameEn, ParentId) = (PlainText.Of(name.Zh), PlainText.OrNull(name.En), parentId);
    }

    /// <summary>From the day on the person heads the department, or nobody. Who heads it until then does so until the day before; who was
    /// named from this very day never did. With all heads loaded. Refused: a retired department; a day to come; one before the first day
    /// of the head named last; one on which the person is not employed.</summary>
    public void NameHead(Employee? head, DateOnly from, DateOnly today)
    {
        RefuseRetired();
        if (from > today)
        {
            throw DepartmentRefusals.HeadInFuture.At("headFrom", ("from", from), ("today", today));
        }

        var last = _heads.MaxBy(x => x.From);
        if (from < last?.From)
        {
            throw DepartmentRefusals.HeadTooEarly.At("headFrom", ("from", from), ("earliest", last.From));
        }

        if (last is { To: null } && last.EmployeeId == head?.Id)
        {
            return;
        }

        if (head?.IsEmployedOn(from) == false)
        {
            throw DepartmentRefusals.HeadNotEmployed.At("headFrom", ("employeeNumber", head.EmployeeNumber), ("from", from));
        }

        _heads.RemoveAll(x => x.From == from);
        _heads.MaxBy(x => x.From)?.End(from.AddDays(-1));
        if (head is not null)
        {
            _heads.Add(new(head.Id, from));
        }
    }

    /// <summary>The day is the last on which anybody heads it, until a head is named again.</summary>
    public void EndHead(DateOnly on) => _heads.MaxBy(x => x.From)?.End(on);

    /// <summary>Keeps the department for the past and takes it out of every choice; the day is the last of its head.</summary>
    public void Retire(DateTimeOffset now, DateOnly today)
    {
        RefuseRetired();
        RetiredAt = now;
        EndHead(today);
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
