using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Tests.People;

public class EmployeeTests
{
    private static readonly DateOnly Today = new(2026, 3, 1);

    [Fact]
    public void A_person_is_hired_under_a_number_that_keeps_its_leading_zeros()
    {
        var hired = Employee.Hire(" 00４2a ", Someone.Profile, Someone.Full(Someone.HiredOn));

        Assert.Equal("0042A", hired.EmployeeNumber);
        Assert.True(hired.IsEmployedOn(Someone.HiredOn));
        Assert.False(hired.IsEmployedOn(Someone.HiredOn.AddDays(-1)));
    }

    [Theory]
    [InlineData("wei@example.com", "wei@example.com")]
    [InlineData("ｗｅｉ＠example.com ", "wei@example.com")]
    [InlineData(" ", null)]
    [InlineData("wei", "refused")]
    [InlineData("wei@example", "refused")]
    [InlineData("wei@example..com", "refused")]
    [InlineData("wei@a@b.com", "refused")]
    [InlineData("a@b.com\nBcc: x@y.z", "refused")]
    public void A_work_email_is_an_address_or_nothing(string given, string? kept) =>
        Check(Someone.Profile with { WorkEmail = given }, kept, x => x.WorkEmail, EmployeeRefusals.EmailMalformed);

    [Theory]
    [InlineData("138-0013 8000", "13800138000")]
    [InlineData("+86 13800138000", "+8613800138000")]
    [InlineData("１３８００１３８０００", "13800138000")]
    [InlineData("", null)]
    [InlineData("1234", "refused")]
    [InlineData("1380013800013800", "refused")]
    [InlineData("138x0138000", "refused")]
    public void A_mobile_is_digits_or_nothing(string given, string? kept) =>
        Check(Someone.Profile with { Mobile = given }, kept, x => x.Mobile, EmployeeRefusals.MobileMalformed);

    [Theory]
    [InlineData("0.01", true)]
    [InlineData("1.00", true)]
    [InlineData("0.500", true)]
    [InlineData("0", false)]
    [InlineData("1.01", false)]
    [InlineData("0.505", false)]
    public void A_work_share_lies_between_a_hundredth_and_one(string share, bool accepted)
    {
        var engagement = Someone.Full(Someone.HiredOn) with { WorkShare = decimal.Parse(share, System.Globalization.CultureInfo.InvariantCulture) };
        void Hire() => Employee.Hire("1", Someone.Profile, engagement);

        if (accepted)
        {
            Hire();
        }
        else
        {
            Someone.Refuses(EmployeeRefusals.WorkShareOutOfRange, Hire);
        }
    }

    [Fact]
    public void A_rehire_keeps_the_number_and_the_earlier_period()
    {
        var person = Someone.Hired();
        person.EndEmployment(new(Today, "回老家"));
        person.Rehire(Someone.Full(Today.AddDays(30)));

        Assert.Equal("0042", person.EmployeeNumber);
        Assert.Equal(2, person.Periods.Count);
        Assert.True(person.IsEmployedOn(Today));
        Assert.False(person.IsEmployedOn(Today.AddDays(1)));
        Assert.False(person.IsEmployedThroughout(Today, Today.AddDays(30)));
        Assert.True(person.IsEmployedOn(Today.AddDays(30)));
    }

    [Fact]
    public void Employment_periods_do_not_overlap()
    {
        var person = Someone.Hired();
        Someone.Refuses(EmployeeRefusals.PeriodsOverlap, () => person.Rehire(Someone.Full(Today)));

        person.EndEmployment(new(Today, null));
        Someone.Refuses(EmployeeRefusals.PeriodsOverlap, () => person.Rehire(Someone.Full(Today)));
        person.Rehire(Someone.Full(Today.AddDays(1)));
        Someone.Refuses(EmployeeRefusals.PeriodsOverlap, () => person.CorrectLatestPeriod(Someone.Full(Today), null));

        Assert.Equal(Today.AddDays(1), person.LatestPeriod.HiredOn);
        Assert.True(person.IsEmployedThroughout(Someone.HiredOn, Today.AddDays(400)));
    }

    [Fact]
    public void An_employment_ends_once_and_not_before_it_began()
    {
        var person = Someone.Hired();
        Someone.Refuses(EmployeeRefusals.LeftBeforeHired, () => person.EndEmployment(new(Someone.HiredOn.AddDays(-1), null)));
        person.EndEmployment(new(Someone.HiredOn, " 个人原因 "));

        Assert.Equal("个人原因", person.LatestPeriod.LeaveReason);
        Someone.Refuses(EmployeeRefusals.AlreadyLeft, () => person.EndEmployment(new(Today, null)));
    }

