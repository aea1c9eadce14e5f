using Training.Domain.Rules;

namespace Training.Domain.People;

/// <summary>A person with their employment periods; a rehire keeps the number and everything that hangs on it. Where a
/// person works stands in <see cref="Assignment"/>.</summary>
public sealed class Employee : IVersioned
{
    private readonly List<EmploymentPeriod> _periods = [];
    private readonly List<Education> _educations = [];
    private readonly List<Title> _titles = [];
    private readonly List<EarlierCertificate> _earlierCertificates = [];

    private Employee()
    {
    }

    public long Id { get; private set; }

    /// <summary>Business key, unique; leading zeros count. Never changed and never given twice.</summary>
    public string EmployeeNumber { get; private set; } = "";

    public string NameZh { get; private set; } = "";

    public string? NameLatin { get; private set; }

    /// <summary>How the Chinese name is read, where that differs from the usual reading.</summary>
    public string? NameReading { get; private set; }

    /// <summary>What lists sort by.</summary>
    public string NameSortKey { get; private set; } = "";

    /// <summary>What searches look in.</summary>
    public string SearchText { get; private set; } = "";

    public string? WorkEmail { get; private set; }

    /// <summary>Digits, with a leading + or not.</summary>
    public string? Mobile { get; private set; }

    public long? WorkPlaceId { get; private set; }

    public Language Language { get; private set; }

    public int Version { get; private set; }

    /// <summary>Employment periods; they do not overlap.</summary>
    public IReadOnlyCollection<EmploymentPeriod> Periods => _periods;

    public IReadOnlyCollection<Education> Educations => _educations;

    public IReadOnlyCollection<Title> Titles => _titles;

    public IReadOnlyCollection<EarlierCertificate> EarlierCertificates => _earlierCertificates;

    /// <summary>The latest period.</summary>
    public EmploymentPeriod LatestPeriod => _periods.MaxBy(x => x.HiredOn)!;

