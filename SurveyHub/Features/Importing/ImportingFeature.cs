using SurveyHub.Features.Importing.Commands;
using SurveyHub.Features.Importing.History;
using SurveyHub.Features.Importing.Microdata;
using SurveyHub.Features.Importing.Uploading;

namespace SurveyHub.Features.Importing;

/// <summary>Earlier years from elsewhere: answers one by one, or counts.</summary>
public static class ImportingFeature
{
    public static IServiceCollection AddImporting(this IServiceCollection services)
    {
        services.AddScoped<ImportedEditions>();
        services.AddScoped<ImportMicrodata>();
        services.AddScoped<ImportHistory>();
        services.AddScoped<MicrodataCommand>();
        services.AddScoped<HistoryCommand>();
        services.AddSingleton<Uploads>();
        services.AddHostedService<UploadSweep>();
        return services;
    }

    public static WebApplication MapImporting(this WebApplication app)
    {
        app.MapUploads();
        return app;
    }
}
