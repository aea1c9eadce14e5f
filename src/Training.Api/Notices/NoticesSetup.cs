using Training.Api.Acts;
using Training.Api.Settings;

namespace Training.Api.Notices;

internal static class NoticesSetup
{
    /// <summary>The inbox, and the mail that goes out from the outbox.</summary>
    public static IServiceCollection AddNotices(this IServiceCollection services)
    {
        services.AddOptions<MailSettings>().BindConfiguration(MailSettings.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddScoped<NoticeBox>();
        services.AddSingleton<MailBox>();
        services.AddScoped<SendNotices>();
        return services;
    }
}
