namespace Renda.Platform.Notices;

/// <summary>Reminders on the pages, by mail and to groups.</summary>
internal static class NoticesSetup
{
    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration settings)
    {
        services.AddSingleton(MailSettings.Read(settings));
        services.AddSingleton(new Robots(RobotSettings.Read(settings)));
        services.AddSingleton<LadderAdopted>();
        services.AddScoped<NoticeBox>();
        services.AddScoped<Reminding>();
        services.AddScoped<Outbox>();
        services.AddScoped<ISend, MailSender>();
        services.AddScoped<ISend, RobotSender>();
        services.AddHostedService<ReminderService>();
        return services;
    }
}
