using CsCheck;
using Training.Domain.Notices;

namespace Training.Domain.Tests.Notices;

public class NoticeTests
{
    private static readonly DateTimeOffset Now = new(2026, 7, 6, 1, 0, 0, TimeSpan.Zero);
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);

    [Fact]
    public void A_notice_is_read_once_and_keeps_the_first_time()
    {
        var notice = Told();

        notice.Read(Now.AddHours(1));
        notice.Read(Now.AddHours(2));

        Assert.Equal(Now.AddHours(1), notice.ReadAt);
    }

    [Fact]
    public void A_notice_goes_into_the_outbox_once_per_channel()
    {
        var notice = Told();

        notice.SendOver("mail", Now);
        notice.SendOver("mail", Now);
        notice.SendOver("webhook", Now);

        Assert.Equal(["mail", "webhook"], notice.Deliveries.Select(x => x.Channel));
    }

    [Fact]
    public void Two_senders_never_have_the_same_delivery_until_the_lease_of_the_first_runs_out()
    {
        var delivery = Delivery();

        Assert.True(delivery.TryLease(Now, Lease));
        Assert.False(delivery.TryLease(Now + Lease - TimeSpan.FromMilliseconds(1), Lease));
        Assert.True(delivery.TryLease(Now + Lease, Lease));
        Assert.Equal(2, delivery.Attempts);
    }

    [Fact]
    public void A_failed_delivery_waits_longer_each_time_and_is_given_up_after_the_sixth()
    {
        var delivery = Delivery();
        var clock = Now;
        var waits = new List<TimeSpan>();
        while (delivery.State != DeliveryState.Dead)
        {
            clock = delivery.NextAttemptAt;
            Assert.True(delivery.TryLease(clock, Lease));
            delivery.MarkFailed(clock);
            waits.Add(delivery.NextAttemptAt - clock);
        }

        Assert.Equal(NoticeDelivery.MaxAttempts, delivery.Attempts);
        Assert.Equal(waits.Take(5).Order(), waits.Take(5));
        Assert.False(delivery.TryLease(clock.AddYears(1), Lease));
    }

    [Fact]
    public void What_was_sent_is_not_sent_again_and_only_its_sender_may_say_so()
    {
        var delivery = Delivery();

        Assert.Throws<InvalidOperationException>(delivery.MarkSent);
        Assert.True(delivery.TryLease(Now, Lease));
        delivery.MarkSent();

        Assert.Equal(DeliveryState.Sent, delivery.State);
        Assert.False(delivery.TryLease(Now.AddDays(9), Lease));
        Assert.Throws<InvalidOperationException>(() => delivery.MarkFailed(Now));
    }

    /// <summary>Senders that succeed, fail or die, at any time: never more than the most attempts, and in the end the
    /// delivery is sent or given up.</summary>
    [Fact]
    public void Whatever_happens_to_its_senders_a_delivery_comes_to_an_end()
    {
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 1000]).List[0, 12].Sample(events =>
        {
            var delivery = Delivery();
            var clock = Now;
            foreach (var (outcome, minutes) in events)
            {
                clock = clock.AddMinutes(minutes);
                if (delivery.TryLease(clock, Lease))
                {
                    Finish(delivery, outcome, clock);
                }
            }

            for (var i = 0; i < 20 && delivery.State is DeliveryState.Pending or DeliveryState.Failed; i++)
            {
                clock = clock.AddDays(1);
                delivery.TryLease(clock, Lease);
            }

            Assert.InRange(delivery.Attempts, 1, NoticeDelivery.MaxAttempts);
            Assert.True(delivery.State is DeliveryState.Sent or DeliveryState.Dead);
            Assert.Null(delivery.LeasedUntil);
        });
    }

    private static void Finish(NoticeDelivery delivery, int outcome, DateTimeOffset now)
    {
        if (outcome == 0)
        {
            delivery.MarkSent();
        }
        else if (outcome == 1)
        {
            delivery.MarkFailed(now);
        }
    }

    private static Notice Told() => Notice.Tell("plan.submitted", 4, "plan", 9, "{}", Now);

    private static NoticeDelivery Delivery()
    {
        var notice = Told();
        notice.SendOver("mail", Now);
        return notice.Deliveries.Single();
    }
}
