using Microsoft.AspNetCore.Mvc;

namespace SurveyHub.Shell.Uploads;

/// <summary>An address that files are sent to. Only such an address is sent a form with parts, which nobody has looked through before.</summary>
public sealed class TakesFiles
{
    private TakesFiles()
    {
    }

    public static TakesFiles Instance { get; } = new();
}

public static class AddressesForFiles
{
    public static TBuilder TakesFiles<TBuilder>(this TBuilder address, long largestRequest) where TBuilder : IEndpointConventionBuilder =>
        address.WithMetadata(Uploads.TakesFiles.Instance, new RequestSizeLimitAttribute(largestRequest));

    /// <summary>Behind routing. What is neither a plain form nor meant for files is refused before anybody reads it.</summary>
    public static IApplicationBuilder UseFilesOnlyWhereTaken(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        if (!context.Request.HasFormContentType || FormGuard.IsPlainForm(context.Request) || context.GetEndpoint() is not { } endpoint
            || endpoint.Metadata.GetMetadata<TakesFiles>() is not null || Forms.StaleForm.Of(context) is not null)
            return next(context);
        context.Response.StatusCode = StatusCodes.Status415UnsupportedMediaType;
        return Task.CompletedTask;
    });
}
