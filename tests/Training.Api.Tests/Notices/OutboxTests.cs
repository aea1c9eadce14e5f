using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Training.Api.Acts;
using Training.Api.Data;
using Training.Api.Data.Records;
using Training.Api.Notices;
using Training.Api.Tests.Hosting;
using Training.Domain.Notices;
using Training.Domain.People;

namespace Training.Api.Tests.Notices;

public sealed class OutboxTests : IAsyncLifetime
{
    private const string Kind = "planApproved";
    private static readonly CancellationToken None = CancellationToken.None;
    private readonly int _port = MailServer.FreePort();
    private TrainingApp _app = null!;

    public async ValueTask InitializeAsync()
    {
        var settings = await TestDatabase.CopyAsync();
        settings["Mail:Host"] = "127.0.0.1";
        settings["Mail:Port"] = _port.ToString(CultureInfo.InvariantCulture);
        settings["Mail:Encrypt"] = "false";
        settings["Mail:From"] = "training@example.com";
        _app = new TrainingApp(settings);
        await _app.InitializeAsync();
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task A_notice_goes_out_once_to_the_work_address_under_an_id_of_its_own()
    {
        Assert.SkipUnless(await MailServer.IsInstalledAsync(), "python3-aiosmtpd is not installed.");
        await using var server = await MailServer.StartAsync(_port);
        var person = await PersonAsync("m1", "m1@example.com");
        await TellAsync([person]);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(SendAsync)));
        await SendAsync();

        var mail = Assert.Single(server.Mails);
        var notice = await _app.ReadAsync(db => db.Notices.SingleAsync(None));
        Assert.Equal("m1@example.com", mail.To.Mailboxes.Single().Address);
        Assert.Equal($"notice-{notice.Id}.email@example.com", mail.MessageId);
        Assert.Equal([DeliveryState.Sent], await StatesAsync());
    }

    [Fact]
    public async Task While_the_mail_server_is_away_notices_wait_longer_each_time_and_are_given_up_in_the_end()
    {
        var person = await PersonAsync("m2", "m2@example.com");
        await TellAsync([person]);
        TimeSpan[] waits = [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];
        foreach (var wait in waits)
        {
            await SendAsync();
            Assert.Equal([DeliveryState.Failed], await StatesAsync());
            _app.Clock.Advance(wait - TimeSpan.FromSeconds(1));
            var before = await AttemptsAsync();
            await SendAsync();
            Assert.Equal(before, await AttemptsAsync());
            _app.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        await SendAsync();
        Assert.Equal([DeliveryState.Dead], await StatesAsync());
    }

    [Fact]
    public async Task An_act_that_fails_tells_nobody()
    {
        var person = await PersonAsync("m3", "m3@example.com");

        await Assert.ThrowsAsync<InvalidOperationException>(() => TellAsync([person], fail: true));

        Assert.Equal(0, await _app.ReadAsync(db => db.Notices.CountAsync(None)));
    }

    [Fact]
    public async Task Without_a_work_address_there_is_the_inbox_alone_and_without_an_account_nothing()
    {
        var withAccount = await PersonAsync("m4", null);
        var without = await PersonAsync("m5", "m5@example.com", hasAccount: false);

        await TellAsync([withAccount, without]);

        Assert.Equal(1, await _app.ReadAsync(db => db.Notices.CountAsync(None)));
        Assert.Empty(await StatesAsync());
    }

    [Fact]
    public async Task More_than_a_thousand_people_are_told_in_bulk_each_with_inbox_and_mail()
    {
        var people = await PeopleAsync(1_200);

        await TellAsync(people);

        Assert.Equal(1_200, await _app.ReadAsync(db => db.Notices.CountAsync(None)));
        Assert.Equal(1_200, (await StatesAsync()).Count(x => x == DeliveryState.Pending));
    }

    private Task<bool> TellAsync(IReadOnlyCollection<long> people, bool fail = false) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TrainingDb>();
        await db.WriteAsync(
            async () =>
            {
                await services.GetRequiredService<NoticeBox>().TellAsync(Kind, people, new NoticeSubject("plan", 1), None, ("code", "P1"));
                if (fail)
                {
                    throw new InvalidOperationException("the act fails");
                }
            },
            None);
        return true;
    });

    private Task<int> SendAsync() => InScopeAsync(x => x.GetRequiredService<SendNotices>().RunAsync(None));

    private Task<List<DeliveryState>> StatesAsync() => _app.ReadAsync(db => db.NoticeDeliveries.Select(x => x.State).ToListAsync(None));

    private Task<int> AttemptsAsync() => _app.ReadAsync(db => db.NoticeDeliveries.SumAsync(x => x.Attempts, None));

    private async Task<long> PersonAsync(string number, string? email, bool hasAccount = true) => await InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TrainingDb>();
        return await db.WriteAsync(
            async () =>
            {
                var person = Person(number, email);
                db.Employees.Add(person);
                await db.FlushAsync(None);
                if (hasAccount)
                {
                    db.Users.Add(AccountOf(person));
                }

                return person.Id;
            },
            None);
    });

    private Task<List<long>> PeopleAsync(int count) => InScopeAsync(async services =>
    {
        var db = services.GetRequiredService<TrainingDb>();
        return await db.WriteAsync(
            async () =>
            {
                var people = Enumerable.Range(1, count).Select(x => Person($"b{x}", $"b{x}@example.com")).ToList();
                await Bulk.InsertAsync(db, people, None);
                db.Users.AddRange(people.Select(AccountOf));
                return people.ConvertAll(x => x.Id);
            },
            None);
    });

    private static Employee Person(string number, string? email) => Employee.Hire(
        number,
        new EmployeeProfile(new PersonName("张伟", null, null, number, number), email, null, null, Language.En),
        new Engagement(new DateOnly(2025, 1, 6), ContractKind.FixedTerm, 1, null));

    private static Account AccountOf(Employee person) => new()
    {
        UserName = person.EmployeeNumber,
        NormalizedUserName = person.EmployeeNumber.ToUpperInvariant(),
        EmployeeId = person.Id,
        CreatedAt = TrainingApp.Morning,
    };

    private async Task<T> InScopeAsync<T>(Func<IServiceProvider, Task<T>> work)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        return await work(scope.ServiceProvider);
    }
}