    /// <summary>A new person. Refused: a malformed e-mail or mobile number; terms as in <see cref="Engagement"/>.</summary>
    public static Employee Hire(string employeeNumber, EmployeeProfile profile, Engagement engagement)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        var hired = new Employee { EmployeeNumber = PlainText.Key(employeeNumber) };
        hired.Edit(profile);
        hired._periods.Add(EmploymentPeriod.Begin(engagement));
        return hired;
    }

    /// <summary>Another profile as a whole. Refused: a malformed e-mail or mobile number.</summary>
    public void Edit(EmployeeProfile profile)
    {
        ArgumentNullException.ThrowIfNull(profile);
        (WorkEmail, Mobile) = (profile.PlainEmail(), profile.PlainMobile());
        var name = profile.Name;
        (NameZh, NameLatin, NameReading) = (PlainText.Of(name.Zh), PlainText.OrNull(name.Latin), PlainText.OrNull(name.Reading));
        (NameSortKey, SearchText) = (name.SortKey, name.SearchText);
        (WorkPlaceId, Language) = (profile.WorkPlaceId, profile.Language);
    }

    /// <summary>The language in which the person is written to.</summary>
    public void Speak(Language language) => Language = language;

    /// <summary>All education, titles and earlier certificates at once. Refused: a certificate that expires before its issue.</summary>
    public void EditRecords(
        IReadOnlyList<Education> educations, IReadOnlyList<Title> titles, IReadOnlyList<EarlierCertificate> earlierCertificates)
    {
        foreach (var (index, certificate) in earlierCertificates.Index())
        {
            if (certificate.ExpiresOn < certificate.IssuedOn)
            {
                throw EmployeeRefusals.CertificateExpiresBeforeIssue.At(
                    $"earlierCertificates[{index}].expiresOn",
                    ("name", certificate.Name),
                    ("issuedOn", certificate.IssuedOn),
                    ("expiresOn", certificate.ExpiresOn));
            }
        }

        _educations.Clear();
        _educations.AddRange(educations);
        _titles.Clear();
        _titles.AddRange(titles);
        _earlierCertificates.Clear();
        _earlierCertificates.AddRange(earlierCertificates);
    }

    /// <summary>Ends the latest employment with its last day. Refused: one that has ended; a last day before the first.</summary>
    public void EndEmployment(Leaving leaving)
    {
        ArgumentNullException.ThrowIfNull(leaving);
        if (LatestPeriod.LeftOn is { } leftOn)
        {
            throw EmployeeRefusals.AlreadyLeft.At("leftOn", ("employeeNumber", EmployeeNumber), ("leftOn", leftOn));
        }

        LatestPeriod.End(leaving);
    }

    /// <summary>A new employment under the same number. Refused: while employed, or from a day that lies in or before an
    /// earlier period.</summary>
    public void Rehire(Engagement engagement)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        var begun = EmploymentPeriod.Begin(engagement);
        if (LatestPeriod.LeftOn is not { } leftOn || engagement.HiredOn <= leftOn)
        {
            throw EmployeeRefusals.PeriodsOverlap.At(
                "hiredOn", ("employeeNumber", EmployeeNumber), ("leftOn", LatestPeriod.LeftOn));
        }

        _periods.Add(begun);
    }

    /// <summary>Puts right what was entered wrongly about the latest period; no leaving takes one back. Afterwards the
    /// assignments must follow (<see cref="AssignmentTimeline.FollowEmployment"/>). Refused as when hiring and ending, and when it
    /// would reach into an earlier period.</summary>
    public void CorrectLatestPeriod(Engagement engagement, Leaving? leaving)
    {
        ArgumentNullException.ThrowIfNull(engagement);
        var latest = LatestPeriod;
        var earlier = _periods.Where(x => x != latest).MaxBy(x => x.HiredOn);
        if (engagement.HiredOn <= earlier?.LeftOn)
        {
            throw EmployeeRefusals.PeriodsOverlap.At("hiredOn", ("employeeNumber", EmployeeNumber), ("leftOn", earlier.LeftOn));
        }

        if (leaving?.LeftOn < engagement.HiredOn)
        {
            throw EmployeeRefusals.LeftBeforeHired.At("leftOn", ("hiredOn", engagement.HiredOn), ("leftOn", leaving.LeftOn));
        }

        latest.Engage(engagement);
        latest.End(leaving);
    }

    /// <summary>The supervisor says how the probation should be decided; a later proposal takes the place of an earlier one.
    /// <paramref name="forSupervisorId"/> is whom a deputy stands in for. Refused: on one's own; when there is none, or it is
    /// decided; a second extension.</summary>
    public void ProposeProbation(ProbationOutcome outcome, long proposerId, long? forSupervisorId, DateOnly today)
    {
        RefuseOwn(proposerId);
        LatestPeriod.Probation.Propose(outcome, proposerId, forSupervisorId, today);
    }

    /// <summary>HR decides, as proposed or otherwise; <paramref name="extendedTo"/> is the new last day of an extension. An
    /// ended probation does not end the employment by itself. Refused: on one's own; without a proposal; when there is
    /// none, or it is decided; a second extension; an extension that is none.</summary>
    public void DecideProbation(ProbationOutcome outcome, DateOnly? extendedTo, long deciderId, DateOnly today)
    {
        RefuseOwn(deciderId);
        var probation = LatestPeriod.Probation;
        if (probation.State is ProbationState.Running or ProbationState.Extended && probation.ProposedOutcome is null)
        {
            throw ProbationRefusals.NotProposed.With(("employeeNumber", EmployeeNumber));
        }

        probation.Decide(outcome, extendedTo, deciderId, today);
    }

    public bool IsEmployedOn(DateOnly day) => _periods.Any(x => x.HoldsOn(day));

    /// <summary>Whether every day of the span lies in employment, both ends included.</summary>
    public bool IsEmployedThroughout(DateOnly first, DateOnly last)
    {
        var day = first;
        while (_periods.FirstOrDefault(x => x.HoldsOn(day)) is { } period)
        {
            if (period.LeftOn is null || period.LeftOn >= last)
            {
                return true;
            }

            day = period.LeftOn.Value.AddDays(1);
        }

        return false;
    }

    private void RefuseOwn(long callerId)
    {
        if (callerId == Id)
        {
            throw AccessRefusals.OwnRecord.With();
        }
    }
}
