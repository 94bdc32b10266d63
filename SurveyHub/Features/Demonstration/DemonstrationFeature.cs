namespace SurveyHub.Features.Demonstration;

public static class DemonstrationFeature
{
    /// <param name="services">The services.</param>
    /// <param name="configuration"><c>SurveyHub:SeedDataDirectory</c> is asked for.</param>
    /// <param name="environment">Where the program lies.</param>
    /// <param name="import">The product's own import: the demonstration has no other way in.</param>
    /// <param name="importOthers">The same for figures of other organisations.</param>
    public static IServiceCollection AddDemonstration(
        this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment,
        Func<IServiceProvider, ImportMapping> import, Func<IServiceProvider, ImportOthers> importOthers)
    {
        services.AddSingleton(new DemonstrationFiles(configuration["SurveyHub:SeedDataDirectory"] is { Length: > 0 } configured
            ? configured
            : DemonstrationFiles.Find(Environment.CurrentDirectory, environment.ContentRootPath)));
        services.AddScoped(import);
        services.AddScoped(importOthers);
        services.AddScoped<OpenDemonstrationEdition>();
        services.AddScoped<DemonstrationLoading>();
        services.AddHostedService<DemonstrationWelcome>();
        return services;
    }
}
