using Training.Domain.People;
using Training.Domain.Rules;

namespace Training.Domain.Tests.People;

public class DocumentVersionTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static readonly DocumentContent Content =
        new(Bilingual.Of("培训管理制度", null), "第一条", null, new(2026, 4, 1), [5]);

    [Fact]
    public void A_draft_is_edited_until_it_is_published_and_then_stands()
    {
        var version = DocumentVersion.Draft(1, 1, Content with { Text = " " });
        version.RefuseDeletion();
        Someone.Refuses(DocumentRefusals.Empty, () => version.Publish(Now));
        version.Edit(Content with { Text = null, FileId = 9, AudienceDepartmentIds = [6, 6] });
        version.Publish(Now);

        Assert.Equal((DocumentState.Published, Now, 6), (version.State, version.PublishedAt, version.Audience.Single().DepartmentId));
        Someone.Refuses(DocumentRefusals.NotInThisState, () => version.Edit(Content));
        Someone.Refuses(DocumentRefusals.NotInThisState, () => version.Publish(Now));
        Someone.Refuses(DocumentRefusals.NotInThisState, version.RefuseDeletion);
    }

    [Fact]
    public void Only_its_audience_acknowledges_a_published_version_and_once()
    {
        var version = DocumentVersion.Draft(1, 1, Content).WithId(3);
        Someone.Refuses(DocumentRefusals.NotInThisState, () => version.Acknowledge(1, [5], null, Now));
        version.Publish(Now);

        Someone.Refuses(DocumentRefusals.NotOfAudience, () => version.Acknowledge(1, [4, 2], null, Now));
        var given = version.Acknowledge(1, [8, 5], null, Now);

        Assert.Equal((3, 1, Now), (given.DocumentVersionId, given.EmployeeId, given.AcknowledgedAt));
        Someone.Refuses(DocumentRefusals.AlreadyAcknowledged, () => version.Acknowledge(1, [8, 5], given, Now));
    }

    [Fact]
    public void Without_departments_it_is_meant_for_everybody() =>
        Assert.True(DocumentVersion.Draft(1, 1, Content with { AudienceDepartmentIds = [] }).IsMeantFor([]));
}
