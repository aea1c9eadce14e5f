using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Training.Api.Data;
using Training.Api.Tests.Hosting;
using Training.Domain.Calendars;
using Training.Domain.People;

namespace Training.Api.Tests.Audit;

/// <summary>The audit does not tell whether a record was changed alone or with many.</summary>
public sealed class Set_based_changes(TrainingApp app) : IClassFixture<TrainingApp>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public Task Numbers_and_choices_are_as_in_a_single_change() => ComparedAsync(db => db.Set<EmploymentPeriod>(), x => x.HiredOn);

    [Fact]
    public Task Secrets_are_starred_as_in_a_single_change() => ComparedAsync(db => db.Users, x => x.UserName);

    [Fact]
    public Task Lists_of_texts_are_as_in_a_single_change() => ComparedAsync(db => db.Courses, x => x.Code);

    [Fact]
    public async Task Instants_are_as_in_a_single_change()
    {
        await app.WriteAsync(db => Files.AddAsync(db, "\"说明\"\t.txt", Encoding.UTF8.GetBytes("文本"), Stop));
        await ComparedAsync(db => db.StoredFiles, x => x.Name);
    }

    [Fact]
    public async Task Times_of_day_are_as_in_a_single_change()
    {
        await app.WriteAsync(db => Task.FromResult(db.Shifts.Add(Shift.Create("NIGHT", new("夜班", null), new(new(22, 30), new(6, 0))))));
        await ComparedAsync(db => db.Shifts, x => x.Code);
    }

    [Fact]
    public async Task What_the_records_become_is_as_in_a_single_change()
    {
        var id = await app.PersonAsync(Role.Staff, Standing.Own);

        var after = await app.WriteAsync(async db =>
        {
            await BulkChange.UpdateAsync(
                db,
                db.Set<EmploymentPeriod>().Where(x => EF.Property<long>(x, "EmployeeId") == id),
                x => x.SetProperty(y => y.WorkShare, 0.5m).SetProperty(y => y.ContractKind, ContractKind.Intern),
                new { WorkShare = 0.50m, ContractKind = ContractKind.Intern, HiredOn = World.HiredOn },
                Stop);
            return await db.AuditEntries.OrderByDescending(x => x.Id).Select(x => x.After).FirstAsync(Stop);
        });

        Assert.Equal("""{"contractKind":"intern","hiredOn":"2024-03-01","workShare":0.5}""", after);
    }

    /// <summary>Changes all records to what they are, and compares what the audit says they were with what it would say of each.</summary>
    private async Task ComparedAsync<T, TMember>(Func<TrainingDb, IQueryable<T>> records, Expression<Func<T, TMember>> member)
        where T : class
    {
        var (expected, found) = await app.WriteAsync(async db =>
        {
            await records(db).LoadAsync(Stop);
            var before = db.ChangeTracker.Entries<T>().Where(x => x.Metadata.ClrType == typeof(T)).ToDictionary(
                x => AuditTrail.KeyOf(x.Metadata, property => x.Property(property.Name).CurrentValue),
                x => AuditTrail.Canonical(x.AllProperties().Select(y => ((Microsoft.EntityFrameworkCore.Metadata.IProperty)y.Metadata, y.CurrentValue))));
            var last = await db.AuditEntries.MaxAsync(x => x.Id, Stop);
            await BulkChange.UpdateAsync(db, records(db), x => x.SetProperty(member, member), new { }, Stop);
            return (before, await db.AuditEntries.Where(x => x.Id > last).ToDictionaryAsync(x => x.EntityId, x => x.Before, Stop));
        });

        Assert.NotEmpty(expected);
        Assert.Equal(expected.OrderBy(x => x.Key, StringComparer.Ordinal), found.OrderBy(x => x.Key, StringComparer.Ordinal)!);
    }
}
