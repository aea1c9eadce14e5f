using Training.Domain.Rules;

namespace Training.Domain.Courses;

/// <summary>Versions, materials, prerequisites and successor of a course.</summary>
public sealed partial class Course
{
    public const int MaxMaterials = 500;
    public const int MaxPrerequisites = 50;

    private readonly List<CourseVersion> _versions = [];
    private readonly List<CourseMaterial> _materials = [];
    private readonly List<CoursePrerequisite> _prerequisites = [];

    /// <summary>The version that people begin now: the last one published.</summary>
    public int PublishedVersion { get; private set; }

    /// <summary>The content in preparation is not what was published last.</summary>
    public bool HasUnpublishedChanges { get; private set; }

    /// <summary>The course that takes its place.</summary>
    public long? SuccessorId { get; private set; }

    /// <summary>Who completed it need not complete the successor.</summary>
    public bool CountsForSuccessor { get; private set; }

    /// <summary>The end of the line of successors: what is asked for instead of it. Kept, so that the store can join by it.</summary>
    public long? ReplacedById { get; private set; }

    /// <summary>The day since which that is asked for.</summary>
    public DateOnly? ReplacedOn { get; private set; }

    /// <summary>The end of the line of successors for which its completions count. Kept as above.</summary>
    public long? CountsForId { get; private set; }

    public IReadOnlyCollection<CourseVersion> Versions => _versions;

    /// <summary>All that any version has or had.</summary>
    public IReadOnlyCollection<CourseMaterial> Materials => _materials;

    public IReadOnlyCollection<CoursePrerequisite> Prerequisites => _prerequisites;

    /// <summary>Publishes the content in preparation as the next version. Who has begun an earlier one finishes on it. Refused: a
    /// retired course; when nothing has changed for who takes it.</summary>
    public CourseVersion Publish(DateOnly today, string? note)
    {
        RefuseIfRetired();
        if (!HasUnpublishedChanges)
        {
            throw CourseRefusals.NothingToPublish.With(("code", Code), ("version", PublishedVersion));
        }

        return AddVersion(today, note);
    }

    /// <summary>What completing the course on the day asks for. <paramref name="begun"/> is the version the person began; who
    /// began none is measured by the last one published by that day, or else by the first.</summary>
    public CourseTerms TermsFor(int? begun, DateOnly completedOn) =>
        (_versions.Find(x => x.Number == begun)
            ?? _versions.OrderByDescending(x => x.Number).FirstOrDefault(x => x.PublishedOn <= completedOn)
            ?? _versions.OrderBy(x => x.Number).First()).Terms;

    /// <summary>Takes the course out of the catalogue from <paramref name="now"/> on; what was completed and begun stays. Refused:
    /// a second time; itself or a retired course as the successor.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="successor">What takes its place, where something does.</param>
    /// <param name="counts">Who completed this one need not complete the successor.</param>
    /// <param name="replaced">The retired courses in whose place this one stood.</param>
    /// <param name="today">The organisation's day of that instant.</param>
    public void Retire(DateTimeOffset now, DateOnly today, Course? successor = null, bool counts = false, IEnumerable<Course>? replaced = null)
    {
        RefuseIfRetired();
        if (successor == this)
        {
            throw CourseRefusals.SuccessorSelf.At("successorId", ("code", Code));
        }

        if (successor is { IsRetired: true })
        {
            throw CourseRefusals.SuccessorRetired.At("successorId", ("code", successor.Code));
        }

        RetiredAt = now;
        if (successor is null)
        {
            return;
        }

        (SuccessorId, CountsForSuccessor, CountsForId) = (successor.Id, counts, counts ? successor.Id : null);
        (ReplacedById, ReplacedOn) = (successor.Id, today);
        foreach (var earlier in replaced ?? [])
        {
            (earlier.ReplacedById, earlier.ReplacedOn) = (successor.Id, today);
            earlier.CountsForId = earlier.CountsForId == Id && counts ? successor.Id : earlier.CountsForId;
        }
    }

    public void AddLink(Bilingual title, string url) => AddMaterial(CourseMaterial.Link(title, url, PublishedVersion + 1));

    public void AddFile(Bilingual title, long fileId) => AddMaterial(CourseMaterial.File(title, fileId, PublishedVersion + 1));

    /// <summary>Takes a material out of the content in preparation; the published versions keep it. Answers the file that is not
    /// needed any more, because no version had it.</summary>
    public long? Remove(CourseMaterial material)
    {
        RefuseIfRetired();
        var isUnpublished = material.AddedIn > PublishedVersion;
        if (isUnpublished)
        {
            _materials.Remove(material);
        }
        else
        {
            material.Withdraw(PublishedVersion + 1);
        }

        Compare();
        return isUnpublished ? material.FileId : null;
    }

    /// <summary>Adds a module. Refused: a number that is taken, and as for the whole content.</summary>
    public void AddModule(CourseModuleContent module)
    {
        RefuseIfRetired();
        if (_modules.Count >= MaxModules)
        {
            throw CourseRefusals.TooManyModules.With(("max", MaxModules));
        }

        CheckModule("number", module, [.. _modules.Select(x => x.Number)]);
        _modules.Add(CourseModule.Of(module));
        Compare();
    }

    /// <summary>Another content of the module, and another number if asked for; its questions go with it.</summary>
    public void EditModule(CourseModule module, CourseModuleContent content)
    {
        RefuseIfRetired();
        CheckModule("number", content, [.. _modules.Where(x => x != module).Select(x => x.Number)]);
        _questions.FindAll(x => x.ModuleNumber == module.Number).ForEach(x => x.MoveTo(content.Number));
        module.Take(content);
        Compare();
    }

    /// <summary>Takes a module out of the content in preparation. Refused: one that a question is about.</summary>
    public void RemoveModule(CourseModule module)
    {
        RefuseIfRetired();
        RefuseOrphans(null, ModuleNumbers().Where(x => x != module.Number));
        _modules.Remove(module);
        Compare();
    }

    private void AddMaterial(CourseMaterial material)
    {
        RefuseIfRetired();
        if (_materials.Count >= MaxMaterials)
        {
            throw CourseRefusals.TooManyMaterials.With(("max", MaxMaterials));
        }

        _materials.Add(material);
        Compare();
    }

    private CourseVersion AddVersion(DateOnly today, string? note)
    {
        var version = CourseVersion.Of(this, ++PublishedVersion, today, note);
        _versions.Add(version);
        HasUnpublishedChanges = false;
        return version;
    }

    private void Compare()
    {
        if (PublishedVersion == 0)
        {
            return;
        }

        var published = _versions.Single(x => x.Number == PublishedVersion);
        HasUnpublishedChanges = !CourseVersion.Of(this, published.Number, published.PublishedOn, null).SaysAs(published)
            || _materials.Exists(x => x.IsIn(PublishedVersion) != x.IsIn(PublishedVersion + 1));
    }

    private void TakePrerequisites(IReadOnlyCollection<long> ids)
    {
        _prerequisites.RemoveAll(x => !ids.Contains(x.RequiredId));
        _prerequisites.AddRange(ids.Distinct().Except(_prerequisites.Select(x => x.RequiredId)).ToList().Select(x => new CoursePrerequisite(x)));
    }
}
