using SurveyHub.Features.Importing.Benchmarks;
using SurveyHub.Features.Importing.Commands;
using SurveyHub.Features.Importing.History;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Features.Importing.Uploading;

namespace SurveyHub.Features.Importing;

/// <summary>Figures from elsewhere: earlier years as answers one by one or as counts, and other organisations.</summary>
public static class ImportingFeature
{
    public static IServiceCollection AddImporting(this IServiceCollection services)
    {
        services.AddScoped<ImportedEditions>();
        services.AddScoped<ImportMicrodata>();
        services.AddScoped<ImportHistory>();
        services.AddScoped<ImportBenchmark>();
        services.AddScoped<RemoveBenchmark>();
        services.AddScoped<MicrodataCommand>();
        services.AddScoped<HistoryCommand>();
        services.AddSingleton<Uploads>();
        services.AddHostedService<UploadSweep>();
        return services;
    }

    public static WebApplication MapImporting(this WebApplication app)
    {
        app.MapUploads();
        app.MapBenchmarkUploads();
        return app;
    }
}