    [Fact]
    public void A_leaving_entered_by_mistake_can_be_taken_back()
    {
        var person = Someone.Hired();
        person.EndEmployment(new(Today, null));

        person.CorrectLatestPeriod(Someone.Full(Someone.HiredOn.AddDays(-3)), leaving: null);

        Assert.True(person.IsEmployedThroughout(Someone.HiredOn.AddDays(-3), DateOnly.MaxValue));
    }

    [Fact]
    public void A_probation_is_proposed_by_another_and_decided_by_another()
    {
        var person = Someone.Hired(probationEndsOn: Today);

        Someone.Refuses(ProbationRefusals.NotProposed, () => person.DecideProbation(ProbationOutcome.Passed, null, 9, Today));
        Someone.Refuses(AccessRefusals.OwnRecord, () => person.ProposeProbation(ProbationOutcome.Passed, person.Id, null, Today));
        person.ProposeProbation(ProbationOutcome.Passed, 8, null, Today);
        Someone.Refuses(AccessRefusals.OwnRecord, () => person.DecideProbation(ProbationOutcome.Passed, null, person.Id, Today));
        person.DecideProbation(ProbationOutcome.Ended, null, 9, Today);

        var probation = person.LatestPeriod.Probation;
        Assert.Equal((ProbationOutcome.Passed, 8, Today), (probation.ProposedOutcome, probation.ProposedById, probation.ProposedOn));
        Assert.Equal((ProbationState.Ended, 9, Today), (probation.State, probation.DecidedById, probation.DecidedOn));
        Someone.Refuses(ProbationRefusals.NotNow, () => person.ProposeProbation(ProbationOutcome.Passed, 8, null, Today));
        Someone.Refuses(ProbationRefusals.NotNow, () => person.DecideProbation(ProbationOutcome.Passed, null, 9, Today));
    }

    [Fact]
    public void A_probation_is_extended_once_to_a_later_day_and_proposed_anew()
    {
        var person = Someone.Hired(probationEndsOn: Today);
        person.ProposeProbation(ProbationOutcome.Extended, 8, null, Today);
        foreach (var day in new DateOnly?[] { null, Today })
        {
            Someone.Refuses(
                ProbationRefusals.ExtensionNeedsLaterDay, () => person.DecideProbation(ProbationOutcome.Extended, day, 9, Today));
        }

        person.DecideProbation(ProbationOutcome.Extended, Today.AddDays(30), 9, Today);

        Assert.Equal((ProbationState.Extended, Today.AddDays(30)), (person.LatestPeriod.Probation.State, person.LatestPeriod.Probation.EndsOn));
        Someone.Refuses(ProbationRefusals.NotProposed, () => person.DecideProbation(ProbationOutcome.Passed, null, 9, Today));
        Someone.Refuses(ProbationRefusals.ExtendedOnce, () => person.ProposeProbation(ProbationOutcome.Extended, 8, null, Today));
        person.ProposeProbation(ProbationOutcome.Passed, 8, null, Today);
        person.DecideProbation(ProbationOutcome.Passed, null, 9, Today);
        Assert.Equal(ProbationState.Passed, person.LatestPeriod.Probation.State);
    }

    [Fact]
    public void Without_a_probation_there_is_nothing_to_propose() =>
        Someone.Refuses(ProbationRefusals.NotNow, () => Someone.Hired().ProposeProbation(ProbationOutcome.Passed, 8, null, Today));

    [Fact]
    public void A_probation_does_not_end_before_it_begins() =>
        Someone.Refuses(ProbationRefusals.EndsBeforeHired, () => Someone.Hired(probationEndsOn: Someone.HiredOn.AddDays(-1)));

    [Fact]
    public void Records_are_replaced_as_a_whole_or_not_at_all()
    {
        var person = Someone.Hired();
        person.EditRecords([new("清华大学", "本科", null, null)], [], [new("英语四级", null, null, Today, null)]);

        var refused = Someone.Refuses(EmployeeRefusals.CertificateExpiresBeforeIssue, () =>
            person.EditRecords([], [], [new("驾驶证", null, null, Today, Today), new("急救", null, null, Today, Today.AddDays(-1))]));

        Assert.Equal("earlierCertificates[1].expiresOn", refused.Field);
        Assert.Equal("清华大学", Assert.Single(person.Educations).School);
        Assert.Equal("英语四级", Assert.Single(person.EarlierCertificates).Name);
    }

    private static void Check(EmployeeProfile profile, string? kept, Func<Employee, string?> read, Refusal refusal)
    {
        var person = Someone.Hired();
        if (kept == "refused")
        {
            Someone.Refuses(refusal, () => person.Edit(profile));
            return;
        }

        person.Edit(profile);
        Assert.Equal(kept, read(person));
    }
}
