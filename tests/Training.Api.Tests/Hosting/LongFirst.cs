using Training.Api.Tests.Access;
using Training.Api.Tests.Goals;
using Training.Api.Tests.Hosting;
using Training.Api.Tests.Reliability;
using Training.Api.Tests.Tour;
using Training.Api.Tests.Walks;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongFirst))]

namespace Training.Api.Tests.Hosting;

/// <summary>Starts the classes that take longest first, so that none of them runs on alone when the others are over.</summary>
public sealed class LongFirst : ITestCollectionOrderer
{
    private static readonly string[] Long =
    [
        .. new[]
        {
            typeof(PeopleRolesWalk), typeof(FiguresRolesWalk), typeof(LearningRolesWalk), typeof(TourTests), typeof(CrashTests), typeof(DemoTests),
            typeof(QueriesWalk), typeof(Lists_of_people), typeof(RecordsWalk), typeof(TwoProcessTests), typeof(Receipts_of_a_thousand),
        }.Select(x => x.FullName!),
    ];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(x => Array.FindIndex(Long, name => x.TestCollectionDisplayName.Contains(name, StringComparison.Ordinal)) is var i and >= 0 ? i : Long.Length)];
}
