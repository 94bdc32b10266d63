using SurveyHub.Data;
using SurveyHub.Definitions;
using SurveyHub.Editions;
using SurveyHub.Features.Access;
using SurveyHub.Features.Demonstration;
using SurveyHub.Features.Exporting;
using SurveyHub.Features.Home;
using SurveyHub.Features.Importing;
using SurveyHub.Features.Importing.Benchmarks;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Features.Managing;
using SurveyHub.Features.Reporting;
using SurveyHub.Features.People;
using SurveyHub.Features.Responding;
using SurveyHub.Results;
using SurveyHub.Shell;
using SurveyHub.Shell.Starting;

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
        builder.Services.AddDemonstration(builder.Configuration, builder.Environment, ImportMappingOf, ImportOthersOf);
        builder.Services.AddReporting();
        return builder;
    }

    private static void Map(WebApplication app)
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

    /// <summary>The server, listening. What it stands on is made or brought up to date before.</summary>
    public static async Task<WebApplication> StartAsync(string[] args)
    {
        var app = Create(args).Build();
        try
        {
            app.Services.GetRequiredService<OneProcess>().TakeOrRefuse("Stop that one first. With PostgreSQL several may run (docs/operations.md).");
            await app.Services.GetRequiredService<Migrator>().MigrateAsync();
            await app.LoadDemonstrationAsync();
            Map(app);
            await app.StartAsync();
            return app;
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }
    }

    /// <summary>For a command that writes: everything the server has, the database to itself and up to date, and nothing listening.</summary>
    public static Task<int> WritingAsync(string[] settings, Func<IServiceProvider, Task<int>> command) => WithServicesAsync(settings, command, services =>
    {
        services.GetRequiredService<OneProcess>().TakeOrRefuse("Do this in its pages, or stop it first.");
        return services.GetRequiredService<Migrator>().MigrateAsync();
    });

    /// <summary>
    /// For a command that only reads: beside a running server as well, as long as both know the same tables. It brings the database up to
    /// date only where it has it to itself; on PostgreSQL nobody can tell who else is there, an older server perhaps.
    /// </summary>
    public static Task<int> ReadingAsync(string[] settings, Func<IServiceProvider, Task<int>> command) => WithServicesAsync(settings, command, async services =>
    {
        var migrator = services.GetRequiredService<Migrator>();
        if (services.GetRequiredService<OneProcess>() is { CanTell: true } alone && alone.Take()) await migrator.MigrateAsync();
        else if (!await migrator.IsUpToDateAsync())
            throw new StartRefusedException("This program is newer than the database, which another SurveyHub may be running on. Update that one first: its start updates the database. Or use its own program.");
    });

    private static async Task<int> WithServicesAsync(string[] settings, Func<IServiceProvider, Task<int>> command, Func<IServiceProvider, Task> prepare)
    {
        WebApplication? app = null;
        try
        {
            app = Create(settings).Build();
            await prepare(app.Services);
        }
        catch (Exception error) when (StartRefusal.Of(error) is not null)
        {
            if (app is not null) await app.DisposeAsync();
            return StartRefusal.Tell(error, Console.Error);
        }
        await using (app)
        {
            await using var scope = app.Services.CreateAsyncScope();
            return await command(scope.ServiceProvider);
        }
    }

    /// <summary>In Development, into an empty database: something to look at.</summary>
    private static async Task LoadDemonstrationAsync(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<DemonstrationLoading>().ExecuteAsync(app.Lifetime.ApplicationStopping);
    }

    private static ImportMapping ImportMappingOf(IServiceProvider services) => async (mapping, cancellation) =>
        await services.GetRequiredService<ImportMicrodata>().ExecuteAsync("demonstration", Path.GetFileName(mapping),
            await File.ReadAllBytesAsync(mapping, cancellation), ImportFiles.In(Path.GetDirectoryName(mapping)!), cancellation: cancellation)
            switch
            {
                MicrodataOutcome.Refused refused => [.. refused.Problems.Select(p => p.ToString())],
                MicrodataOutcome.Unconfirmed { Missing: var missing } => [.. missing.Select(b => b.Sentence)],
                _ => [],
            };

    private static ImportOthers ImportOthersOf(IServiceProvider services) => async (survey, file, cancellation) =>
        await services.GetRequiredService<ImportBenchmark>().ExecuteAsync("demonstration", survey, [(Path.GetFileName(file), () => File.OpenRead(file))], cancellation) is BenchmarkOutcome.Refused refused
            ? [.. refused.Problems.Select(p => p.ToString())]
            : [];
}
