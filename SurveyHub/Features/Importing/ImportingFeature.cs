using SurveyHub.Features.Importing.Commands;
using SurveyHub.Features.Importing.History;
using SurveyHub.Features.Importing.Microdata;

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
        return services;
    }
}
