namespace SurveyHub.Features.Demonstration;

public static class DemonstrationFeature
{
    /// <param name="services">The services.</param>
    /// <param name="environment">Where the program lies.</param>
    /// <param name="import">The product's own import: the demonstration has no other way in.</param>
    public static IServiceCollection AddDemonstration(
        this IServiceCollection services, IHostEnvironment environment, Func<IServiceProvider, ImportMapping> import)
    {
        services.AddSingleton(new DemonstrationFiles(Environment.CurrentDirectory, environment.ContentRootPath));
        services.AddScoped(import);
        services.AddScoped<OpenDemonstrationEdition>();
        services.AddScoped<DemonstrationLoading>();
        return services;
    }
}
