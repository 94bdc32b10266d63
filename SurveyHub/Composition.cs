using Microsoft.Extensions.Options;
using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Features.Access;
using SurveyHub.Features.Demonstration;
using SurveyHub.Features.Exporting;
using SurveyHub.Features.Home;
using SurveyHub.Features.Importing;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Features.Managing;
using SurveyHub.Features.Reporting;
using SurveyHub.Features.People;
using SurveyHub.Features.Responding;
using SurveyHub.Results;
using SurveyHub.Shell;

namespace SurveyHub;

/// <summary>Who works with whom. The only place besides <see cref="Commands"/> that knows every room.</summary>
internal static class Composition
{
    public static WebApplicationBuilder Create(params string[] args)
    {
        // Content lies beside the program, data beside whoever starts it: relative paths mean the caller's folder.
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
        builder.ConfigureShell();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddDatabase(builder.Configuration);
        builder.Services.AddDefinitions(builder.Configuration, builder.Environment);
        builder.Services.AddShell(builder.Configuration);
        builder.Services.AddEditions();
        builder.Services.AddResults();
        builder.Services.AddAccess(builder.Environment);
        builder.Services.AddHome();
        builder.Services.AddExporting(builder.Configuration);
        builder.Services.AddImporting();
        builder.Services.AddManaging();
        builder.Services.AddResponding();
        builder.Services.AddPeople();
        builder.Services.AddDemonstration(builder.Configuration, builder.Environment, ImportMappingOf);
        builder.Services.AddReporting();
        return builder;
    }

    public static void Map(WebApplication app)
    {
        app.UseShell();
        app.MapShell();
        app.MapAccess();
        app.MapExporting();
        app.MapImporting();
        app.MapResponding();
        app.MapReporting();
        app.MapPeople();
    }

    /// <summary>For a command: everything the server has, the database brought up to date, and nothing listening.</summary>
    public static async Task<int> WithServicesAsync(Func<IServiceProvider, Task<int>> command)
    {
        await using var app = Create().Build();
        await app.PrepareAsync();
        await using var scope = app.Services.CreateAsyncScope();
        return await command(scope.ServiceProvider);
    }

    /// <summary>Before anything listens: every fault of the configuration, then the tables of today.</summary>
    public static Task PrepareAsync(this WebApplication app)
    {
        app.Services.GetRequiredService<IStartupValidator>().Validate();
        return app.Services.GetRequiredService<Migrator>().MigrateAsync();
    }

    /// <summary>In Development, into an empty database: something to look at.</summary>
    public static async Task LoadDemonstrationAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemonstrationLoading>().ExecuteAsync(app.Lifetime.ApplicationStopping);
    }

    private static ImportMapping ImportMappingOf(IServiceProvider services) => async (mapping, cancellation) =>
        await services.GetRequiredService<ImportMicrodata>().ExecuteAsync("demonstration", Path.GetFileName(mapping),
            await File.ReadAllBytesAsync(mapping, cancellation), ImportFiles.In(Path.GetDirectoryName(mapping)!), cancellation)
            is MicrodataOutcome.Refused refused ? [.. refused.Problems.Select(p => p.ToString())] : [];
}
