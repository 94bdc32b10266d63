
namespace SurveyHub.Data;

public static class DataRegistration
{
    /// <summary>
    /// The database named by <c>SurveyHub:Database:ConnectionString</c>, and the migrator that must have run
    /// before the database is asked for anything. Expects a <see cref="TimeProvider"/> among the services.
    /// </summary>
    public static IServiceCollection AddDatabase(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton(configuration.GetSection(DatabaseOptions.Section).Get<DatabaseOptions>() ?? new());
        services.AddSingleton(provider => Database.Open(provider.GetRequiredService<DatabaseOptions>()));
        services.AddSingleton(provider => provider.GetRequiredService<Database>().Dialect);
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<DatabaseOptions>();
            return new Migrator(
                options,
                Migration.Embedded(SqlDialect.For(options.Provider)),
                provider.GetRequiredService<TimeProvider>(),
                provider.GetRequiredService<ILogger<Migrator>>());
        });
        return services;
    }
}
